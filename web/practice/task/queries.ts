import type { RequestDesk, TalkBoard, TaskPage } from '@openum/http/contract/practice/request.ts';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../../api/client.ts';

export type TasksSearch = {
  readonly whose?: string;
  readonly from?: string;
  readonly to?: string;
  readonly page?: number;
  readonly size?: number;
};

export const tasksQuery = (search: TasksSearch) =>
  queryOptions({
    queryKey: ['practice', 'tasks', search],
    queryFn: ({ signal }) => get<TaskPage>('/api/practice/tasks', search, signal),
    refetchInterval: 60_000,
  });

export const talksQuery = (page: number) =>
  queryOptions({
    queryKey: ['practice', 'talks', page],
    queryFn: ({ signal }) => get<TalkBoard>('/api/practice/talks', { page }, signal),
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
