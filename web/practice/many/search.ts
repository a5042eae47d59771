import { type DueBucket, dueBuckets } from '@openum/domain/episode/board.ts';

export const manyViews = ['board', 'tasks', 'talks', 'denials', 'figures'] as const;
export type ManyView = (typeof manyViews)[number];
export type ManySearch = {
  readonly view?: ManyView;
  readonly in?: string;
  readonly due?: DueBucket;
  readonly page?: string;
};

/** What is shown of which practice, as the address holds it. */
export const readManySearch = (search: Record<string, unknown>): ManySearch => {
  const view = manyViews.find((v) => v === search.view);
  const due = dueBuckets.find((d) => d === search.due);
  return {
    ...(view && view !== 'board' ? { view } : {}),
    ...(typeof search.in === 'string' && search.in !== '' ? { in: search.in } : {}),
    ...(due ? { due } : {}),
    ...(typeof search.page === 'string' && /^[1-9]\d{0,5}$/.test(search.page) ? { page: search.page } : {}),
  };
};
