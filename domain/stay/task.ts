import type { Role } from '../actor/actor.ts';
import type { Case } from '../case/state.ts';
import type { Instant } from '../time/instant.ts';
import type { ReviewInterval } from './interval.ts';
import { stayReview } from './review.ts';

export type StayTask = {
  readonly stepId: 'continuedStayReview' | 'clinicalUpdate';
  readonly title: string;
  readonly role: Role;
  readonly dueAt: Instant;
  readonly assigneeUserId?: string;
};

/** Whether the facility has said how the member is since the last decision. */
export const updateCame = (c: Case): boolean => {
  const decided = c.items.flatMap((i) => i.determination?.decidedAt ?? []).sort();
  const last = decided.at(-1) ?? c.receivedAt;
  return c.stay?.updates.some((u) => u.receivedAt > last) ?? false;
};

/**
 * The review to come, from the moment on which the last one ends: it is there without anybody making it, and late once its moment
 * has passed. While the facility has said nothing new, its update is to be had first.
 */
export const stayTasks = (c: Case, intervals: readonly ReviewInterval[]): readonly StayTask[] => {
  if (!c.stay) return [];
  const review = stayReview(c, c.stay, intervals);
  if (review.kind !== 'due') return [];
  const task = {
    role: 'concurrentReviewNurse' as const,
    dueAt: review.dueAt,
    ...(c.assignee ? { assigneeUserId: c.assignee.userId } : {}),
  };
  const next = { ...task, stepId: 'continuedStayReview', title: 'Review the continued stay' } as const;
  return updateCame(c)
    ? [next]
    : [next, { ...task, stepId: 'clinicalUpdate', title: 'Get the clinical update from the facility' }];
};
