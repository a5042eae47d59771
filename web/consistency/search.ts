export type RateSearch = { readonly line?: string };

/** The line of a set that is open, by its place. */
export const readRateSearch = (search: Record<string, unknown>): RateSearch =>
  typeof search.line === 'string' && /^\d{1,4}$/.test(search.line) ? { line: search.line } : {};

/** What of a set is open: all of it, one reviewer, or one criteria set. */
export type SetSearch = { readonly reviewer?: string; readonly criteria?: string };

const isName = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 120;

export const readSetSearch = ({ reviewer, criteria }: Record<string, unknown>): SetSearch =>
  isName(reviewer) ? { reviewer } : isName(criteria) ? { criteria } : {};
