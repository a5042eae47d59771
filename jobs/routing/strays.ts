import type { Casework } from '@openum/casework/casework.ts';
import { colleaguesOf } from '@openum/casework/routing/route.ts';
import { notAtWork, routeStray } from '@openum/casework/routing/stray.ts';

const mostPerTurn = 50;

/**
 * One look at the clinical lists of every plan that routes by rule: cases without an owner, and those whose owner will not be back in
 * time, go to somebody who is there. Safe in several processes: the log of the case takes one route. Returns how many were routed.
 */
export const sweepStrays = async (
  casework: Casework,
  setAside: Set<string>,
  onFailure: (caseId: string, error: unknown) => void,
  limit = mostPerTurn,
): Promise<number> => {
  const now = casework.environment.now();
  let routed = 0;
  for (const { tenantId, kind } of await casework.identity.tenants()) {
    const scope = { tenantId };
    const saved = kind === 'plan' ? await casework.routing.current(scope) : undefined;
    if (!saved) continue;
    const colleagues = await colleaguesOf(casework, scope, now);
    const owners = (await casework.routing.loads(scope, now)).map((l) => l.userId);
    const strays = await casework.routing.strays(scope, notAtWork(colleagues, owners, now), limit + setAside.size);
    const fresh = strays.filter((caseId) => !setAside.has(caseId)).slice(0, limit);
    if (fresh.length === 0) for (const caseId of strays) setAside.delete(caseId);
    for (const caseId of fresh) {
      // What may stay where it is, and what fails, makes room for the others in the next turn.
      setAside.add(caseId);
      try {
        if (await routeStray(casework, scope, caseId)) routed += 1;
      } catch (error) {
        onFailure(caseId, error);
      }
    }
  }
  return routed;
};
