import type { CaseKind, CaseListFilter } from '@openum/casework/port/caseReports.ts';
import type { Tenant } from '@openum/casework/port/identity.ts';
import type { ClockListFilter } from '@openum/casework/port/reports.ts';
import { addDays, type CalendarDate, dateInZone, type Instant, startOfDay } from '@openum/domain/time/instant.ts';
import type { z } from 'zod';
import type { clocksQuery, reportedCasesQuery } from '../contract/report.ts';

type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Without the fields that were not asked for. */
const present = <T extends object>(given: Optional<T>): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;

const halfOpen = (from: CalendarDate | undefined, through: CalendarDate | undefined) =>
  present<{ from?: CalendarDate; before?: CalendarDate }>({ from, before: through && addDays(through, 1) });

export const kindOf = ({ lineOfBusiness, state, reviewType }: Optional<CaseKind>): CaseKind =>
  present<CaseKind>({ lineOfBusiness, state, reviewType });

export const clockFilterOf = (q: Optional<Omit<z.output<typeof clocksQuery>, 'after' | 'limit'>>): ClockListFilter => {
  const { from, through, ...rest } = q;
  return present<ClockListFilter>({ ...rest, ...halfOpen(from, through) });
};

const dueOf = (due: 'overdue' | 'today' | undefined, now: Instant, tenant: Tenant): CaseListFilter['due'] => {
  if (due === undefined) return undefined;
  if (due === 'overdue') return { before: now };
  return { from: now, before: startOfDay(addDays(dateInZone(now, tenant.zone), 1), tenant.zone) };
};

const decidedOf = (q: z.output<typeof reportedCasesQuery>): CaseListFilter['decided'] => {
  const { decidedFrom, decidedThrough, outcome, byRule } = q;
  if ([decidedFrom, decidedThrough, outcome, byRule].every((x) => x === undefined)) return undefined;
  return present({ ...halfOpen(decidedFrom, decidedThrough), outcome, byRule, reviewType: q.reviewType });
};

const appealedOf = (q: z.output<typeof reportedCasesQuery>): CaseListFilter['appealed'] => {
  const { appealFrom, appealThrough, appealOutcome } = q;
  if ([appealFrom, appealThrough, appealOutcome].every((x) => x === undefined)) return undefined;
  return present({ ...halfOpen(appealFrom, appealThrough), outcome: appealOutcome });
};

const talkOf = (q: z.output<typeof reportedCasesQuery>, tenant: Tenant): CaseListFilter['talk'] => {
  if (q.talk === undefined) return undefined;
  const from = startOfDay(q.talkFrom ?? ('1970-01-01' as CalendarDate), tenant.zone);
  const before = startOfDay(addDays(q.talkThrough ?? ('9998-12-31' as CalendarDate), 1), tenant.zone);
  return { end: q.talk, from, before, ...(q.talkOutcome ? { outcome: q.talkOutcome } : {}) };
};

/** The stage of a decision is that of its line; of everything else, that of the case. */
export const caseListFilterOf = (
  q: z.output<typeof reportedCasesQuery>,
  now: Instant,
  tenant: Tenant,
): CaseListFilter => {
  const decided = decidedOf(q);
  const { lineOfBusiness, state, channel, open, assignee } = q;
  return present<CaseListFilter>({
    ...kindOf({ lineOfBusiness, state, reviewType: decided ? undefined : q.reviewType }),
    received: q.from || q.through ? halfOpen(q.from, q.through) : undefined,
    channel,
    open,
    assignee,
    due: dueOf(q.due, now, tenant),
    decided,
    appealed: appealedOf(q),
    talk: talkOf(q, tenant),
  });
};
