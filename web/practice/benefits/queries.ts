import type { BenefitDesk, BenefitPage } from '@openum/http/contract/practice/benefits.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../../api/client.ts';

export const benefitsPath = (episodeId: string): string =>
  `/api/practice/episodes/${encodeURIComponent(episodeId)}/benefits`;

export const benefitsQuery = (episodeId: string) =>
  queryOptions({
    queryKey: ['practice', 'benefits', episodeId],
    queryFn: ({ signal }) => get<BenefitDesk>(benefitsPath(episodeId), {}, signal),
  });

export const benefitListQuery = infiniteQueryOptions({
  queryKey: ['practice', 'benefits', 'list'],
  queryFn: ({ pageParam, signal }) => get<BenefitPage>('/api/practice/benefits', { after: pageParam }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.next,
});
