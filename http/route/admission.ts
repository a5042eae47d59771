import { type AdmissionForm, receiveAdmission } from '@openum/casework/admission/admit.ts';
import { readVisit } from '@openum/casework/admission/prefill.ts';
import { readAdmission } from '@openum/casework/admission/reading.ts';
import { loadCase } from '@openum/casework/case/load.ts';
import type { Casework } from '@openum/casework/casework.ts';
import type { Received } from '@openum/casework/intake/arrival.ts';
import { readCursor } from '@openum/casework/port/cursor.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { capabilities } from '@openum/domain/case/capability.ts';
import { isRefusal, type Refusal, refusalText, refuse } from '@openum/domain/case/refusal.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { signedIn } from '../auth/session.ts';
import {
  type AdmissionAnswer,
  admissionNotice,
  type LevelChoice,
  type VisitCounts,
  type VisitList,
  type VisitView,
  visitKeyQuery,
  visitsQuery,
} from '../contract/admission.ts';
import type { HttpDeps } from '../deps.ts';
import { problem, refusalProblem } from '../problem/problem.ts';
import { providerHit } from './hits.ts';
import { sentAnswer } from './sent.ts';

const maxNoticeBytes = 100 * 1024 * 1024;

/** What a sent notice is answered: the case, and what the rules say of the admission. */
export const admissionAnswer = async (
  casework: Casework,
  scope: Scope,
  received: Received | Refusal,
): Promise<AdmissionAnswer> => {
  const answer = await sentAnswer(casework, scope, received);
  const loaded = await loadCase(casework.cases, scope, answer.caseId);
  const admission = loaded && readAdmission(loaded.state, casework.knowledge);
  if (!admission) throw problem(404, 'caseNotFound', refusalText.caseNotFound);
  return { ...answer, admission };
};

const assertCursor = (after: string | undefined): void => {
  try {
    if (after !== undefined) readCursor(after);
  } catch {
    const message = 'is not where a page of this list ended';
    throw problem(400, 'invalidBody', `Field place in the list: ${message}`, { fields: [{ path: 'after', message }] });
  }
};

export const admissionRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, knowledge, visits, readLog } = casework;

  /** Somebody of the plan who has work on admissions. */
  const atDesk = async (request: FastifyRequest) => {
    const now = environment.now();
    const me = await signedIn(identity, now, request);
    const { roles } = capabilities.Claim;
    if (me.tenant.kind !== 'plan' || !me.actor.roles.some((r) => roles.includes(r)))
      throw refusalProblem(refuse('roleMissing', { roles: [...roles] }));
    return { ...me, now, scope: { tenantId: me.tenant.tenantId } };
  };

  app.get('/api/admissions/levels', async (request): Promise<readonly LevelChoice[]> => {
    await signedIn(identity, environment.now(), request);
    return knowledge.admissions.levelsOfCare.map(({ code, label, initialDays }) => ({ code, label, initialDays }));
  });

  app.post(
    '/api/admissions',
    { bodyLimit: maxNoticeBytes, schema: { body: admissionNotice } },
    async (request, reply): Promise<AdmissionAnswer> => {
      const { tenant, actor, now, scope } = await atDesk(request);
      const received = await receiveAdmission({ casework, tenant, actor, now }, request.body as AdmissionForm);
      reply.code(isRefusal(received) || received.kind !== 'received' ? 200 : 201);
      return admissionAnswer(casework, scope, received);
    },
  );

  app.get('/api/visit', { schema: { querystring: visitKeyQuery } }, async (request): Promise<VisitView> => {
    const { user, now, scope } = await atDesk(request);
    const told = await readVisit(casework, scope, request.query);
    if (!told) throw problem(404, 'notFound', 'There is no such visit, or you may not see it.');
    await readLog.record(scope, {
      readId: environment.newId(),
      userId: user.userId,
      purpose: 'utilizationReview',
      what: 'message',
      at: now,
    });
    const { facility, attending, diagnoses, ...rest } = told;
    const labels = new Map(knowledge.diagnoses.map((d) => [d.code, d.label]));
    return {
      ...rest,
      ...(facility ? { facility: providerHit(facility) } : {}),
      ...(attending ? { attending: providerHit(attending) } : {}),
      diagnoses: diagnoses.map((code) => ({ code, label: labels.get(code) ?? 'as sent' })),
    };
  });

  app.get('/api/visits/counts', async (request): Promise<VisitCounts> => {
    const { scope } = await atDesk(request);
    return { incomplete: await visits.countIncomplete(scope) };
  });

  app.get('/api/visits', { schema: { querystring: visitsQuery } }, async (request): Promise<VisitList> => {
    const { user, now, scope } = await atDesk(request);
    const { incomplete, phase, after, limit } = request.query;
    assertCursor(after);
    await readLog.record(scope, {
      readId: environment.newId(),
      userId: user.userId,
      purpose: 'utilizationReview',
      what: 'workList',
      at: now,
    });
    return visits.page(scope, { incomplete: incomplete === '1', ...(phase ? { phase } : {}) }, after, limit);
  });
};
