import type { ClosingOutcome, ReferralPriority, ReferralReason } from '@openum/domain/caseManagement/event.ts';
import type { ReferralStatus } from '@openum/domain/caseManagement/referral.ts';

export const reasonWords: Record<ReferralReason, string> = {
  complexDischarge: 'Complex discharge',
  transitionOfCare: 'Transition of care',
  frequentAdmissions: 'Frequent admissions',
  behavioralHealth: 'Behavioral health',
  highRiskPregnancy: 'High-risk pregnancy',
  medicationManagement: 'Medication management',
  socialNeeds: 'Social needs',
  other: 'Other',
};

export const priorityWords: Record<ReferralPriority, string> = { routine: 'Routine', urgent: 'Urgent' };

export const outcomeWords: Record<ClosingOutcome, string> = {
  goalsMet: 'Goals met',
  handedToOtherProgramme: 'Handed to another programme',
  memberDeclined: 'Member declined',
  unableToReach: 'Member could not be reached',
  notEligible: 'Not eligible',
  noNeedFound: 'No need found',
};

export const referralStatusWords: Record<ReferralStatus, string> = {
  waiting: 'Waiting for an answer',
  accepted: 'Under way',
  closed: 'Closed',
};
