import type { PracticeWaiting } from '@openum/http/contract/practice/waiting.ts';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client.ts';

const lookEveryMs = 60_000;

/** How much waits for somebody at the practice; nothing while it is not known or nobody asks. */
export const usePracticeWaiting = (asked: boolean): PracticeWaiting =>
  useQuery({
    queryKey: ['practice', 'waiting'],
    queryFn: ({ signal }) => get<PracticeWaiting>('/api/practice/waiting', {}, signal),
    enabled: asked,
    refetchInterval: lookEveryMs,
  }).data ?? {};
