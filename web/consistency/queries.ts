import type { RatersView, RatingLinesView, RatingSetsView, RatingSetView } from '@openum/http/contract/consistency.ts';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client.ts';

const address = (setId: string) => `/api/consistency/sets/${encodeURIComponent(setId)}`;

export const useRatingSets = () =>
  useQuery({
    queryKey: ['consistency', 'sets'],
    queryFn: ({ signal }) => get<RatingSetsView>('/api/consistency/sets', {}, signal),
  });

export const useRaters = (enabled: boolean) =>
  useQuery({
    queryKey: ['consistency', 'raters'],
    queryFn: ({ signal }) => get<RatersView>('/api/consistency/raters', {}, signal),
    enabled,
  });

export const useRatingSet = (setId: string) =>
  useQuery({
    queryKey: ['consistency', 'set', setId],
    queryFn: ({ signal }) => get<RatingSetView>(address(setId), {}, signal),
  });

export const useRatingLines = (setId: string) =>
  useQuery({
    queryKey: ['consistency', 'lines', setId],
    queryFn: ({ signal }) => get<RatingLinesView>(`${address(setId)}/lines`, {}, signal),
  });
