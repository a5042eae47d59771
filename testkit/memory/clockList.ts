import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { ClockList, ListedClock } from '@openum/casework/port/clockList.ts';
import type { Notifications } from '@openum/casework/port/notifications.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { CaseRows } from '@openum/casework/projection/rows.ts';
import { alarmKey, alarmMoment } from '@openum/domain/alarm/alarm.ts';
import { compareText } from './tenants.ts';

const byDue = (a: ListedClock, b: ListedClock): number =>
  compareText(a.dueAt, b.dueAt) || compareText(a.caseId, b.caseId) || compareText(a.clockId, b.clockId);

export const memoryClockList = (
  cases: CaseStore,
  rowsOf: (scope: Scope) => readonly CaseRows[],
  notifications: Notifications,
): ClockList => ({
  missed: async (scope, now, limit) => {
    const due = rowsOf(scope).flatMap((r) =>
      r.clocks
        .filter((k) => k.hard && !k.superseded && k.metAt === undefined && k.dueAt < now)
        .map((k) => ({ caseId: r.case.caseId, clockId: k.clockId, dueAt: k.dueAt })),
    );
    const noted = await Promise.all(
      due.map(async (k) =>
        (await cases.events(scope, k.caseId)).some((e) => e.type === 'DeadlineMissed' && e.data.clockId === k.clockId),
      ),
    );
    return due
      .filter((_, i) => !noted[i])
      .sort(byDue)
      .slice(0, limit);
  },
  alarming: async (scope, marks, now, limit) => {
    const reached = rowsOf(scope).flatMap((r) =>
      r.clocks
        .filter((k) => k.hard && !k.superseded && k.metAt === undefined)
        .flatMap((k) =>
          marks.flatMap((mark) => {
            const at = alarmMoment(mark, k);
            return at && at <= now ? [{ at, caseId: r.case.caseId, key: alarmKey(k.clockId, mark.id) }] : [];
          }),
        ),
    );
    const open = await Promise.all(
      reached.map(async ({ caseId, key }) =>
        (await notifications.raisedOf(scope, caseId)).every((a) => alarmKey(a.clockId, a.stepId) !== key),
      ),
    );
    const oldestFirst = reached
      .filter((_, i) => open[i])
      .sort((a, b) => compareText(a.at, b.at) || compareText(a.caseId, b.caseId));
    return [...new Set(oldestFirst.map((r) => r.caseId))].slice(0, limit);
  },
});
