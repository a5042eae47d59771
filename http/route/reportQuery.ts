import type { CaseKind, CaseListFilter, LineFilter, TalkFilter } from '@openum/casework/port/caseReports.ts';
import type { Tenant } from '@openum/casework/port/identity.ts';
import type { ClockListFilter } from '@openum/casework/port/reports.ts';
import { addDays, type CalendarDate, dateInZone, type Instant, startOfDay } from '@openum/domain/time/instant.ts';
import type { z } from 'zod';
import type { clocksQuery, linesQuery, reportedCasesQuery, talksQuery } from '../contract/report.ts';

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

export const lineFilterOf = (q: z.output<typeof linesQuery>): LineFilter => {
  const { decidedFrom, decidedThrough, outcome, byRule, appealFrom, appealThrough, appealOutcome, dial } = q;
  const asked = (...parts: readonly unknown[]) => parts.some((x) => x !== undefined);
  return {
    ...kindOf(q),
    ...(asked(decidedFrom, decidedThrough, outcome, byRule)
      ? { decided: present({ ...halfOpen(decidedFrom, decidedThrough), outcome, byRule }) }
      : {}),
    ...(asked(appealFrom, appealThrough, appealOutcome)
      ? { appealed: present({ ...halfOpen(appealFrom, appealThrough), outcome: appealOutcome }) }
      : {}),
    ...(dial === undefined ? {} : { dial }),
  };
};

export const talkFilterOf = (q: z.output<typeof talksQuery>, tenant: Tenant): TalkFilter => {
  const from = startOfDay(q.talkFrom ?? ('1970-01-01' as CalendarDate), tenant.zone);
  const before = startOfDay(addDays(q.talkThrough ?? ('9998-12-31' as CalendarDate), 1), tenant.zone);
  return { ...kindOf(q), talk: { end: q.talk, from, before, ...(q.talkOutcome ? { outcome: q.talkOutcome } : {}) } };
};

export const caseListFilterOf = (
  q: z.output<typeof reportedCasesQuery>,
  now: Instant,
  tenant: Tenant,
): CaseListFilter => {
  const { channel, open, assignee } = q;
  return present<CaseListFilter>({
    ...kindOf(q),
    received: q.from || q.through ? halfOpen(q.from, q.through) : undefined,
    channel,
    open,
    assignee,
    due: dueOf(q.due, now, tenant),
  });
};
