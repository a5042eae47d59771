import type { WorkListCounts } from '@openum/http/contract/workList.ts';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { get, type Query } from '../api/client.ts';

export const countsQueryOptions = (query: Query) =>
  queryOptions({
    queryKey: ['cases', 'counts', query],
    queryFn: ({ signal }) => get<WorkListCounts>('/api/cases/counts', query, signal),
    placeholderData: keepPreviousData,
  });

export const total = (counts: WorkListCounts): number => Object.values(counts.buckets).reduce((sum, n) => sum + n, 0);

/** How many cases stand on a list; undefined until it is known. */
export const useListTotal = (query: Query, enabled = true): number | undefined => {
  const { data } = useQuery({ ...countsQueryOptions(query), enabled });
  return enabled && data ? total(data) : undefined;
};
