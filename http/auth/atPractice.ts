import type { Casework } from '@openum/casework/casework.ts';
import type { PracticeActing } from '@openum/casework/practice/acting.ts';
import { openPractices } from '@openum/casework/practice/grant/open.ts';
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

/** Names the practice in which somebody works who was let in by several: the header of a call, or `practice` in the address of a file. */
const practiceHeader = 'x-openum-practice';

const askedFor = ({ headers, query }: FastifyRequest): string | undefined => {
  const named = headers[practiceHeader] ?? (query as { readonly practice?: unknown }).practice;
  return typeof named === 'string' && named !== '' ? named : undefined;
};

/** The practices of others that are open to who is signed in; a 403 for people of a plan. */
export const atPractices = async (casework: Casework, request: FastifyRequest) => {
  const now = casework.environment.now();
  const home = await signedIn(casework.identity, now, request);
  if (home.tenant.kind !== 'practice')
    throw problem(403, 'practiceOnly', 'This is the record of a practice. At the plan, use the work list.');
  return { home, now, open: await openPractices(casework, home, now) };
};

/** Who is signed in, and where at work: at home, or in a practice that let them in. Undefined elsewhere when it is closed to them. */
export const whereAtWork = async (casework: Casework, request: FastifyRequest) => {
  const now = casework.environment.now();
  const home = await signedIn(casework.identity, now, request);
  const open = await openPractices(casework, home, now);
  const named = askedFor(request);
  return { home, open, elsewhere: open.find((p) => p.practice.tenantId === named) };
};

/**
 * Who is at work in which practice; a 403 for people of a plan, for those without one of the roles, and for a practice that let them
 * in no more.
 */
export const atPractice = async (
  casework: Casework,
  request: FastifyRequest,
  roles: readonly Role[] = practiceRoles,
): Promise<PracticeActing> => {
  const now = casework.environment.now();
  const { tenant: practice, actor } = await signedIn(casework.identity, now, request);
  if (practice.kind !== 'practice')
    throw problem(403, 'practiceOnly', 'This is the record of a practice. At the plan, use the work list.');
  const named = askedFor(request);
  if (named !== undefined && named !== practice.tenantId) {
    const open = await openPractices(casework, { tenant: practice, actor }, now);
    const there = open.find((p) => p.practice.tenantId === named);
    if (!there) throw problem(403, 'practiceClosed', 'This practice is not open to you, or is so no more.');
    if (!there.actor.roles.some((r) => roles.includes(r)))
      throw refusalProblem(refuse('roleMissing', { roles: [...roles] }));
    return there;
  }
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
