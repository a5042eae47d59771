import type { DueBucket } from '@openum/domain/episode/board.ts';
import type { ManyBoard, ManyDenials, ManyFigures, ManyTalks, ManyTasks } from '@openum/http/contract/practice/many.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get } from '../../api/client.ts';

const refetchInterval = 60_000;

/** What is asked of the practices: which of them, which page, and on the board by when the payer must hear. */
export type ManyAsked = { readonly in?: string; readonly page?: string; readonly due?: DueBucket };

const many = <T>(path: string) =>
  function ofPractices(asked: ManyAsked) {
    return queryOptions({
      queryKey: ['practice', 'many', path, asked],
      queryFn: ({ signal }) => get<T>(`/api/practice/many/${path}`, asked, signal),
      placeholderData: keepPreviousData,
      refetchInterval,
    });
  };

export const manyBoardQuery = many<ManyBoard>('board');
export const manyTasksQuery = many<ManyTasks>('tasks');
export const manyTalksQuery = many<ManyTalks>('talks');
export const manyDenialsQuery = many<ManyDenials>('denials');
export const manyFiguresQuery = many<ManyFigures>('four-questions');
