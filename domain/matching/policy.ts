import type { Role } from '../actor/actor.ts';
import { type Instant, millisecondsBetween } from '../time/instant.ts';
import type { HeldCase } from './physician.ts';

/** How cases come to physicians: the plan's own choice, as data in `content/matching/policy.json`. */
export type MatchingPolicy = {
  readonly id: string;
  readonly version: string;
  /** Assign at referral, without anybody's doing. */
  readonly assignAtReferral: boolean;
  /** A physician who has not opened the case when this share of its clock is over loses it to the next. */
  readonly reassignAtShare: number;
  /** Hours looked back on for the pace of the queue. */
  readonly paceHours: number;
  /** Where a person has set no capacity of their own. */
  readonly capacity: number;
  /** A line counts more the less time it has left; the first row that fits counts. */
  readonly weights: readonly { readonly hoursLeft: number; readonly weight: number }[];
  readonly otherWeight: number;
  /** Who is told when nobody may decide. */
  readonly alertRoles: readonly Role[];
};

const weightOf = (dueAt: Instant | undefined, now: Instant, policy: MatchingPolicy): number => {
  if (dueAt === undefined) return policy.otherWeight;
  const hours = millisecondsBetween(now, dueAt) / 3_600_000;
  return policy.weights.find((w) => hours <= w.hoursLeft)?.weight ?? policy.otherWeight;
};

export const loadOf = (held: readonly HeldCase[], now: Instant, policy: MatchingPolicy): number =>
  held.reduce((sum, h) => sum + h.items * weightOf(h.dueAt, now, policy), 0);
