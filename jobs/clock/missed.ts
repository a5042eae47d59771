import type { Casework } from '@openum/casework/casework.ts';
import { noteMissed } from '@openum/casework/clock/lapse.ts';
import type { ClockList, ListedClock } from '@openum/casework/port/clockList.ts';
import { compareInstants } from '@openum/domain/time/instant.ts';

const mostPerTurn = 50;

const keyOf = ({ caseId, clockId }: ListedClock): string => `${caseId} ${clockId}`;

/**
 * One look at the clocks of every plan: notes what was missed and gives each its rule's effect, the longest overdue first. Safe to
 * run in several processes and again after any stop: the log of the case says what has been noted. Returns how many were.
 * What fails goes into `setAside` and is tried again once the others are done, so that it stands in nobody's way.
 */
export const sweepMissed = async (
  casework: Casework,
  clocks: ClockList,
  setAside: Set<string>,
  onFailure: (clock: ListedClock, error: unknown) => void,
  limit = mostPerTurn,
): Promise<number> => {
  const now = casework.environment.now();
  const plans = (await casework.identity.tenants()).filter((t) => t.kind === 'plan');
  const found = await Promise.all(
    plans.map(async ({ tenantId }) =>
      (await clocks.missed({ tenantId }, now, limit + setAside.size)).map((clock) => ({ scope: { tenantId }, clock })),
    ),
  );
  const oldestFirst = found
    .flat()
    .filter(({ clock }) => !setAside.has(keyOf(clock)))
    .sort((a, b) => compareInstants(a.clock.dueAt, b.clock.dueAt));
  if (oldestFirst.length === 0) setAside.clear();
  let noted = 0;
  for (const { scope, clock } of oldestFirst.slice(0, limit)) {
    try {
      if (await noteMissed(casework, scope, clock)) noted += 1;
    } catch (error) {
      setAside.add(keyOf(clock));
      onFailure(clock, error);
    }
  }
  return noted;
};
