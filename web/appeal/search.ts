import { appealStatuses } from '@openum/domain/appeal/appeal.ts';
import { type LineOfBusiness, linesOfBusiness } from '@openum/domain/case/request.ts';
import type { Query } from '../api/client.ts';

export type AppealsSearch = {
  readonly list?: 'over' | 'all';
  readonly status?: string;
  readonly level?: string;
  readonly line?: LineOfBusiness;
  readonly pace?: 'standard' | 'expedited';
  readonly due?: 'today' | 'week';
  readonly text?: string;
};

const statuses: readonly string[] = [...appealStatuses, 'open', 'answered'];

export const readAppealsSearch = (search: Record<string, unknown>): AppealsSearch => {
  const line = linesOfBusiness.find((l) => l === search.line);
  const text = (key: string): string | undefined =>
    typeof search[key] === 'string' && search[key] !== '' ? search[key] : undefined;
  const status = statuses.find((s) => s === search.status);
  const level = text('level');
  const typed = text('text');
  return {
    ...(search.list === 'over' || search.list === 'all' ? { list: search.list } : {}),
    ...(status ? { status } : {}),
    ...(level ? { level } : {}),
    ...(line ? { line } : {}),
    ...(search.pace === 'standard' || search.pace === 'expedited' ? { pace: search.pace } : {}),
    ...(search.due === 'today' || search.due === 'week' ? { due: search.due } : {}),
    ...(typed ? { text: typed } : {}),
  };
};

/** What the address says, as the server wants it. */
export const queryOf = (s: AppealsSearch, dueBefore: string | undefined): Query => ({
  open: s.list === undefined ? 'yes' : s.list === 'over' ? 'no' : undefined,
  status: s.status,
  levelId: s.level,
  lineOfBusiness: s.line,
  urgency: s.pace,
  dueBefore,
  text: s.text,
});

export type RatesSearch = { readonly from?: string; readonly until?: string; readonly by?: string };

const day = /^\d{4}-\d\d-\d\d$/;

export const readRatesSearch = (search: Record<string, unknown>): RatesSearch => ({
  ...(typeof search.from === 'string' && day.test(search.from) ? { from: search.from } : {}),
  ...(typeof search.until === 'string' && day.test(search.until) ? { until: search.until } : {}),
  ...(typeof search.by === 'string' ? { by: search.by } : {}),
});
