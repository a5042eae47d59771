export type RateSearch = { readonly line?: string };

/** The line of a set that is open, by its place. */
export const readRateSearch = (search: Record<string, unknown>): RateSearch =>
  typeof search.line === 'string' && /^\d{1,4}$/.test(search.line) ? { line: search.line } : {};
