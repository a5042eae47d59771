import type { Assignee } from '../case/event.ts';
import type { Match } from '../matching/match.ts';

/** Why a physician was looked for. */
export const assignmentGrounds = ['referral', 'notOpened', 'unavailable', 'notQualified', 'handOver', 'taken'] as const;
export type AssignmentGround = (typeof assignmentGrounds)[number];

/** Who was considered for the referred lines, with what spoke for and against each, at that moment. */
export type PhysicianSought = {
  readonly itemSequences: readonly number[];
  readonly because: AssignmentGround;
  readonly ranked: readonly Match[];
  /** Absent: nobody may decide, or all who may are away; `problem` then says why. */
  readonly to?: Assignee;
  readonly from?: Assignee;
  readonly reason?: string;
  readonly problem?: string;
};

export type PhysicianEvent = { readonly type: 'PhysicianSought'; readonly data: PhysicianSought };
