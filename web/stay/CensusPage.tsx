import '../peerToPeer/peerToPeer.css';
import '../workList/work.css';
import './stay.css';
import { Button, SegmentedControl } from '@mantine/core';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { CensusView } from '@openum/http/contract/stay.ts';
import { IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { get, serverNow } from '../api/client.ts';
import { useCaseChanges } from '../api/live.ts';
import { useSession } from '../api/session.ts';
import { count, moment } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { CensusFilters } from './CensusFilters.tsx';
import { CensusRow } from './CensusRow.tsx';
import {
  type CensusList,
  type CensusSearch,
  censusLists,
  censusListWords,
  censusQueryOf,
  withFilter,
} from './census.ts';

const columns = ['Next review', 'Member', 'Facility and level', 'Admitted', 'Days', 'Transition', 'Owner'] as const;

const totalOf = (counts: CensusView['counts'] | undefined, list: CensusList): number =>
  counts ? counts[list === 'update' ? 'updateAwaited' : list] : 0;

/** Who is in: the next review first, overdue ones on top. */
export const CensusPage = () => {
  const { zone } = useSession();
  const search = useSearch({ from: '/shell/desk/census' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const query = censusQueryOf(search);
  const census = useInfiniteQuery({
    queryKey: ['census', query],
    queryFn: ({ signal, pageParam }) =>
      get<CensusView>('/api/census', { ...query, ...(pageParam ? { after: pageParam } : {}) }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const renew = () => void client.invalidateQueries({ queryKey: ['census'] });
  useCaseChanges(renew, renew);
  const go = (change: CensusSearch) => void navigate({ to: '/census', search: change });
  const pages = census.data?.pages ?? [];
  const last = pages.at(-1);
  const rows = pages.flatMap((p) => p.rows);
  return (
    <Page
      title="Census"
      aside={last && <span>{count(last.counts.in, 'member')} in</span>}
      actions={
        <div style={{ display: 'flex', gap: '0.375rem' }}>
          <SegmentedControl
            aria-label="Whose"
            value={search.whose ?? 'all'}
            onChange={(v) => go(withFilter(search, 'whose', v === 'all' ? '' : v))}
            data={[
              { value: 'all', label: 'All' },
              { value: 'me', label: 'Mine' },
              { value: 'none', label: 'Nobody’s' },
            ]}
          />
          <Button
            variant="default"
            leftSection={<IconPrinter size={15} aria-hidden />}
            disabled={rows.length === 0}
            title={rows.length === 0 ? 'There is nothing to print' : undefined}
            onClick={() => window.print()}
          >
            Print
          </Button>
        </div>
      }
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser */}
      <div role="group" aria-label="Lists" className="um-talk-numbers" style={{ marginBlockEnd: '0.5rem' }}>
        {censusLists.map((list) => (
          <button
            key={list}
            type="button"
            className="um-bucket"
            data-bucket={list}
            {...(totalOf(last?.counts, list) > 0 ? { 'data-some': true } : {})}
            aria-pressed={search.list === list}
            onClick={() => go(withFilter(search, 'list', search.list === list ? '' : list))}
          >
            <span className="um-bucket-count">{totalOf(last?.counts, list)}</span>
            <span>{censusListWords[list]}</span>
          </button>
        ))}
      </div>
      <CensusFilters search={search} view={last} go={go} />
      {census.isError && <FailedState error={census.error} retry={() => void census.refetch()} />}
      {census.isPending && <LoadingRows label="Loading the census" />}
      {census.data && rows.length === 0 && (
        <EmptyState title={Object.keys(search).length > 0 ? 'No stay fits these filters' : 'Nobody is in'}>
          A stay stands here from its admission notice, or from the request that names the admission, until the member
          has left and every day is decided.
        </EmptyState>
      )}
      {rows.length > 0 && (
        <table className="um-talk-table">
          <caption className="um-hidden">
            Stays by their next review. Printed {moment(new Date(serverNow()).toISOString() as Instant, zone)}.
          </caption>
          <thead>
            <tr>
              {columns.map((h) => (
                <th key={h} scope="col">
                  {h}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <CensusRow key={r.case.caseId} row={r} />
            ))}
          </tbody>
        </table>
      )}
      {census.hasNextPage && (
        <div className="um-census-foot">
          <Button variant="default" loading={census.isFetchingNextPage} onClick={() => void census.fetchNextPage()}>
            Show more
          </Button>
          <span>{count(rows.length, 'stay')} shown</span>
        </div>
      )}
    </Page>
  );
};
