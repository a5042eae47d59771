import type { Physician } from '@openum/domain/matching/physician.ts';
import { loadOf } from '@openum/domain/matching/policy.ts';
import { capacityOf } from '@openum/domain/matching/reasons.ts';
import type { Casework } from '../casework.ts';
import { physiciansOf } from '../matching/people.ts';
import type { Scope } from '../port/scope.ts';

/** A physician as those who answer for the queue see them: what they hold, and how much room is left. */
export type PhysicianLoad = Physician & { readonly load: number; readonly capacityPoints: number };

export const readPeople = async (casework: Casework, scope: Scope): Promise<readonly PhysicianLoad[]> => {
  const now = casework.environment.now();
  const policy = casework.knowledge.matchingPolicy;
  return (await physiciansOf(casework, scope)).map((p) => ({
    ...p,
    load: loadOf(p.holds, now, policy),
    capacityPoints: capacityOf(p, policy),
  }));
};
