import type { Agreement, ConsistencyReport, LeafAgreement } from '@openum/domain/consistency/report.ts';
import { disagreements } from '@openum/domain/consistency/report.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { count } from '../app/format.ts';
import { EmptyState } from '../app/states.tsx';
import { humanized } from '../case/criteria/leafTree.ts';
import { ReportPanel } from '../report/parts.tsx';
import { type ColumnHead, ReportTable } from '../report/ReportTable.tsx';
import { percent } from '../report/words.ts';
import { agreementWords, coefficient, fewWords, intervalWords, recommendationWord } from './words.ts';

const Table = (props: {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly children: ReactNode;
}) => <ReportTable {...props} heads={props.heads.map((label): ColumnHead => ({ label, wrap: true }))} />;

const AgreementCells = ({ of }: { readonly of: Agreement }) => (
  <>
    <td>{of.units}</td>
    <td>{percent(of.percent)}</td>
    <td>
      {coefficient(of.alpha)}
      <small>{fewWords(of.units)}</small>
    </td>
    <td>{intervalWords(of)}</td>
  </>
);
const agreementHeads = ['Rated by two or more', 'Pairs that agree', 'Alpha', '95 % interval'] as const;

const pointPlace = ({ setId, path }: LeafAgreement, { byCriteria }: ConsistencyReport): string =>
  [byCriteria.find((c) => c.setId === setId)?.name ?? setId, ...path.split('/').slice(1, -1).map(humanized)].join(', ');

type PointRowsProps = { readonly points: readonly LeafAgreement[]; readonly report: ConsistencyReport };

const PointRows = ({ points, report }: PointRowsProps) => (
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
      {rated.length === 0 && <p className="um-report-note">No point has been rated by two people.</p>}
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

const Disagreements = ({ report }: { readonly report: ConsistencyReport }) => (
  <ReportPanel title="Where recommendations differ">
    {disagreements(report).length === 0 ? (
      <EmptyState title="None differ">Lines on which two reviewers recommend different things stand here.</EmptyState>
    ) : (
      <ul className="um-consistency-list">
        {disagreements(report).map((d) => (
          <li key={d.position}>
            <b>
              Line {d.position}, {d.service}
            </b>
            {d.recorded && <small>Decided: {recommendationWord[d.recorded].toLowerCase()}</small>}
            <ul>
              {d.said.map((s) => (
                <li key={s.userId}>
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
);

type Props = { readonly setId: string; readonly report: ConsistencyReport };

/** How far the reviewers of a closed set agree: as a whole, by reviewer, pair, criteria and point. */
export const Figures = ({ setId, report }: Props) => (
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
            <th scope="row">
              <Link to="/consistency/$setId" params={{ setId }} search={{ reviewer: r.userId }}>
                {r.name}
              </Link>
            </th>
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
            <td>
              {coefficient(p.kappa)}
              <small>{fewWords(p.units)}</small>
            </td>
          </tr>
        ))}
      </Table>
    </ReportPanel>
    <ReportPanel title="By criteria">
      <Table caption="Agreement on the outcome, by criteria" heads={['Criteria', ...agreementHeads]}>
        {report.byCriteria.map((c) => (
          <tr key={c.setId}>
            <th scope="row">
              <Link to="/consistency/$setId" params={{ setId }} search={{ criteria: c.setId }}>
                {c.name}
              </Link>
            </th>
            <AgreementCells of={c} />
          </tr>
        ))}
      </Table>
    </ReportPanel>
    <Disagreements report={report} />
    <PointsPanel report={report} />
  </>
);
