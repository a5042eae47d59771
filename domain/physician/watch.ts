import type { Case } from '../case/state.ts';
import { absenceAt, type Physician } from '../matching/physician.ts';
import type { MatchingPolicy } from '../matching/policy.ts';
import { addElapsed, type Instant, millisecondsBetween } from '../time/instant.ts';
import type { AssignmentGround } from './event.ts';
import { lastSought, referredAt, waitingItems } from './waiting.ts';

/** Since when whoever has the waiting lines has had them. */
export const heldSince = (c: Case): Instant | undefined => {
  const last = lastSought(c);
  return last?.to && last.to.userId === c.assignee?.userId ? last.at : referredAt(c);
};

/** The moment by which the physician in charge has to have opened the case, a share of the time that was left. */
export const openBy = (since: Instant, dueAt: Instant, share: number): Instant =>
  addElapsed(since, { seconds: Math.max(0, Math.floor((millisecondsBetween(since, dueAt) / 1000) * share)) });

export type Watched = {
  readonly case: Case;
  /** Whoever has the case, when they are a physician on file. */
  readonly holder?: Physician;
  readonly opened: boolean;
  readonly dueAt?: Instant;
};

/** Why another physician has to be found now, before the deadline is in danger; undefined while all is well. */
export const seekBecause = (
  { case: c, holder, opened, dueAt }: Watched,
  policy: MatchingPolicy,
  now: Instant,
): AssignmentGround | undefined => {
  const waiting = waitingItems(c);
  if (waiting.length === 0) return undefined;
  if (!c.assignee) return policy.assignAtReferral ? 'referral' : undefined;
  const since = heldSince(c);
  const limit = since !== undefined && dueAt !== undefined ? openBy(since, dueAt, policy.reassignAtShare) : undefined;
  const overdue = limit !== undefined && now >= limit;
  if (!holder?.active) return overdue ? 'notQualified' : undefined;
  const away = absenceAt(holder, now);
  if (away && (limit === undefined || away.until > limit)) return 'unavailable';
  return overdue && !opened ? 'notOpened' : undefined;
};
