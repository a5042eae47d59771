import type { Instant } from '@openum/domain/time/instant.ts';
import type { RequestDesk, TalkBoard, TaskLine } from '@openum/http/contract/practice/request.ts';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../../api/client.ts';

export type TaskReading = { readonly tasks: readonly TaskLine[]; readonly now: Instant };

export const tasksQuery = queryOptions({
  queryKey: ['practice', 'tasks'],
  queryFn: ({ signal }) => get<TaskReading>('/api/practice/tasks', {}, signal),
  refetchInterval: 60_000,
});

export const talksQuery = queryOptions({
  queryKey: ['practice', 'talks'],
  queryFn: ({ signal }) => get<TalkBoard>('/api/practice/talks', {}, signal),
  refetchInterval: 60_000,
});

/** Asked again now and then: answers of payers come by themselves. */
export const requestDeskQuery = (episodeId: string) =>
  queryOptions({
    queryKey: ['practice', 'requests', episodeId],
    queryFn: ({ signal }) =>
      get<RequestDesk>(`/api/practice/episodes/${encodeURIComponent(episodeId)}/requests`, {}, signal),
    refetchInterval: 15_000,
  });
