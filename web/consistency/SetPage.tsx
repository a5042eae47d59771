import '../report/report.css';
import './consistency.css';
import { Button, Group } from '@mantine/core';
import { addDays } from '@openum/domain/time/instant.ts';
import type { RatingSetView } from '@openum/http/contract/consistency.ts';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { count, date, moment } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { ReportPanel } from '../report/parts.tsx';
import { ReportTable } from '../report/ReportTable.tsx';
import { CriteriaPart } from './CriteriaPart.tsx';
import { Figures } from './Figures.tsx';
import { useRatingSet } from './queries.ts';
import { ReviewerPart } from './ReviewerPart.tsx';

/** While a set is open: who is how far, and nobody's answers. */
const Open = ({ view }: { readonly view: RatingSetView }) => (
  <ReportPanel title="Ratings in">
    <p className="um-report-note">
      The answers stay closed to everybody until all of them are in or {date(view.row.set.dueOn)} has passed, so that no
      reviewer leans on another.
    </p>
    <ReportTable caption="How far each reviewer is" heads={['Reviewer', 'Rated']}>
      {view.progress.map((p) => (
        <tr key={p.userId}>
          <th scope="row">{p.name}</th>
          <td>
            {p.rated} of {p.toRate}
          </td>
        </tr>
      ))}
    </ReportTable>
  </ReportPanel>
);

const Report = ({ setId, view }: { readonly setId: string; readonly view: RatingSetView }) => {
  const { reviewer, criteria } = useSearch({ from: '/shell/desk/consistency/$setId' });
  const { report } = view;
  if (!report) return <Open view={view} />;
  if (reviewer) return <ReviewerPart report={report} userId={reviewer} />;
  if (criteria) return <CriteriaPart report={report} criteriaSetId={criteria} />;
  return <Figures setId={setId} report={report} />;
};

const Head = ({ row }: Pick<RatingSetView, 'row'>) => {
  const { zone } = useSession();
  const { set } = row;
  return (
    <p role="status">
      {count(row.lines, 'line')} decided {date(set.fromDay)} through {date(addDays(set.beforeDay, -1))}, drawn{' '}
      {moment(set.createdAt, zone)} by {set.createdByName}, seed {set.seed}.{' '}
      <b>
        {row.rated} of {row.toRate} ratings are in;{' '}
        {row.closed
          ? row.rated < row.toRate
            ? `closed after ${date(set.dueOn)}`
            : 'closed'
          : `due ${date(set.dueOn)}`}
        .
      </b>
    </p>
  );
};

/** One set with how far its reviewers agree. */
export const SetPage = () => {
  const { setId } = useParams({ from: '/shell/desk/consistency/$setId' });
  const { reviewer, criteria } = useSearch({ from: '/shell/desk/consistency/$setId' });
  const found = useRatingSet(setId);
  const row = found.data?.row;
  return (
    <Page
      title={row?.set.title ?? 'Set'}
      tabTitle="Consistency of reviewers"
      actions={
        found.data?.report && (
          <Group gap="xs" className="um-report-actions">
            <Button
              variant="default"
              leftSection={<IconPrinter size={14} aria-hidden />}
              onClick={() => window.print()}
            >
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
        )
      }
    >
      <p>
        {reviewer || criteria ? (
          <Link to="/consistency/$setId" params={{ setId }} search={{}}>
            The whole set
          </Link>
        ) : (
          <Link to="/consistency">All sets</Link>
        )}
      </p>
      {found.isPending && <LoadingRows label="Loading the set" />}
      {found.isError && <FailedState error={found.error} retry={() => void found.refetch()} />}
      {row && <Head row={row} />}
      {found.data && (
        <div className="um-report">
          <Report setId={setId} view={found.data} />
        </div>
      )}
    </Page>
  );
};
