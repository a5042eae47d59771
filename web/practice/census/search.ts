import { type CensusGapKind, censusGapKinds } from '@openum/domain/practiceCensus/check.ts';
import { isCalendarDateText } from '@openum/domain/time/instant.ts';

export type CensusSearch = { readonly from?: string; readonly kind?: CensusGapKind; readonly page?: string };

/** What the census check is narrowed to, as its address holds it. */
export const readCensusSearch = (search: Record<string, unknown>): CensusSearch => {
  const kind = censusGapKinds.find((k) => k === search.kind);
  const { from, page } = search;
  return {
    ...(typeof from === 'string' && isCalendarDateText(from) ? { from } : {}),
    ...(kind ? { kind } : {}),
    ...(typeof page === 'string' && /^([2-9]|[1-9]\d{1,5})$/.test(page) ? { page } : {}),
  };
};
