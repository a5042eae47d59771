import type { CaseManagementEvent } from '@openum/domain/caseManagement/event.ts';
import { outcomeWords, priorityWords, reasonWords } from '../../caseManagement/words.ts';
import type { TimelineSubject } from './subject.ts';

export const caseManagement: TimelineSubject<CaseManagementEvent['type']> = {
  label: 'Case management',
  sentences: {
    CaseManagementReferred: (d) =>
      `Referred to case management (${reasonWords[d.reason].toLowerCase()}, ${priorityWords[d.priority].toLowerCase()}): ${d.summary}`,
    CaseManagementAccepted: (d) => `${d.by.name} took the case-management referral. Goals: ${d.goals.join('; ')}`,
    CaseManagementClosed: (d) =>
      `Case-management referral closed, ${outcomeWords[d.outcome].toLowerCase()}: ${d.reason}`,
  },
};
