import type { Case, CaseItem } from '../case/state.ts';
import { openItems } from '../case/status.ts';
import type { Instant } from '../time/instant.ts';
import type { PhysicianSought } from './event.ts';

export type Sought = PhysicianSought & { readonly at: Instant };

/** Lines that wait for a physician. */
export const waitingItems = (c: Case): readonly CaseItem[] =>
  openItems(c).filter((i) => c.referred.some((r) => r.itemSequence === i.sequence));

/** When the earliest of the waiting lines was referred. */
export const referredAt = (c: Case): Instant | undefined => {
  const waiting = new Set(waitingItems(c).map((i) => i.sequence));
  return c.referred
    .filter((r) => waiting.has(r.itemSequence))
    .map((r) => r.at)
    .toSorted()[0];
};

/** What the last look for a physician gave since the lines were referred. */
export const lastSought = (c: Case): Sought | undefined => {
  const since = referredAt(c);
  return since === undefined ? undefined : c.physiciansSought.findLast((s) => s.at >= since);
};

/** Nobody has the waiting lines, and nobody was found: somebody has to find a physician. */
export const physicianMissing = (c: Case): Sought | undefined => {
  const last = lastSought(c);
  return last?.problem !== undefined &&
    waitingItems(c).length > 0 &&
    (!c.assignee || last.from?.userId === c.assignee.userId)
    ? last
    : undefined;
};

/** Lines were referred, nobody has them, and nobody has been looked for yet. */
export const physicianOwed = (c: Case): boolean =>
  !c.assignee && waitingItems(c).length > 0 && lastSought(c) === undefined;
