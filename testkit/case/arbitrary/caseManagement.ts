import { closingOutcomes, referralPriorities, referralReasons } from '@openum/domain/caseManagement/event.ts';
import fc from 'fast-check';
import { type Bodies, reason, some } from './piece.ts';

export const caseManagementBodies: Bodies<'ReferToCaseManagement' | 'AcceptCaseManagement' | 'CloseCaseManagement'> = {
  ReferToCaseManagement: fc.record({
    referralId: some('referral-1', 'referral-2'),
    reason: some(...referralReasons),
    priority: some(...referralPriorities),
    summary: reason,
  }),
  AcceptCaseManagement: fc.record({
    referralId: some('referral-1', 'referral-2'),
    goals: fc.array(reason, { maxLength: 2 }),
  }),
  CloseCaseManagement: fc.record({
    referralId: some('referral-1', 'referral-2'),
    outcome: some(...closingOutcomes),
    reason,
  }),
};
