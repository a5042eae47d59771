const whole = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;

export type DocumentSearch = { readonly page?: number; readonly start?: number; readonly end?: number };

/** The place in a document that the address names. */
export const readDocumentSearch = (search: Record<string, unknown>): DocumentSearch => {
  const [page, start, end] = [whole(search.page), whole(search.start), whole(search.end)];
  return {
    ...(page ? { page } : {}),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
  };
};
