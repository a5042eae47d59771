import type { CaseManagementCommand } from '@openum/domain/caseManagement/command.ts';

/** What a person may ask for around a hand-off to case management; the number of a new referral is added here. */
export type CaseManagementAct =
  | Omit<Extract<CaseManagementCommand, { type: 'ReferToCaseManagement' }>, 'referralId'>
  | Extract<CaseManagementCommand, { type: 'AcceptCaseManagement' | 'CloseCaseManagement' }>;
