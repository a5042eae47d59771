import type { ClosingOutcome, Referral } from './event.ts';

export type CaseManagementCommand =
  | ({ readonly type: 'ReferToCaseManagement' } & Referral)
  | {
      readonly type: 'AcceptCaseManagement';
      readonly referralId: string;
      readonly goals: readonly string[];
    }
  | {
      readonly type: 'CloseCaseManagement';
      readonly referralId: string;
      readonly outcome: ClosingOutcome;
      readonly reason: string;
    };
