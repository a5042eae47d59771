import type { DenialActBody, DenialPage } from '@openum/http/contract/practice/denial.ts';
import type { EpisodeAnswer } from '@openum/http/contract/practice/episode.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post } from '../../api/client.ts';
import { newId } from '../../api/command.ts';
import type { DenialSearch } from './search.ts';

export const denialsQuery = (search: DenialSearch) =>
  queryOptions({
    queryKey: ['practice', 'denials', search],
    queryFn: ({ signal }) => get<DenialPage>('/api/practice/denials', search, signal),
  });

type On = { readonly episodeId: string; readonly version: number };

/** One act on a denial; a second try of the same act does nothing twice. */
export const useDenialAct = ({ episodeId, version }: On, done: () => void) => {
  const client = useQueryClient();
  const [commandId, setCommandId] = useState(newId);
  return useMutation({
    mutationFn: (act: DenialActBody) =>
      post<EpisodeAnswer>(`/api/practice/episodes/${encodeURIComponent(episodeId)}/denial-acts`, {
        commandId,
        expectedVersion: version,
        act,
      }),
    onSuccess: async () => {
      setCommandId(newId());
      await client.invalidateQueries({ queryKey: ['practice'] });
      done();
    },
  });
};
