import type { Casework } from '@openum/casework/casework.ts';
import type { PortalAccess } from '@openum/casework/port/identity.ts';
import { type AtPortal, loadOwn, mayNotRead } from '@openum/casework/portal/portal.ts';
import { refusalText } from '@openum/domain/case/refusal.ts';
import type { FastifyRequest } from 'fastify';
import { problem, refusalProblem } from '../problem/problem.ts';
import { signedIn } from './session.ts';

/** Who of a practice is at the portal, and what plans are open to that practice. */
export const personAtPortal = async (casework: Casework, request: FastifyRequest) => {
  const { identity, environment } = casework;
  const now = environment.now();
  const { tenant: practice, actor } = await signedIn(identity, now, request);
  if (practice.kind !== 'practice')
    throw problem(403, 'portalClosed', 'The portal is for people of a practice. At the plan, use the work list.');
  const no = mayNotRead(actor);
  if (no) throw refusalProblem(no);
  const accesses = await identity.portalOf(practice.tenantId);
  const at = (access: PortalAccess): AtPortal => ({ casework, access, practice, actor, now });
  return { accesses, at };
};

/** At the plan that has this case of theirs; a 404 when none has. */
export const atPortalCase = async (casework: Casework, request: FastifyRequest, caseId: string): Promise<AtPortal> => {
  const { accesses, at } = await personAtPortal(casework, request);
  for (const access of accesses) if (await loadOwn(at(access), caseId)) return at(access);
  throw problem(404, 'caseNotFound', refusalText.caseNotFound);
};
