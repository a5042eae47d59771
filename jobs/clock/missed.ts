import type { Casework } from '@openum/casework/casework.ts';
import { noteMissed } from '@openum/casework/clock/lapse.ts';
import type { ClockList, ListedClock } from '@openum/casework/port/clockList.ts';
import { compareInstants } from '@openum/domain/time/instant.ts';

const mostPerTurn = 50;

/**
 * One look at the clocks of every plan: notes what was missed and gives each its rule's effect, the longest overdue first. Safe to
 * run in several processes and again after any stop: the log of the case says what has been noted. Returns how many were.
 */
export const sweepMissed = async (
  casework: Casework,
  clocks: ClockList,
  onFailure: (clock: ListedClock, error: unknown) => void,
  limit = mostPerTurn,
): Promise<number> => {
  const now = casework.environment.now();
  const plans = (await casework.identity.tenants()).filter((t) => t.kind === 'plan');
  const found = await Promise.all(
    plans.map(async ({ tenantId }) =>
      (await clocks.missed({ tenantId }, now, limit)).map((clock) => ({ scope: { tenantId }, clock })),
    ),
  );
  const oldestFirst = found.flat().sort((a, b) => compareInstants(a.clock.dueAt, b.clock.dueAt));
  let noted = 0;
  for (const { scope, clock } of oldestFirst.slice(0, limit)) {
    try {
      if (await noteMissed(casework, scope, clock)) noted += 1;
    } catch (error) {
      onFailure(clock, error);
    }
  }
  return noted;
};
