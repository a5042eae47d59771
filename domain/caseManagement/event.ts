import type { Assignee } from '../case/event.ts';

/** Why somebody of case management should look at a member. Wording is ours; the reasons are those in use at plans. */
export const referralReasons = [
  'complexDischarge',
  'transitionOfCare',
  'frequentAdmissions',
  'behavioralHealth',
  'highRiskPregnancy',
  'medicationManagement',
  'socialNeeds',
  'other',
] as const;
export type ReferralReason = (typeof referralReasons)[number];

export const referralPriorities = ['routine', 'urgent'] as const;
export type ReferralPriority = (typeof referralPriorities)[number];

export const closingOutcomes = [
  'goalsMet',
  'handedToOtherProgramme',
  'memberDeclined',
  'unableToReach',
  'notEligible',
  'noNeedFound',
] as const;
export type ClosingOutcome = (typeof closingOutcomes)[number];

export type Referral = {
  readonly referralId: string;
  readonly reason: ReferralReason;
  readonly priority: ReferralPriority;
  /** What was seen and what is needed, in the words of the person who refers. */
  readonly summary: string;
};

/**
 * A hand-off from utilization management to case management. The two stay apart: nothing here decides about a service, and no
 * decision about a service waits for it.
 */
export type CaseManagementEvent =
  | { readonly type: 'CaseManagementReferred'; readonly data: Referral }
  | {
      readonly type: 'CaseManagementAccepted';
      readonly data: {
        readonly referralId: string;
        readonly by: Assignee;
        /** What the plan of care is to reach, one goal a line. */
        readonly goals: readonly string[];
      };
    }
  | {
      readonly type: 'CaseManagementClosed';
      readonly data: { readonly referralId: string; readonly outcome: ClosingOutcome; readonly reason: string };
    };
