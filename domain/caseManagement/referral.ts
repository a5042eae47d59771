import type { Role } from '../actor/actor.ts';
import type { Assignee } from '../case/event.ts';
import type { Case } from '../case/state.ts';
import { addElapsed, type Instant } from '../time/instant.ts';
import type { ClosingOutcome, Referral, ReferralPriority } from './event.ts';

type Told = { readonly by: string; readonly at: Instant };

export type CaseManagementReferral = Referral &
  Told & {
    readonly accepted?: { readonly by: Assignee; readonly at: Instant; readonly goals: readonly string[] };
    readonly closed?: Told & { readonly outcome: ClosingOutcome; readonly reason: string };
  };

export type ReferralStatus = 'waiting' | 'accepted' | 'closed';

export const referralStatus = (r: CaseManagementReferral): ReferralStatus =>
  r.closed ? 'closed' : r.accepted ? 'accepted' : 'waiting';

/** Hours within which somebody of case management answers. This project's default; no rule fixes it. */
const answerWithinHours: Record<ReferralPriority, number> = { urgent: 24, routine: 72 };

export const answerDueAt = (r: CaseManagementReferral): Instant =>
  addElapsed(r.at, { hours: answerWithinHours[r.priority] });

export const caseManagementSteps = ['caseManagementAnswer', 'caseManagementClose'] as const;

export type CaseManagementTask = {
  readonly stepId: (typeof caseManagementSteps)[number];
  readonly title: string;
  readonly role: Role;
  readonly dueAt?: Instant;
  readonly assigneeUserId?: string;
};

/** What is owed to the referrals of a case, at most one task of each step: the one due first, then the one accepted first. */
export const caseManagementTasks = (c: Case): readonly CaseManagementTask[] => {
  const waiting = c.caseManagement
    .filter((r) => referralStatus(r) === 'waiting')
    .toSorted((a, b) => (answerDueAt(a) < answerDueAt(b) ? -1 : 1))[0];
  const accepted = c.caseManagement.find((r) => referralStatus(r) === 'accepted')?.accepted;
  const role = 'caseManagementCoordinator';
  return [
    ...(waiting
      ? [
          {
            stepId: 'caseManagementAnswer',
            title: 'Accept the case-management referral, or close it with the reason',
            role,
            dueAt: answerDueAt(waiting),
          } as const,
        ]
      : []),
    ...(accepted
      ? [
          {
            stepId: 'caseManagementClose',
            title: 'Case management is under way; close the referral when it ends',
            role,
            assigneeUserId: accepted.by.userId,
          } as const,
        ]
      : []),
  ];
};
