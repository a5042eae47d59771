import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { ClockList, ListedClock } from '@openum/casework/port/clockList.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { CaseRows } from '@openum/casework/projection/rows.ts';
import { compareText } from './tenants.ts';

const byDue = (a: ListedClock, b: ListedClock): number =>
  compareText(a.dueAt, b.dueAt) || compareText(a.caseId, b.caseId) || compareText(a.clockId, b.clockId);

export const memoryClockList = (cases: CaseStore, rowsOf: (scope: Scope) => readonly CaseRows[]): ClockList => ({
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
});
