import type { BenefitDesk } from '@openum/http/contract/practice/benefits.ts';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../../api/client.ts';

export const benefitsPath = (episodeId: string): string =>
  `/api/practice/episodes/${encodeURIComponent(episodeId)}/benefits`;

export const benefitsQuery = (episodeId: string) =>
  queryOptions({
    queryKey: ['practice', 'benefits', episodeId],
    queryFn: ({ signal }) => get<BenefitDesk>(benefitsPath(episodeId), {}, signal),
  });
