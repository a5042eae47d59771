import type { ManyBoard, ManyDenials, ManyFigures, ManyTalks, ManyTasks } from '@openum/http/contract/practice/many.ts';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../../api/client.ts';

const refetchInterval = 60_000;

const many = <T>(path: string) =>
  function ofPractice(only: string | undefined) {
    return queryOptions({
      queryKey: ['practice', 'many', path, only ?? ''],
      queryFn: ({ signal }) => get<T>(`/api/practice/many/${path}`, { in: only }, signal),
      refetchInterval,
    });
  };

export const manyBoardQuery = many<ManyBoard>('board');
export const manyTasksQuery = many<ManyTasks>('tasks');
export const manyTalksQuery = many<ManyTalks>('talks');
export const manyDenialsQuery = many<ManyDenials>('denials');
export const manyFiguresQuery = many<ManyFigures>('four-questions');
