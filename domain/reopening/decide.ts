import type { CaseCommand } from '../case/command.ts';
import { type Decided, required } from '../case/decided.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { qualificationProblem } from '../determination/guard.ts';
import { lastGrant, lockedRefusal, locksOn } from './lock.ts';

type Command = Extract<CaseCommand, { type: 'ReopenItem' }>;

/** Opens a line again that was granted, whole or in part. Denials are taken up by an appeal. */
export const reopenItem = (c: Case, command: Command): Decided => {
  const { itemSequence, ground, reason, evidence, now } = command;
  const item = c.items.find((i) => i.sequence === itemSequence);
  if (!item) return refuse('itemUnknown', { item: itemSequence });
  if (!item.determination || !lastGrant(item)) return refuse('notReopenable', { item: itemSequence });
  const unfit = qualificationProblem(command.actor, c, command.requirement, now) ?? required('reason', reason);
  if (unfit) return unfit;
  if (evidence.length === 0) return refuse('fieldMissing', { field: 'evidence' });
  const unknown = evidence.find((id) => !c.documents.some((d) => d.documentId === id));
  if (unknown !== undefined) return refuse('documentUnknown', { document: unknown });
  const active = locksOn(command.locks, itemSequence, now);
  const binding = active.find((l) => !l.exceptions.includes(ground));
  if (binding) return lockedRefusal(binding, c);
  const clocks = command.clocks.map((k) => ({ ...k, itemSequences: [itemSequence] }));
  return [
    {
      type: 'ItemReopened',
      data: { itemSequence, ground, reason, evidence, lockedBy: active.map((l) => l.ruleId) },
    },
    { type: 'ClocksStarted', data: { because: 'reopened', clocks } },
  ];
};
