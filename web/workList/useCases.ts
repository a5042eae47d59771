import type { CaseRow, WorkListView } from '@openum/http/contract/workList.ts';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { get, type Query, serverNow } from '../api/client.ts';
import { useCaseChanges } from '../api/live.ts';

const pageSize = 60;
/** Changes that come close together are read at once. */
const gatherMs = 700;
/** How long a new arrival stays marked. */
const markMs = 12_000;

type Arrivals = { readonly ids: ReadonlySet<string>; readonly rows: readonly CaseRow[] };
const none: Arrivals = { ids: new Set(), rows: [] };

/**
 * The rows of a list, more on demand, read again in place when a case changes. `key` names the list;
 * `queryAt` gives the query for a moment, since some limits ("overdue") move with the clock.
 */
export const useCases = (key: unknown, queryAt: (nowMs: number) => Query) => {
  const queryClient = useQueryClient();
  const list = useInfiniteQuery({
    queryKey: ['cases', 'list', key],
    queryFn: ({ pageParam, signal }) =>
      get<WorkListView>('/api/cases', { ...queryAt(serverNow()), after: pageParam, limit: pageSize }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

  const rows = useMemo(() => {
    const seen = new Map<string, CaseRow>();
    for (const page of list.data?.pages ?? []) for (const row of page.rows) seen.set(row.caseId, row);
    return [...seen.values()];
  }, [list.data]);

  const changed = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useCaseChanges(
    ({ caseId }) => {
      changed.current.add(caseId);
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        void queryClient.invalidateQueries({ queryKey: ['cases'] });
      }, gatherMs);
    },
    () => void queryClient.invalidateQueries({ queryKey: ['cases'] }),
  );

  const [arrivals, setArrivals] = useState(none);
  const before = useRef<{ readonly list: string; readonly ids: ReadonlySet<string> }>(undefined);
  const listName = JSON.stringify(key);
  useEffect(() => {
    if (list.isPlaceholderData || !list.data) return;
    const ids = new Set(rows.map((r) => r.caseId));
    const earlier = before.current;
    before.current = { list: listName, ids };
    if (earlier?.list !== listName) {
      setArrivals(none);
      return;
    }
    const fresh = rows.filter((r) => !earlier.ids.has(r.caseId) && changed.current.has(r.caseId));
    changed.current.clear();
    if (fresh.length === 0) return;
    setArrivals({ ids: new Set(fresh.map((r) => r.caseId)), rows: fresh });
  }, [rows, listName, list.isPlaceholderData, list.data]);
  useEffect(() => {
    if (arrivals === none) return;
    const end = setTimeout(() => setArrivals(none), markMs);
    return () => clearTimeout(end);
  }, [arrivals]);

  return {
    rows,
    arrivals,
    error: list.error,
    isLoading: list.isLoading,
    isRefiltering: list.isPlaceholderData,
    hasMore: list.hasNextPage,
    isLoadingMore: list.isFetchingNextPage,
    loadMore: () => {
      if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
    },
    retry: () => void list.refetch(),
  };
};
export type Cases = ReturnType<typeof useCases>;
