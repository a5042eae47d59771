import { denialCauses } from '@openum/domain/episode/record.ts';
import type { DenialFilter } from '@openum/http/contract/practice/denial.ts';

export type DenialSearch = DenialFilter & { readonly page?: string };

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** What the denials are narrowed to, as their address holds it. */
export const readDenialSearch = (search: Record<string, unknown>): DenialSearch => {
  const [payer, programme, page] = [search.payer, search.programme, search.page].map(text);
  const cause = denialCauses.find((c) => c === search.cause);
  return {
    ...(payer ? { payer } : {}),
    ...(programme ? { programme } : {}),
    ...(cause ? { cause } : {}),
    ...(search.appeal === 'open' ? { appeal: 'open' } : {}),
    ...(page && /^([2-9]|[1-9]\d{1,5})$/.test(page) ? { page } : {}),
  };
};

/** Whether some denials are left out. */
export const isNarrowed = ({ page: _, ...filter }: DenialSearch): boolean => Object.keys(filter).length > 0;
