import { always, type Capability, intake, untilVoided } from '../case/capabilityRow.ts';
import type { CaseManagementCommand } from './command.ts';

export const caseManagementCapabilities: Record<CaseManagementCommand['type'], Capability> = {
  ReferToCaseManagement: {
    in: untilVoided,
    roles: [...intake, 'appealsCoordinator', 'qualityManager'],
    by: ['person'],
    source: 'a need seen during review is handed on; utilization management and case management stay apart',
  },
  AcceptCaseManagement: {
    in: always,
    roles: ['caseManagementCoordinator'],
    by: ['person'],
    source: 'every referral has somebody who took it',
  },
  CloseCaseManagement: {
    in: always,
    roles: ['caseManagementCoordinator'],
    by: ['person'],
    source: 'no referral ends without a record of what became of it',
  },
};
