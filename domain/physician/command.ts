import type { Match } from '../matching/match.ts';
import type { AssignmentGround } from './event.ts';

export type PhysicianCommand = {
  readonly type: 'AssignPhysician';
  readonly because: AssignmentGround;
  /** Everybody who might decide, whoever should have it first in front; computed from the case and the people at `now`. */
  readonly ranked: readonly Match[];
  /** Absent: the first who is there, but for whoever has the case. */
  readonly toUserId?: string;
  readonly reason?: string;
};
