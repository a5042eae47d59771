import type { Load, Routing, SavedRoutingPlan } from '@openum/casework/port/routing.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { CaseRows } from '@openum/casework/projection/rows.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { compareText, perTenant } from './tenants.ts';

export const memoryRouting = (rowsOf: (scope: Scope) => readonly CaseRows[]): Routing => {
  const plans = perTenant((): SavedRoutingPlan[] => []);
  const clinical = (scope: Scope) =>
    rowsOf(scope)
      .map((r) => r.case)
      .filter((c) => c.queue === 'clinical');
  return {
    current: async (scope) => structuredClone(plans(scope).at(-1)),
    history: async (scope, limit) =>
      plans(scope)
        .map(({ plan: _, ...rest }) => rest)
        .toReversed()
        .slice(0, limit),
    save: async (scope, saved) => {
      const kept = plans(scope);
      if (saved.version !== kept.length + 1) return false;
      kept.push(structuredClone(saved));
      return true;
    },
    loads: async (scope, now) => {
      const day = addElapsed(now, { hours: 24 });
      const threeDays = addElapsed(now, { hours: 72 });
      const loads = new Map<string, Load>();
      for (const { assigneeUserId: userId, nextDueAt: due } of clinical(scope)) {
        if (userId === undefined) continue;
        const weight = due !== undefined && due < day ? 3 : due !== undefined && due < threeDays ? 2 : 1;
        const before = loads.get(userId) ?? { userId, open: 0, load: 0 };
        loads.set(userId, { userId, open: before.open + 1, load: before.load + weight });
      }
      return [...loads.values()].sort((a, b) => compareText(a.userId, b.userId));
    },
    strays: async (scope, ownerIds, limit) =>
      clinical(scope)
        .filter((c) => c.assigneeUserId === undefined || ownerIds.includes(c.assigneeUserId))
        .sort((a, b) => compareText(a.nextDueAt ?? '~', b.nextDueAt ?? '~') || compareText(a.caseId, b.caseId))
        .slice(0, limit)
        .map((c) => c.caseId),
  };
};
