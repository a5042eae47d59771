import { unsettledStates } from '@openum/domain/intake/arrivalState.ts';
import type { IntakeCounts } from '@openum/http/contract/intake.ts';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client.ts';

const lookEveryMs = 30_000;

/** How many arrivals want somebody; undefined while it is not known or nobody asks. */
export const useIntakeTotal = (asked: boolean): number | undefined => {
  const { data } = useQuery({
    queryKey: ['intake', 'counts', {}],
    queryFn: ({ signal }) => get<IntakeCounts>('/api/intake/counts', {}, signal),
    enabled: asked,
    refetchInterval: lookEveryMs,
  });
  return data && unsettledStates.reduce((sum, s) => sum + (data.counts[s] ?? 0), 0);
};
