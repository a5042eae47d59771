import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { ReopeningCommand } from '@openum/domain/reopening/command.ts';
import { type ReopeningGround, reopeningGrounds } from '@openum/domain/reopening/event.ts';
import type { Acting } from '../case/act.ts';
import type { LoadedCase } from '../case/load.ts';
import { clocksOnReopening } from '../clock/start.ts';
import { requirementFor } from '../determination/basis.ts';
import { locksOf } from './basis.ts';

export type ReopeningAct = {
  readonly type: 'ReopenItem';
  readonly itemSequence: number;
  readonly ground: string;
  readonly reason: string;
  readonly evidence: readonly string[];
};

const isGround = (text: string): text is ReopeningGround => (reopeningGrounds as readonly string[]).includes(text);

export const reopeningCommandOf = async (
  act: ReopeningAct,
  acting: Acting,
  { state }: LoadedCase,
): Promise<ReopeningCommand | Refusal> => {
  const { itemSequence, ground, reason, evidence } = act;
  if (!isGround(ground)) return refuse('fieldInvalid', { field: 'ground', problem: 'choose a ground of the list' });
  const { knowledge } = acting.casework;
  return {
    type: 'ReopenItem',
    itemSequence,
    ground,
    reason,
    evidence: [...new Set(evidence)],
    locks: locksOf(state, knowledge),
    requirement: requirementFor(state, knowledge),
    clocks: await clocksOnReopening(state, itemSequence, acting.now, acting),
  };
};
