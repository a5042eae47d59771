import type { VisitCounts } from '@openum/http/contract/admission.ts';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client.ts';

const lookEveryMs = 30_000;

/** How many visits want completing; undefined while it is not known or nobody asks. */
export const useIncompleteVisits = (asked: boolean): number | undefined =>
  useQuery({
    queryKey: ['visits', 'counts'],
    queryFn: ({ signal }) => get<VisitCounts>('/api/visits/counts', {}, signal),
    enabled: asked,
    refetchInterval: lookEveryMs,
  }).data?.incomplete;
