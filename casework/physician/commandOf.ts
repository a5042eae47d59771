import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { PhysicianCommand } from '@openum/domain/physician/command.ts';
import type { Acting } from '../case/act.ts';
import { physiciansOf } from '../matching/people.ts';
import { rankFor } from '../matching/rank.ts';
import type { PhysicianAct } from './act.ts';

/** The command of such an act: everybody who might decide is looked at anew. */
export const physicianCommandOf = async (
  act: PhysicianAct,
  { casework, tenant, actor, now }: Acting,
  c: Case,
): Promise<PhysicianCommand | Refusal> => {
  const reason = act.reason?.trim();
  if (act.because === 'handOver' && !reason) return refuse('fieldMissing', { field: 'reason' });
  const people = await physiciansOf(casework, { tenantId: tenant.tenantId });
  const toUserId = act.because === 'taken' ? actor.userId : act.toUserId;
  return {
    type: 'AssignPhysician',
    because: act.because,
    ranked: rankFor(c, people, casework.knowledge, now),
    ...(toUserId ? { toUserId } : {}),
    ...(reason ? { reason } : {}),
  };
};
