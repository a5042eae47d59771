import type { Role } from '../actor/actor.ts';
import type { Case } from '../case/state.ts';
import { openInformationRequest, openItems } from '../case/status.ts';
import type { ChecklistFinding } from '../checklist/checklist.ts';
import { completeRequestStep, settleDuplicateStep } from './arrivalState.ts';

export type IntakeTask = {
  readonly stepId: string;
  readonly title: string;
  readonly role: Role;
  readonly assigneeUserId?: string;
};

/** Findings that nobody has settled: neither ruled out nor followed by voiding this case. */
const openDuplicates = (c: Case) =>
  c.voided || c.withdrawn ? [] : c.possibleDuplicates.filter((d) => d.ruledOut === undefined);

const duplicateTask = (c: Case): readonly IntakeTask[] => {
  const [likest, ...others] = openDuplicates(c);
  if (!likest) return [];
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return [
    {
      stepId: settleDuplicateStep,
      title: `Settle a possible duplicate: ${likest.caseNumber}${more}, ${likest.reasons.join(', ')}`,
      role: 'umCoordinator',
    },
  ];
};

/** Once the sender was asked, or somebody has reviewed it without, the list has done its work. */
const pastAsking = (c: Case): boolean =>
  openItems(c).length === 0 || c.informationRequests.length > 0 || c.reviews.length > 0 || c.referred.length > 0;

const completionTask = (c: Case, checklist: readonly ChecklistFinding[]): readonly IntakeTask[] => {
  const missing = checklist.filter((p) => p.state === 'missing');
  if (missing.length === 0 || pastAsking(c) || openInformationRequest(c)) return [];
  return [
    {
      stepId: completeRequestStep,
      title: `Ask for what was not sent: ${missing.map((p) => p.label.toLowerCase()).join(', ')}`,
      role: 'umCoordinator',
    },
  ];
};

/** What intake still has to do on a case, whatever its flow. */
export const intakeTasks = (c: Case, checklist: readonly ChecklistFinding[]): readonly IntakeTask[] =>
  [...duplicateTask(c), ...completionTask(c, checklist)].map((t) => ({
    ...t,
    ...(c.assignee ? { assigneeUserId: c.assignee.userId } : {}),
  }));
