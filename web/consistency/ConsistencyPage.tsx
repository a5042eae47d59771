import '../report/report.css';
import './consistency.css';
import { type CalendarDate, dateInZone, daysBetween, type Instant } from '@openum/domain/time/instant.ts';
import type { RatingSetRow } from '@openum/http/contract/consistency.ts';
import { Link } from '@tanstack/react-router';
import { serverNow } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { count, date, moment } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { ReportPanel } from '../report/parts.tsx';
import { ReportTable } from '../report/ReportTable.tsx';
import { DrawForm } from './DrawForm.tsx';
import { useRatingSets } from './queries.ts';

const progress = ({ rated, toRate }: RatingSetRow): string => `${rated} of ${toRate} rated`;

/** How a set stands: for a rater the own lines count, and what was left open at the end stays open. */
const standing = (
  { set, rated, toRate, closed }: RatingSetRow,
  today: CalendarDate,
): { readonly word: string; readonly tone: string } | undefined => {
  if (closed)
    return rated < toRate ? { word: 'Closed, not all rated', tone: 'bad' } : { word: 'Closed', tone: 'quiet' };
  if (rated === toRate) return undefined;
  const days = daysBetween(today, set.dueOn);
  if (days === 0) return { word: 'Last day', tone: 'soon' };
  return days <= 3 ? { word: `${count(days, 'day')} left`, tone: 'soon' } : undefined;
};

type TableProps = {
  readonly caption: string;
  readonly rows: readonly RatingSetRow[];
  readonly today: CalendarDate;
  readonly to: '/consistency/$setId' | '/consistency/$setId/rate';
};

const SetTable = ({ caption, rows, today, to }: TableProps) => {
  const { zone } = useSession();
  return (
    <ReportTable caption={caption} heads={['Title', 'Lines', 'Rated', 'Due', 'Drawn']}>
      {rows.map((row) => {
        const stand = standing(row, today);
        return (
          <tr key={row.set.setId}>
            <th scope="row">
              <Link to={to} params={{ setId: row.set.setId }}>
                {row.set.title}
              </Link>
            </th>
            <td>{row.lines}</td>
            <td>{progress(row)}</td>
            <td>
              {date(row.set.dueOn)}
              {stand && (
                <span className="um-status" data-tone={stand.tone}>
                  {stand.word}
                </span>
              )}
            </td>
            <td>
              {moment(row.set.createdAt, zone)}
              <small>{row.set.createdByName}</small>
            </td>
          </tr>
        );
      })}
    </ReportTable>
  );
};

/** How far reviewers agree: the sets to rate, and for those who lead all sets and a new one. */
export const ConsistencyPage = () => {
  const { zone } = useSession();
  const sets = useRatingSets();
  const today = dateInZone(new Date(serverNow()).toISOString() as Instant, zone);
  const data = sets.data;
  return (
    <Page title="Consistency">
      <div className="um-report">
        {sets.isPending && <LoadingRows rows={4} label="Loading the sets" />}
        {sets.isError && <FailedState error={sets.error} retry={() => void sets.refetch()} />}
        {data && (data.own.length > 0 || !data.all) && (
          <ReportPanel
            title="To rate"
            aside={
              <span className="um-quiet">
                {count(data.own.filter((s) => s.rated < s.toRate && !s.closed).length, 'open set')}
              </span>
            }
          >
            {data.own.length === 0 ? (
              <EmptyState title="Nothing to rate">
                When quality management draws a set of past lines for you, it stands here.
              </EmptyState>
            ) : (
              <SetTable
                caption="Sets that you rate, newest first"
                rows={data.own}
                today={today}
                to="/consistency/$setId/rate"
              />
            )}
          </ReportPanel>
        )}
        {data?.all && (
          <>
            <DrawForm today={today} />
            <ReportPanel title="All sets">
              {data.all.length === 0 ? (
                <EmptyState title="No set has been drawn yet">
                  Choose days, lines and reviewers above, and draw the first one.
                </EmptyState>
              ) : (
                <SetTable caption="All sets, newest first" rows={data.all} today={today} to="/consistency/$setId" />
              )}
            </ReportPanel>
          </>
        )}
      </div>
    </Page>
  );
};
