import { readCursor, writeCursor } from '@openum/casework/port/cursor.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { searchKey } from '@openum/casework/port/searchKey.ts';
import type { DueBuckets, WorkList, WorkListFilter } from '@openum/casework/port/workList.ts';
import type { CaseRows } from '@openum/casework/projection/rows.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';
import { compareText } from './tenants.ts';

const matchesText = ({ case: c, items }: CaseRows, typed: string): boolean => {
  const text = typed.trim();
  const numbers = [text, text.toUpperCase()];
  return (
    searchKey(c.memberName).startsWith(searchKey(text)) ||
    numbers.includes(c.memberNumber) ||
    numbers.includes(c.caseNumber) ||
    c.requestingProviderNpi === text ||
    c.requestingProviderName.toLowerCase().startsWith(text.toLowerCase()) ||
    items.some((i) => i.authorizationNumber !== undefined && numbers.includes(i.authorizationNumber))
  );
};

const matches = (rows: CaseRows, f: WorkListFilter): boolean => {
  const c = rows.case;
  return (
    (f.queue === undefined || c.queue === f.queue) &&
    (f.assignee === undefined ||
      (f.assignee === 'none' ? c.assigneeUserId === undefined : c.assigneeUserId === f.assignee)) &&
    (f.status === undefined || f.status.includes(c.status)) &&
    (f.lineOfBusiness === undefined || f.lineOfBusiness.includes(c.lineOfBusiness)) &&
    (f.reviewType === undefined || f.reviewType.includes(c.reviewType)) &&
    (f.urgency === undefined || c.urgency === f.urgency) &&
    (f.dueFrom === undefined || (c.nextDueAt !== undefined && c.nextDueAt >= f.dueFrom)) &&
    (f.dueBefore === undefined || (c.nextDueAt !== undefined && c.nextDueAt < f.dueBefore)) &&
    (f.text === undefined || f.text.trim() === '' || matchesText(rows, f.text))
  );
};

type Place = { readonly nextDueAt?: string | undefined; readonly caseId: string };

/** `~` sorts after every moment. */
const byDue = (a: Place, b: Place): number =>
  compareText(a.nextDueAt ?? '~', b.nextDueAt ?? '~') || compareText(a.caseId, b.caseId);

type Received = { readonly receivedAt: string; readonly caseId: string };

const newestFirst = (a: Received, b: Received): number =>
  compareText(b.receivedAt, a.receivedAt) || compareText(b.caseId, a.caseId);

const bucketOf = (due: Instant, now: Instant, endOfToday: Instant): keyof DueBuckets =>
  due < now
    ? 'overdue'
    : due <= addElapsed(now, { hours: 4 })
      ? 'within4Hours'
      : due <= endOfToday
        ? 'today'
        : due <= addElapsed(now, { hours: 72 })
          ? 'within3Days'
          : 'later';

export const memoryWorkList = (rowsOf: (scope: Scope) => readonly CaseRows[]): WorkList => ({
  page: async (scope, filter, after, limit) => {
    const from = after === undefined ? undefined : readCursor(after);
    const found = rowsOf(scope)
      .filter((r) => matches(r, filter))
      .map((r) => r.case)
      .sort(byDue)
      .filter((c) => from === undefined || byDue(c, { nextDueAt: from.moment, caseId: from.caseId }) > 0);
    const rows = structuredClone(found.slice(0, limit));
    const last = rows.at(-1);
    return last && found.length > limit
      ? { rows, next: writeCursor({ moment: last.nextDueAt, caseId: last.caseId }) }
      : { rows };
  },
  buckets: async (scope, filter, now, endOfToday) => {
    const count = { overdue: 0, within4Hours: 0, today: 0, within3Days: 0, later: 0 };
    for (const r of rowsOf(scope))
      if (matches(r, filter) && r.case.nextDueAt !== undefined) count[bucketOf(r.case.nextDueAt, now, endOfToday)] += 1;
    return count;
  },
  withOpenSteps: async (scope, stepIds) => {
    const tasks = rowsOf(scope).flatMap((r) =>
      r.tasks.filter((t) => stepIds.includes(t.stepId)).map((t) => ({ caseId: r.case.caseId, nextDueAt: t.dueAt })),
    );
    return [...new Set(tasks.sort(byDue).map((t) => t.caseId))];
  },
  ofMember: async (scope, memberNumber, limit) =>
    structuredClone(
      rowsOf(scope)
        .map((r) => r.case)
        .filter((c) => c.memberNumber === memberNumber)
        .sort(newestFirst)
        .slice(0, limit),
    ),
  ofRequesters: async (scope, npis, filter, after, limit) => {
    const from = after === undefined ? undefined : readCursor(after);
    const place = from && { receivedAt: from.moment ?? '', caseId: from.caseId };
    const found = rowsOf(scope)
      .filter((r) => npis.includes(r.case.requestingProviderNpi ?? 'none') && matches(r, filter))
      .sort((a, b) => newestFirst(a.case, b.case))
      .filter((r) => place === undefined || newestFirst(r.case, place) > 0);
    const rows = structuredClone(found.slice(0, limit)).map((r) => ({
      case: r.case,
      outcomes: r.items.toSorted((a, b) => a.itemSequence - b.itemSequence).map((i) => i.status),
    }));
    const last = rows.at(-1)?.case;
    return last && found.length > limit
      ? { rows, next: writeCursor({ moment: last.receivedAt, caseId: last.caseId }) }
      : { rows };
  },
  inquire: async (scope, q) =>
    rowsOf(scope)
      .filter(
        ({ case: c, items }) =>
          c.memberNumber === q.memberNumber &&
          c.requestingProviderNpi !== undefined &&
          q.npis.includes(c.requestingProviderNpi) &&
          (q.caseNumbers.length === 0 || q.caseNumbers.includes(c.caseNumber)) &&
          (q.authorizationNumbers.length === 0 ||
            items.some((i) => q.authorizationNumbers.includes(i.authorizationNumber ?? ''))) &&
          (q.serviceCodes.length === 0 || items.some((i) => q.serviceCodes.includes(i.serviceCode))),
      )
      .map((r) => r.case)
      .sort(newestFirst)
      .slice(0, q.limit)
      .map((c) => c.caseId),
});
