import { refuse } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { Physician } from '@openum/domain/matching/physician.ts';
import type { AssignmentGround, PhysicianSought } from '@openum/domain/physician/event.ts';
import { heldSince, seekBecause } from '@openum/domain/physician/watch.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { execute } from '../case/execute.ts';
import type { Casework } from '../casework.ts';
import { physiciansOf } from '../matching/people.ts';
import { firstDeadline, rankFor } from '../matching/rank.ts';
import type { Scope } from '../port/scope.ts';

const mostReads = 500;

const openedSince = async (
  { readLog }: Casework,
  scope: Scope,
  caseId: string,
  userId: string,
  since: Instant | undefined,
): Promise<boolean> =>
  (await readLog.ofCase(scope, caseId, mostReads)).some(
    (r) => r.userId === userId && (since === undefined || r.at >= since),
  );

const groundOf = async (
  casework: Casework,
  scope: Scope,
  caseId: string,
  c: Case,
  people: readonly Physician[],
  now: Instant,
): Promise<AssignmentGround | undefined> => {
  const { knowledge } = casework;
  const holder = people.find((p) => p.userId === c.assignee?.userId);
  const dueAt = firstDeadline(c, knowledge, now);
  const opened = holder !== undefined && (await openedSince(casework, scope, caseId, holder.userId, heldSince(c)));
  return seekBecause(
    { case: c, ...(holder ? { holder } : {}), opened, ...(dueAt ? { dueAt } : {}) },
    knowledge.matchingPolicy,
    now,
  );
};

export type Found = { readonly state: Case; readonly sought: PhysicianSought };

/** What may have become of the case meanwhile, none of which is a fault. */
const harmless = ['notReferred', 'physicianFindingNoted', 'alreadyAssigned', 'notAllowedInStatus', 'caseNotFound'];

/**
 * Looks after a case that waits for a physician: gives it to the first who may decide it and is there, when nobody has it or whoever
 * has it does not come to it. Undefined when there was nothing to do. Safe to call again, and in several processes at once.
 */
export const seekPhysician = async (
  casework: Casework,
  scope: Scope,
  caseId: string,
  known?: readonly Physician[],
): Promise<Found | undefined> => {
  const people = known ?? (await physiciansOf(casework, scope));
  const executed = await execute(casework, scope, {
    caseId,
    command: async ({ state }) => {
      const now = casework.environment.now();
      const because = await groundOf(casework, scope, caseId, state, people, now);
      if (because === undefined) return refuse('notReferred');
      return {
        type: 'AssignPhysician',
        actor: { kind: 'system', component: 'flow' },
        now,
        because,
        ranked: rankFor(state, people, casework.knowledge, now),
      };
    },
  });
  if (executed.kind === 'done') {
    const sought = executed.events.find((e) => e.type === 'PhysicianSought');
    return sought ? { state: executed.state, sought: sought.data } : undefined;
  }
  if (executed.kind === 'refused' && harmless.includes(executed.refusal.code)) return undefined;
  throw new Error(executed.kind === 'refused' ? `refused: ${executed.refusal.code}` : 'the case kept changing');
};
