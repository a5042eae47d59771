import type { AdmissionForm } from '@openum/casework/admission/admit.ts';
import type { Executed } from '@openum/casework/case/execute.ts';
import { largestSentFileBytes } from '@openum/casework/document/sent.ts';
import type { PortalForm } from '@openum/casework/intake/portal.ts';
import { readCursor } from '@openum/casework/port/cursor.ts';
import { actOnOwn, attachToOwn, type OwnAct } from '@openum/casework/portal/act.ts';
import { listOwn } from '@openum/casework/portal/list.ts';
import { findMember, requestingProviders, searchDirectory } from '@openum/casework/portal/lookup.ts';
import { openOwnDocument, openOwnLetter } from '@openum/casework/portal/open.ts';
import { type AtPortal, scopeOf } from '@openum/casework/portal/portal.ts';
import { submitOwn, submitOwnAdmission } from '@openum/casework/portal/submit.ts';
import { readOwn } from '@openum/casework/portal/view.ts';
import { isRefusal, refusalText, refuse } from '@openum/domain/case/refusal.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atPortalCase, personAtPortal } from '../auth/atPortal.ts';
import { type AdmissionAnswer, admissionNotice } from '../contract/admission.ts';
import {
  clinicalUpdateBody,
  continuedStayBody,
  directoryQuery,
  informationBody,
  memberQuery,
  type OwnRequest,
  type OwnRequests,
  ownRequestsQuery,
  type PortalPlan,
  planQuery,
  withdrawBody,
} from '../contract/portal.ts';
import { type MemberHit, type PortalAnswer, type ProviderHit, portalRequest } from '../contract/request.ts';
import type { HttpDeps } from '../deps.ts';
import { problem, refusalProblem } from '../problem/problem.ts';
import { admissionAnswer } from './admission.ts';
import { sendFile, sendLetter } from './file.ts';
import { memberHit, providerHit } from './hits.ts';
import { sentAnswer } from './sent.ts';

const maxFormBytes = 100 * 1024 * 1024;

const noCase = () => problem(404, 'caseNotFound', refusalText.caseNotFound);

const done = (executed: Executed): void => {
  if (executed.kind === 'refused') throw refusalProblem(executed.refusal);
  if (executed.kind === 'stale') throw refusalProblem(refuse('staleVersion'));
};

const assertCursor = (after: string | undefined): void => {
  try {
    if (after !== undefined) readCursor(after);
  } catch {
    const message = 'is not where a page of this list ended';
    throw problem(400, 'invalidBody', `Field place in the list: ${message}`, { fields: [{ path: 'after', message }] });
  }
};

/** The portal of a plan for the people of practices: their sign-in says who they are, the plan's grant whose requests are theirs. */
export const portalRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();

  const person = (request: FastifyRequest) => personAtPortal(casework, request);

  const atPlan = async (request: FastifyRequest, planId: string | undefined): Promise<AtPortal> => {
    const { accesses, at } = await person(request);
    const [first, ...more] = planId === undefined ? accesses : accesses.filter((a) => a.plan.tenantId === planId);
    if (!first) throw problem(403, 'portalClosed', 'This plan has not opened its portal to your practice.');
    if (more.length > 0) {
      const message = 'name the plan: your practice has access to several';
      throw problem(400, 'invalidBody', `Field plan: ${message}`, { fields: [{ path: 'plan', message }] });
    }
    return at(first);
  };

  const atCase = (request: FastifyRequest, caseId: string) => atPortalCase(casework, request, caseId);

  app.get('/api/portal/plans', async (request): Promise<readonly PortalPlan[]> => {
    const { accesses } = await person(request);
    return accesses.map(({ plan }) => ({ planId: plan.tenantId, name: plan.name }));
  });

  app.get(
    '/api/portal/member',
    {
      schema: { querystring: memberQuery },
      config: {
        // Nobody has so many members before them; somebody who tries birth dates would.
        rateLimit: {
          max: 30,
          timeWindow: '1 minute',
          hook: 'preHandler',
          keyGenerator: (r: FastifyRequest) => `member ${r.headers.cookie ?? r.ip}`,
        },
      },
    },
    async (request): Promise<MemberHit> => {
      const { plan, number, birthDate } = request.query;
      const at = await atPlan(request, plan);
      const found = await findMember(at, number, birthDate);
      if (!found)
        throw problem(404, 'notFound', 'No member of this plan has this number together with this birth date.');
      return memberHit(found);
    },
  );

  app.get(
    '/api/portal/requesting-providers',
    { schema: { querystring: planQuery } },
    async (request): Promise<readonly ProviderHit[]> =>
      (await requestingProviders(await atPlan(request, request.query.plan))).map(providerHit),
  );

  app.get(
    '/api/portal/providers',
    { schema: { querystring: directoryQuery } },
    async (request): Promise<readonly ProviderHit[]> => {
      const { plan, text, limit } = request.query;
      return (await searchDirectory(await atPlan(request, plan), text, limit)).map(providerHit);
    },
  );

  app.post(
    '/api/portal/requests',
    { bodyLimit: maxFormBytes, schema: { body: portalRequest, querystring: planQuery } },
    async (request, reply): Promise<PortalAnswer> => {
      const at = await atPlan(request, request.query.plan);
      const received = await submitOwn(at, request.body as PortalForm);
      reply.code(isRefusal(received) || received.kind !== 'received' ? 200 : 201);
      return sentAnswer(casework, scopeOf(at), received);
    },
  );

  app.post(
    '/api/portal/admissions',
    { bodyLimit: maxFormBytes, schema: { body: admissionNotice, querystring: planQuery } },
    async (request, reply): Promise<AdmissionAnswer> => {
      const at = await atPlan(request, request.query.plan);
      const received = await submitOwnAdmission(at, request.body as AdmissionForm);
      reply.code(isRefusal(received) || received.kind !== 'received' ? 200 : 201);
      return admissionAnswer(casework, scopeOf(at), received);
    },
  );

  app.get(
    '/api/portal/requests',
    { schema: { querystring: ownRequestsQuery } },
    async (request): Promise<OwnRequests> => {
      const { plan, status, text, after, limit } = request.query;
      assertCursor(after);
      return listOwn(await atPlan(request, plan), { status, text }, after, limit);
    },
  );

  const caseParams = z.object({ caseId: z.uuid() });
  app.get('/api/portal/requests/:caseId', { schema: { params: caseParams } }, async (request): Promise<OwnRequest> => {
    const { caseId } = request.params;
    const view = await readOwn(await atCase(request, caseId), caseId);
    if (!view) throw noCase();
    return view;
  });

  const act = async (request: FastifyRequest, caseId: string, commandId: string, own: OwnAct) => {
    done(await actOnOwn(await atCase(request, caseId), caseId, commandId, own));
    return { caseId };
  };
  app.post(
    '/api/portal/requests/:caseId/information',
    { schema: { params: caseParams, body: informationBody } },
    (request) => {
      const { commandId, ...answer } = request.body;
      return act(request, request.params.caseId, commandId, { type: 'ReceiveInformation', ...answer });
    },
  );
  app.post(
    '/api/portal/requests/:caseId/withdraw',
    { schema: { params: caseParams, body: withdrawBody } },
    (request) => {
      const { commandId, reason } = request.body;
      return act(request, request.params.caseId, commandId, { type: 'Withdraw', reason });
    },
  );

  app.post(
    '/api/portal/requests/:caseId/continued-stay',
    { schema: { params: caseParams, body: continuedStayBody } },
    (request) => {
      const { commandId, ...wish } = request.body;
      return act(request, request.params.caseId, commandId, { type: 'RequestContinuedStay', ...wish });
    },
  );
  app.post(
    '/api/portal/requests/:caseId/clinical-update',
    { schema: { params: caseParams, body: clinicalUpdateBody } },
    (request) => {
      const { commandId, summary } = request.body;
      return act(request, request.params.caseId, commandId, { type: 'RecordClinicalUpdate', summary });
    },
  );

  const noticeParams = z.object({ caseId: z.uuid(), noticeId: z.uuid(), format: z.enum(['pdf', 'html']) });
  app.get(
    '/api/portal/requests/:caseId/notices/:noticeId/:format',
    { schema: { params: noticeParams } },
    async (request, reply) => {
      const { caseId, noticeId, format } = request.params;
      const letter = await openOwnLetter(await atCase(request, caseId), caseId, noticeId);
      if (!letter) throw problem(404, 'notFound', 'There is no such letter, or you may not see it.');
      return sendLetter(reply, letter, noticeId, format);
    },
  );

  const documentParams = z.object({ caseId: z.uuid(), documentId: z.string().max(64) });
  app.get(
    '/api/portal/requests/:caseId/documents/:documentId',
    { schema: { params: documentParams } },
    async (request, reply) => {
      const { caseId, documentId } = request.params;
      const file = await openOwnDocument(await atCase(request, caseId), caseId, documentId);
      if (!file) throw problem(404, 'notFound', 'There is no such document, or you may not see it.');
      return sendFile(reply, { ...file, name: file.title });
    },
  );

  // A scope of its own: here every content type is taken as bytes.
  app.register(async (raw) => {
    raw.removeAllContentTypeParsers();
    raw.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largestSentFileBytes }, (_request, body, take) =>
      take(null, body),
    );
    raw.withTypeProvider<ZodTypeProvider>().post(
      '/api/portal/requests/:caseId/documents',
      {
        bodyLimit: largestSentFileBytes,
        schema: { params: caseParams, querystring: z.object({ title: z.string().trim().min(1).max(200) }) },
      },
      async (request, reply) => {
        const { caseId } = request.params;
        const executed = await attachToOwn(await atCase(request, caseId), caseId, {
          title: request.query.title,
          contentType: request.headers['content-type'] ?? 'application/octet-stream',
          bytes: request.body instanceof Buffer ? new Uint8Array(request.body) : new Uint8Array(),
        });
        done(executed);
        return reply.code(201).send({ documentId: executed.documentId });
      },
    );
  });
};
