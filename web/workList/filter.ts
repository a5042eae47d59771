import {
  type LineOfBusiness,
  linesOfBusiness,
  type ReviewType,
  reviewTypes,
  type Urgency,
} from '@openum/domain/case/request.ts';
import { type CaseStatus, caseStatuses } from '@openum/domain/case/status.ts';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import type { Query } from '../api/client.ts';
import { type DueBucket, dueBuckets, dueRange } from './due.ts';

export const workTabs = ['mine', 'unassigned', 'clinical', 'all'] as const;
export type WorkTab = (typeof workTabs)[number];

export type WorkFilter = {
  readonly tab: WorkTab;
  readonly due?: DueBucket;
  readonly lines: readonly LineOfBusiness[];
  /** Stages of review. */
  readonly stages: readonly ReviewType[];
  readonly urgency?: Urgency;
  readonly statuses: readonly CaseStatus[];
  readonly text: string;
};

/** The filter as it stands in the address bar; what is not filtered is not there. */
export type WorkSearch = {
  readonly tab?: string;
  readonly due?: string;
  readonly line?: string;
  readonly stage?: string;
  readonly urgency?: string;
  readonly status?: string;
  readonly text?: string;
};

export const noFilter: WorkFilter = { tab: 'mine', lines: [], stages: [], statuses: [], text: '' };

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((x) => x === value);

const someOf = <T extends string>(all: readonly T[], value: unknown): readonly T[] => {
  const named = typeof value === 'string' ? value.split(',') : [];
  return all.filter((x) => named.includes(x));
};

/** Reads an address; words that mean nothing are left out rather than refused. */
export const filterOf = (search: Readonly<Record<string, unknown>>): WorkFilter => {
  const due = oneOf(dueBuckets, search.due);
  const urgency = oneOf(['standard', 'expedited'] as const, search.urgency);
  return {
    tab: oneOf(workTabs, search.tab) ?? noFilter.tab,
    lines: someOf(linesOfBusiness, search.line),
    stages: someOf(reviewTypes, search.stage),
    statuses: someOf(caseStatuses, search.status),
    text: typeof search.text === 'string' ? search.text.slice(0, 100) : '',
    ...(due ? { due } : {}),
    ...(urgency ? { urgency } : {}),
  };
};

export const searchOf = (filter: WorkFilter): WorkSearch => ({
  ...(filter.tab === noFilter.tab ? {} : { tab: filter.tab }),
  ...(filter.due ? { due: filter.due } : {}),
  ...(filter.lines.length > 0 ? { line: filter.lines.join(',') } : {}),
  ...(filter.stages.length > 0 ? { stage: filter.stages.join(',') } : {}),
  ...(filter.urgency ? { urgency: filter.urgency } : {}),
  ...(filter.statuses.length > 0 ? { status: filter.statuses.join(',') } : {}),
  ...(filter.text ? { text: filter.text } : {}),
});

export const readWorkSearch = (search: Record<string, unknown>): WorkSearch => searchOf(filterOf(search));

/** Whether the filter lets in closed cases, which have nothing due and are therefore not counted. */
export const countsAll = (f: WorkFilter): boolean => !f.statuses.some((s) => closed.includes(s));

/** What is filtered besides the tab. */
export const isNarrowed = (f: WorkFilter): boolean =>
  f.due !== undefined ||
  f.urgency !== undefined ||
  f.lines.length > 0 ||
  f.stages.length > 0 ||
  f.statuses.length > 0 ||
  f.text !== '';

const closed: readonly CaseStatus[] = ['determined', 'withdrawn', 'voided'];
const open = caseStatuses.filter((s) => !closed.includes(s));

const tabQuery: Record<WorkTab, Query> = {
  mine: { assignee: 'me', status: open },
  unassigned: { assignee: 'none', status: open },
  clinical: { queue: 'clinical' },
  all: { status: open },
};

/** The filter without its due bucket, as GET /api/cases/counts takes it. */
export const countsQuery = (filter: WorkFilter, base: Query = tabQuery[filter.tab]): Query => ({
  ...base,
  lineOfBusiness: filter.lines,
  ...(filter.stages.length > 0 ? { reviewType: filter.stages } : {}),
  urgency: filter.urgency,
  ...(filter.statuses.length > 0 ? { status: filter.statuses } : {}),
  text: filter.text || undefined,
});

/** The filter as GET /api/cases takes it at a moment. */
export const listQuery = (
  filter: WorkFilter,
  nowMs: number,
  zone: ZoneId,
  base: Query = tabQuery[filter.tab],
): Query => {
  const range = filter.due ? dueRange(filter.due, nowMs, zone) : {};
  return { ...countsQuery(filter, base), dueFrom: range.from, dueBefore: range.before };
};
