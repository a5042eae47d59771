import type { EpisodeAnswer } from '@openum/http/contract/practice/episode.ts';
import type { KeepNoteCheckBody, KeptNoteChecks, NoteKnowledge } from '@openum/http/contract/practice/noteCheck.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../api/client.ts';

/** The guide does not change while the server runs. */
export const noteGuideQuery = queryOptions({
  queryKey: ['practice', 'noteGuide'],
  queryFn: ({ signal }) => get<NoteKnowledge>('/api/practice/note-guide', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

const keptKey = (episodeId: string) => ['practice', 'noteChecks', episodeId];
const keptUrl = (episodeId: string) => `/api/practice/episodes/${encodeURIComponent(episodeId)}/note-checks`;

export const keptQuery = (episodeId: string) =>
  queryOptions({
    queryKey: keptKey(episodeId),
    queryFn: ({ signal }) => get<KeptNoteChecks>(keptUrl(episodeId), {}, signal),
  });

export const useKeepCheck = (episodeId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: KeepNoteCheckBody) => post<EpisodeAnswer>(keptUrl(episodeId), body),
    onSettled: () => client.invalidateQueries({ queryKey: keptKey(episodeId) }),
  });
};
