import { refuse } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { earliestHard } from '@openum/domain/clock/receipt.ts';
import { atWorkFrom, type Colleague } from '@openum/domain/routing/route.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { execute } from '../case/execute.ts';
import type { Casework } from '../casework.ts';
import { receiptsOf } from '../clock/receipts.ts';
import type { Scope } from '../port/scope.ts';
import { colleaguesOf, rerouteOf } from './route.ts';

/** Why a case must not stay where it is, or undefined. */
const whyAway = (
  c: Case,
  colleagues: ReadonlyMap<string, Colleague>,
  dueAt: Instant | undefined,
  now: Instant,
): string | undefined => {
  if (!c.assignee) return 'Nobody had it.';
  const owner = colleagues.get(c.assignee.userId);
  if (!owner) return `${c.assignee.name} does not work here any more.`;
  const back = atWorkFrom(owner, now);
  if (back === now) return undefined;
  // Off duty for the night is no reason, unless the deadline comes first.
  if (back === undefined || (dueAt !== undefined && dueAt <= back))
    return `${owner.name} is not back before the earliest deadline.`;
  return undefined;
};

/** Owners who are not at work at this moment, gone ones included. */
export const notAtWork = (colleagues: ReadonlyMap<string, Colleague>, owners: readonly string[], now: Instant) =>
  owners.filter((id) => {
    const owner = colleagues.get(id);
    return !owner || atWorkFrom(owner, now) !== now;
  });

/** Routes one case that has no owner, or whose owner will not be back in time. False when it may stay where it is. */
export const routeStray = async (casework: Casework, scope: Scope, caseId: string): Promise<boolean> => {
  const now = casework.environment.now();
  const colleagues = await colleaguesOf(casework, scope, now);
  const executed = await execute(casework, scope, {
    caseId,
    command: async ({ state: c }) => {
      const due = earliestHard(receiptsOf(c, casework.knowledge, now))?.dueAt;
      const why = whyAway(c, colleagues, due, now);
      const routed = why === undefined ? undefined : await rerouteOf(casework, scope, c, now);
      if (!why || !routed) return refuse('noRoute');
      return {
        type: 'RouteCase',
        actor: { kind: 'system', component: 'flow' },
        now,
        team: routed.team,
        ...(routed.to ? { to: routed.to } : {}),
        ...(c.assignee ? { from: c.assignee } : {}),
        because: `${why} ${routed.because}`,
      };
    },
  });
  return executed.kind === 'done';
};
