import type { CommandOf } from '../case/command.ts';
import { type Decided, itemsProblem, required } from '../case/decided.ts';
import type { CaseEvent } from '../case/event.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { decidedBy } from '../determination/decidedBy.ts';
import { authorizedProblem } from '../determination/guard.ts';

/** The first clinical review: it approves or refers, and has no way to deny. */
export const completeReview = (c: Case, command: CommandOf<'CompleteReview'>): Decided => {
  const sequences = command.outcome === 'approve' ? command.items.map((i) => i.itemSequence) : command.itemSequences;
  const problem = itemsProblem(c, sequences) ?? required('summary', command.summary);
  if (problem) return problem;
  const completed: CaseEvent = {
    type: 'ReviewCompleted',
    data: {
      outcome: command.outcome,
      itemSequences: sequences,
      summary: command.summary,
    },
  };
  if (command.outcome === 'refer') {
    const referred: CaseEvent = {
      type: 'ReferredToPhysician',
      data: {
        itemSequences: sequences,
        reason: command.summary,
        ...(command.specialty ? { specialty: command.specialty } : {}),
      },
    };
    return [completed, referred];
  }
  const determined: CaseEvent[] = [];
  for (const { itemSequence, authorized, criteria } of command.items) {
    const item = c.items.find((i) => i.sequence === itemSequence);
    if (!item) return refuse('itemUnknown', { item: itemSequence });
    const wrong = authorizedProblem(item, {
      outcome: 'approved',
      itemSequence,
      authorized,
    });
    if (wrong) return wrong;
    determined.push({
      type: 'ItemDetermined',
      data: {
        outcome: 'approved',
        itemSequence,
        decidedAt: command.now,
        criteria,
        by: decidedBy(command.actor, 'clinicalReviewer'),
        authorized,
        rationale: command.summary,
      },
    });
  }
  return [completed, ...determined];
};
