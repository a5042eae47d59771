import '../report/report.css';
import './consistency.css';
import { Button, Group } from '@mantine/core';
import type { Agreement, ConsistencyReport, LeafAgreement } from '@openum/domain/consistency/report.ts';
import { addDays } from '@openum/domain/time/instant.ts';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.ts';
import { count, date, moment } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { humanized } from '../case/criteria/leafTree.ts';
import { ReportPanel } from '../report/parts.tsx';
import { percent } from '../report/words.ts';
import { useRatingSet } from './queries.ts';
import { agreementWords, coefficient, intervalWords, recommendationWord } from './words.ts';

const Table = ({
  caption,
  heads,
  children,
}: {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly children: ReactNode;
}) => (
  <div className="um-report-scroll">
    <table className="um-report-table">
      <caption className="um-hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map((h) => (
            <th key={h} scope="col" className="um-wrap">
              {h}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);

const AgreementCells = ({ of }: { readonly of: Agreement }) => (
  <>
    <td>{of.units}</td>
    <td>{percent(of.percent)}</td>
    <td>{coefficient(of.alpha)}</td>
    <td>{intervalWords(of)}</td>
  </>
);
const agreementHeads = ['Rated by two or more', 'Pairs that agree', 'Alpha', '95 % interval'] as const;

const pointPlace = ({ setId, path }: LeafAgreement, { byCriteria }: ConsistencyReport): string =>
  [byCriteria.find((c) => c.setId === setId)?.name ?? setId, ...path.split('/').slice(1, -1).map(humanized)].join(', ');

const PointRows = ({
  points,
  report,
}: {
  readonly points: readonly LeafAgreement[];
  readonly report: ConsistencyReport;
}) => (
  <Table caption="Agreement on each point" heads={['Point', ...agreementHeads]}>
    {points.map((l) => (
      <tr key={`${l.setId} ${l.path}`}>
        <th scope="row">
          {l.label}
          <small>{pointPlace(l, report)}</small>
        </th>
        <AgreementCells of={l} />
      </tr>
    ))}
  </Table>
);

/** Points that are seen apart, the least agreed on first; the others can be opened. */
const PointsPanel = ({ report }: { readonly report: ConsistencyReport }) => {
  const rated = report.byLeaf.filter((l) => l.units > 0);
  const apart = rated.filter((l) => l.percent !== 1).toSorted((a, b) => (a.percent ?? 1) - (b.percent ?? 1));
  const alike = rated.filter((l) => l.percent === 1);
  return (
    <ReportPanel title="By point">
      {rated.length === 0 && <p className="um-report-note">No point has been rated by two people yet.</p>}
      {rated.length > 0 && apart.length === 0 && <p className="um-report-note">All agree on every point.</p>}
      {apart.length > 0 && <PointRows points={apart} report={report} />}
      {alike.length > 0 && (
        <details className="um-consistency-alike">
          <summary>{count(alike.length, 'point')} on which all agree</summary>
          <PointRows points={alike} report={report} />
        </details>
      )}
    </ReportPanel>
  );
};

const Figures = ({ report }: { readonly report: ConsistencyReport }) => (
  <>
    <ReportPanel title="Outcome" span={6}>
      <p className="um-consistency-figure">{agreementWords(report.outcome)}</p>
    </ReportPanel>
    <ReportPanel title="Points of the criteria" span={6}>
      <p className="um-consistency-figure">{agreementWords(report.leaves)}</p>
    </ReportPanel>
    <ReportPanel title="By reviewer">
      <Table
        caption="Agreement of each reviewer"
        heads={[
          'Reviewer',
          'Rated',
          'Outcome, with others',
          'Points, with others',
          'Outcome, with record',
          'Points, with record',
        ]}
      >
        {report.byRater.map((r) => (
          <tr key={r.userId}>
            <th scope="row">{r.name}</th>
            <td>
              {r.rated} of {r.toRate}
            </td>
            <td>{percent(r.outcomeWithOthers)}</td>
            <td>{percent(r.leavesWithOthers)}</td>
            <td>{percent(r.outcomeWithRecord)}</td>
            <td>{percent(r.leavesWithRecord)}</td>
          </tr>
        ))}
      </Table>
    </ReportPanel>
    <ReportPanel title="By pair">
      <Table caption="Cohen's kappa of each pair of reviewers" heads={['Reviewers', 'Lines both rated', 'Kappa']}>
        {report.pairs.map((p) => (
          <tr key={`${p.first} ${p.second}`}>
            <th scope="row">
              {p.first} and {p.second}
            </th>
            <td>{p.units}</td>
            <td>{coefficient(p.kappa)}</td>
          </tr>
        ))}
      </Table>
    </ReportPanel>
    <ReportPanel title="By criteria">
      <Table caption="Agreement on the outcome, by criteria" heads={['Criteria', ...agreementHeads]}>
        {report.byCriteria.map((c) => (
          <tr key={c.setId}>
            <th scope="row">
              <Link to="/criteria/$setId" params={{ setId: c.setId }}>
                {c.name}
              </Link>
            </th>
            <AgreementCells of={c} />
          </tr>
        ))}
      </Table>
    </ReportPanel>
    <ReportPanel title="Where recommendations differ">
      {report.disagreements.length === 0 ? (
        <EmptyState title="None differ so far">
          Lines on which two reviewers recommend different things stand here.
        </EmptyState>
      ) : (
        <ul className="um-consistency-list">
          {report.disagreements.map((d) => (
            <li key={d.position}>
              <b>
                Line {d.position}, {d.service}
              </b>
              {d.recorded && <small>Decided: {recommendationWord[d.recorded].toLowerCase()}</small>}
              <ul>
                {d.said.map((s) => (
                  <li key={s.name}>
                    {s.name}: {recommendationWord[s.recommendation]}
                    {s.note && <q>{s.note}</q>}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </ReportPanel>
    <PointsPanel report={report} />
  </>
);

/** One set with how far its reviewers agree. */
export const SetPage = () => {
  const { setId } = useParams({ from: '/shell/desk/consistency/$setId' });
  const { zone } = useSession();
  const found = useRatingSet(setId);
  const row = found.data?.row;
  return (
    <Page
      title={row?.set.title ?? 'Set'}
      tabTitle="Consistency of reviewers"
      actions={
        <Group gap="xs" className="um-report-actions">
          <Button variant="default" leftSection={<IconPrinter size={14} aria-hidden />} onClick={() => window.print()}>
            Print
          </Button>
          <Button
            variant="default"
            component="a"
            leftSection={<IconDownload size={14} aria-hidden />}
            href={`/api/consistency/sets/${encodeURIComponent(setId)}/report.csv`}
            download
          >
            CSV
          </Button>
        </Group>
      }
    >
      <p>
        <Link to="/consistency">All sets</Link>
      </p>
      {found.isPending && <LoadingRows label="Loading the set" />}
      {found.isError && <FailedState error={found.error} retry={() => void found.refetch()} />}
      {row && (
        <p role="status">
          {count(row.lines, 'line')} decided {date(row.set.fromDay)} through {date(addDays(row.set.beforeDay, -1))},
          drawn {moment(row.set.createdAt, zone)} by {row.set.createdByName}, seed {row.set.seed}.{' '}
          <b>
            {row.rated} of {row.toRate} ratings are in; due {date(row.set.dueOn)}.
          </b>
        </p>
      )}
      {found.data && (
        <div className="um-report">
          <Figures report={found.data.report} />
        </div>
      )}
    </Page>
  );
};
