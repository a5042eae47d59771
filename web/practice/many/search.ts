export const manyViews = ['board', 'tasks', 'talks', 'denials', 'figures'] as const;
export type ManyView = (typeof manyViews)[number];
export type ManySearch = { readonly view?: ManyView; readonly in?: string };

/** What is shown of which practice, as the address holds it. */
export const readManySearch = (search: Record<string, unknown>): ManySearch => {
  const view = manyViews.find((v) => v === search.view);
  return {
    ...(view && view !== 'board' ? { view } : {}),
    ...(typeof search.in === 'string' && search.in !== '' ? { in: search.in } : {}),
  };
};
