import { physiciansOf } from '@openum/casework/matching/people.ts';
import { type Found, seekPhysician } from '@openum/casework/physician/seek.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { activeUsers, type Teller, tellOfCase, withAnyRole } from '../clock/tell.ts';

const mostPerTurn = 200;

/** Tells whoever now has the case, whoever had it, and, when nobody was found, those who have to find somebody. */
const tell = async (watch: Teller, scope: Scope, caseId: string, { state, sought }: Found): Promise<void> => {
  const users = await activeUsers(watch, scope);
  const leads = withAnyRole(users, watch.casework.knowledge.matchingPolicy.alertRoles);
  const first = sought.because === 'referral' && sought.to !== undefined;
  const people = [sought.to?.userId, sought.from?.userId, ...(first ? [] : leads.map((u) => u.userId))];
  const to = users.filter((u) => people.includes(u.userId));
  // Each look is told once: its number is part of the step.
  const step = sought.to ? (first ? 'physicianAssigned' : 'physicianChanged') : 'physicianMissing';
  await tellOfCase(watch, scope, caseId, state, `${step}.${state.physiciansSought.length}`, to);
};

/** Looks for a physician for one case, and tells whom it concerns. False when there was nothing to do. */
export const watchCase = async (watch: Teller, scope: Scope, caseId: string): Promise<boolean> => {
  const found = await seekPhysician(watch.casework, scope, caseId);
  if (found) await tell(watch, scope, caseId, found);
  return found !== undefined;
};

/**
 * One look at every case that waits for a physician, the earliest due first: who nobody has, whose physician is away or has not
 * opened it in good time, goes to the next, before the deadline is in danger. Returns how many were acted on.
 * A case that fails goes into `setAside` and is tried again once the others are done.
 */
export const sweepPhysicians = async (
  watch: Teller,
  setAside: Set<string>,
  onFailure: (caseId: string, error: unknown) => void,
  limit = mostPerTurn,
): Promise<number> => {
  const { casework } = watch;
  let acted = 0;
  let looked = 0;
  for (const { tenantId, kind } of await casework.identity.tenants()) {
    if (kind !== 'plan') continue;
    const scope = { tenantId };
    const waiting = (await casework.physicians.waiting(scope)).filter((w) => !setAside.has(w.caseId)).slice(0, limit);
    looked += waiting.length;
    let people = await physiciansOf(casework, scope);
    for (const { caseId } of waiting) {
      try {
        const found = await seekPhysician(casework, scope, caseId, people);
        if (!found) continue;
        await tell(watch, scope, caseId, found);
        acted += 1;
        // Who holds how much has changed with the case that was given away.
        people = await physiciansOf(casework, scope);
      } catch (error) {
        setAside.add(caseId);
        onFailure(caseId, error);
      }
    }
  }
  if (looked === 0) setAside.clear();
  return acted;
};
