import type { Casework } from '@openum/casework/casework.ts';
import type { PracticeActing } from '@openum/casework/practice/acting.ts';
import type { Role } from '@openum/domain/actor/actor.ts';
import { refuse } from '@openum/domain/case/refusal.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import type { FastifyRequest } from 'fastify';
import { problem, refusalProblem } from '../problem/problem.ts';
import { signedIn } from './session.ts';

/** Everybody of a practice who has work on its record. */
const practiceRoles: readonly Role[] = [
  'utilizationReviewStaff',
  'biller',
  'practiceOwner',
  'treatingClinician',
  'frontDesk',
];

/** Who is at work in which practice; a 403 for people of a plan and for those without one of the roles. */
export const atPractice = async (
  casework: Casework,
  request: FastifyRequest,
  roles: readonly Role[] = practiceRoles,
): Promise<PracticeActing> => {
  const now = casework.environment.now();
  const { tenant: practice, actor } = await signedIn(casework.identity, now, request);
  if (practice.kind !== 'practice')
    throw problem(403, 'practiceOnly', 'This is the record of a practice. At the plan, use the work list.');
  if (!actor.roles.some((r) => roles.includes(r))) throw refusalProblem(refuse('roleMissing', { roles: [...roles] }));
  return {
    casework,
    practice,
    scope: { tenantId: practice.tenantId },
    actor,
    now,
    today: dateInZone(now, practice.zone),
  };
};
