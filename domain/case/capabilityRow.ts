import type { Actor, Role } from '../actor/actor.ts';
import type { CaseStatus } from './status.ts';

/** One row of the table of who may do what in which state (`capability.ts`). */
export type Capability = {
  /** Statuses in which it may be done. */
  readonly in: readonly CaseStatus[];
  /** Any one of these roles; a system or a sending client never passes unless `by` names it. */
  readonly roles: readonly Role[];
  readonly by: readonly Actor['kind'][];
  /** Roles of a practice that may do it on behalf of that practice, on a request of its own; who they act for comes from their sign-in. */
  readonly requester?: readonly Role[];
  /** Where the rule comes from. */
  readonly source: string;
};

export const open: readonly CaseStatus[] = ['received', 'clinicalReview', 'awaitingInformation', 'physicianReview'];
/** A stay and its coverage go on between two reviews, when every line is decided. */
export const openOrDetermined: readonly CaseStatus[] = [...open, 'determined'];
export const untilVoided: readonly CaseStatus[] = [...openOrDetermined, 'withdrawn'];
export const always: readonly CaseStatus[] = [...untilVoided, 'voided'];

export const clinical: readonly Role[] = ['clinicalReviewer', 'concurrentReviewNurse', 'medicalDirector'];
export const intake: readonly Role[] = ['umCoordinator', ...clinical, 'umDirector'];
export const lead: readonly Role[] = ['umDirector', 'umCoordinator', 'medicalDirector'];
