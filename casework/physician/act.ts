import type { AssignmentGround } from '@openum/domain/physician/event.ts';

/** A person gives the lines that wait to a physician; without a name, to whoever should have them. */
export type PhysicianAct = {
  readonly type: 'AssignPhysician';
  readonly because: Extract<AssignmentGround, 'referral' | 'handOver' | 'taken'>;
  readonly toUserId?: string | undefined;
  readonly reason?: string | undefined;
};
