import '../peerToPeer/peerToPeer.css';
import '../workList/work.css';
import { Anchor, Button, SegmentedControl } from '@mantine/core';
import type { ListedVisit, VisitList } from '@openum/http/contract/admission.ts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { date, moment } from '../app/format.ts';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import css from './admission.module.css';
import { type VisitListName, visitLists, visitListWord, visitQuery } from './search.ts';
import { phaseWord } from './words.ts';

const lookAgainMs = 20_000;
const columns = ['Where it stands', 'Patient', 'Facility', 'Admitted', 'Last told', 'Case'] as const;

type RowProps = { readonly visit: ListedVisit; readonly complete: (visit: ListedVisit) => void };

const Row = ({ visit, complete }: RowProps) => {
  const { zone } = useSession();
  return (
    <tr>
      <td>
        <span className="um-chip" data-tone={visit.problems.length > 0 ? 'waiting' : 'accent'}>
          {phaseWord[visit.phase]}
        </span>
      </td>
      <td>
        {visit.memberName}
        <div>
          born {date(visit.birthDate)}, {visit.memberNumber}
        </div>
      </td>
      <td>
        {visit.facilityName}
        <div>visit {visit.visitNumber}</div>
      </td>
      <td>
        <span className={css.label}>Admitted </span>
        {visit.admittedAt ? moment(visit.admittedAt, zone) : 'Not told'}
        {visit.dischargedAt && <div>left {moment(visit.dischargedAt, zone)}</div>}
      </td>
      <td>
        <span className={css.label}>Last told </span>
        {moment(visit.lastReceivedAt, zone)}
      </td>
      <td>
        {visit.problems.map((p) => (
          <div key={p} className={css.problem}>
            {p}
          </div>
        ))}
        {visit.caseId ? (
          <Anchor
            renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId: visit.caseId ?? '' }} />}
          >
            Open the case
          </Anchor>
        ) : visit.problems.length > 0 ? (
          <Button size="compact-sm" variant="default" onClick={() => complete(visit)}>
            Complete<span className="um-hidden"> the visit {visit.visitNumber}</span>
          </Button>
        ) : (
          <span className="um-quiet">{visit.inpatient ? 'Waits for its admission' : 'Needs no review'}</span>
        )}
      </td>
    </tr>
  );
};

type Props = {
  readonly list: VisitListName;
  readonly choose: (list: VisitListName) => void;
  readonly complete: (visit: ListedVisit) => void;
};

/** What the systems of facilities have told, newest first. */
export const VisitTable = ({ list, choose, complete }: Props) => {
  const visits = useInfiniteQuery({
    queryKey: ['visits', list],
    queryFn: ({ pageParam, signal }) =>
      get<VisitList>('/api/visits', { ...visitQuery(list), after: pageParam, limit: 25 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: lookAgainMs,
  });
  const rows = visits.data?.pages.flatMap((p) => p.rows) ?? [];
  return (
    <>
      <SegmentedControl
        size="xs"
        mb="xs"
        aria-label="List"
        value={list}
        onChange={(v) => choose(v as VisitListName)}
        data={visitLists.map((value) => ({ value, label: visitListWord[value] }))}
        className={css.lists}
      />
      {visits.isError ? (
        <FailedState error={visits.error} retry={() => void visits.refetch()} />
      ) : visits.isPending ? (
        <LoadingRows label="Loading visits" rows={5} />
      ) : rows.length === 0 ? (
        <EmptyState title={list === 'incomplete' ? 'Nothing to complete' : 'No visits here'}>
          Facilities tell of their patients by HL7 v2; an admission that comes by phone, fax or letter is entered by
          hand.
        </EmptyState>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled with the keyboard
        <section className="um-board" aria-label="Visits" tabIndex={0}>
          <table className="um-talk-table">
            <thead>
              <tr>
                {columns.map((c) => (
                  <th key={c} scope="col">
                    {c}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((visit) => (
                <Row key={`${visit.clientId} ${visit.visitNumber}`} visit={visit} complete={complete} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {visits.hasNextPage && (
        <Button
          variant="default"
          mt="xs"
          loading={visits.isFetchingNextPage}
          onClick={() => void visits.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </>
  );
};
