import type { ArrivalDetail, IntakeCounts, IntakeList } from '@openum/http/contract/intake.ts';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { get } from '../api/client.ts';
import { useCaseChanges } from '../api/live.ts';
import { type IntakeSearch, intakeQueryOf } from './search.ts';

/** Messages that make no case send no word of it; the list looks for them. */
const lookEveryMs = 20_000;
const pageSize = 50;

export const useIntake = (search: IntakeSearch) => {
  const client = useQueryClient();
  const query = intakeQueryOf(search);
  const { state: _, ...narrowed } = query;
  const list = useInfiniteQuery({
    queryKey: ['intake', 'list', query],
    queryFn: ({ pageParam, signal }) =>
      get<IntakeList>('/api/intake', { ...query, after: pageParam, limit: pageSize }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: lookEveryMs,
  });
  const counts = useQuery({
    queryKey: ['intake', 'counts', narrowed],
    queryFn: ({ signal }) => get<IntakeCounts>('/api/intake/counts', narrowed, signal),
    placeholderData: keepPreviousData,
    refetchInterval: lookEveryMs,
  });
  const renew = () => void client.invalidateQueries({ queryKey: ['intake'] });
  useCaseChanges(renew, renew);
  return { list, counts: counts.data?.counts, rows: list.data?.pages.flatMap((p) => p.rows) ?? [] };
};

export const useArrival = (messageId: string) =>
  useQuery({
    queryKey: ['intake', 'one', messageId],
    queryFn: ({ signal }) => get<ArrivalDetail>(`/api/intake/${encodeURIComponent(messageId)}`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
