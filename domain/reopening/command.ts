import type { ReviewerRequirement } from '../case/command.ts';
import type { StartedClock } from '../clock/started.ts';
import type { ReopeningGround } from './event.ts';
import type { ApprovalLock } from './lock.ts';

export type ReopeningCommand = {
  readonly type: 'ReopenItem';
  readonly itemSequence: number;
  readonly ground: ReopeningGround;
  readonly reason: string;
  readonly evidence: readonly string[];
  readonly locks: readonly ApprovalLock[];
  readonly requirement: ReviewerRequirement;
  /** They wait for the reopened line alone. */
  readonly clocks: readonly StartedClock[];
};
