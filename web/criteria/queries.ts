import type { CriteriaLibraryView, CriteriaSetView } from '@openum/http/contract/criteria.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { get } from '../api/client.ts';

const libraryQuery = queryOptions({
  queryKey: ['criteria'],
  queryFn: ({ signal }) => get<CriteriaLibraryView>('/api/criteria', {}, signal),
});

export const useLibrary = () => useQuery(libraryQuery);

export const useLibrarySet = (setId: string | undefined) =>
  useQuery({
    queryKey: ['criteria', setId],
    queryFn: ({ signal }) => get<CriteriaSetView>(`/api/criteria/${encodeURIComponent(setId ?? '')}`, {}, signal),
    enabled: setId !== undefined,
  });
