import { forwardAppeal, packetOf } from '@openum/casework/appeal/forward.ts';
import { actOnOwnAppeal, type OwnAppeals, readOwnAppeals } from '@openum/casework/appeal/own.ts';
import { overturnRates } from '@openum/casework/appeal/rates.ts';
import { readAppeals, readReviewers } from '@openum/casework/appeal/reading.ts';
import type { Act, Acting } from '@openum/casework/case/act.ts';
import type { Executed } from '@openum/casework/case/execute.ts';
import { documentClosed } from '@openum/casework/part2/access.ts';
import type { AppealFilter } from '@openum/casework/port/appeals.ts';
import { readCursor } from '@openum/casework/port/cursor.ts';
import { recordRead } from '@openum/casework/portal/portal.ts';
import type { Role } from '@openum/domain/actor/actor.ts';
import { appealCapabilities } from '@openum/domain/appeal/capability.ts';
import { refusalText, refuse } from '@openum/domain/case/refusal.ts';
import { type CalendarDate, instant } from '@openum/domain/time/instant.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atPortalCase } from '../auth/atPortal.ts';
import { signedIn } from '../auth/session.ts';
import {
  type AppealsAnswer,
  appealsQuery,
  type CaseAppealsView,
  forwardBody,
  ownAppealBody,
  ownAppealWithdrawBody,
  ownConsentBody,
  ownReconsiderationBody,
  type RatesAnswer,
  type ReportingLinesAnswer,
  type ReviewersAnswer,
  ratesQuery,
  reportingLineBody,
} from '../contract/appeal.ts';
import type { CommandAnswer } from '../contract/case.ts';
import type { HttpDeps } from '../deps.ts';
import { problem, refusalProblem } from '../problem/problem.ts';
import { sendFile } from './file.ts';

const caseParams = z.object({ caseId: z.uuid() });
const appealParams = z.object({ caseId: z.uuid(), appealId: z.string().max(64) });
const notFound = () => problem(404, 'caseNotFound', refusalText.caseNotFound);
const noAppeal = () => problem(404, 'appealUnknown', refusalText.appealUnknown);

const packetRoles: readonly Role[] = [...appealCapabilities.ForwardAppeal.roles, 'medicalDirector', 'qualityManager'];
const reportingRoles: readonly Role[] = ['administrator', 'umDirector'];

const demandRole = (me: { readonly actor: { readonly roles: readonly Role[] } }, roles: readonly Role[]): void => {
  if (!me.actor.roles.some((r) => roles.includes(r)))
    throw refusalProblem(refuse('roleMissing', { roles: [...roles] }));
};

const answerOf = (caseId: string, executed: Executed): CommandAnswer => {
  if (executed.kind === 'done') return { caseId, version: executed.version };
  throw refusalProblem(executed.kind === 'refused' ? executed.refusal : refuse('staleVersion'));
};

const filterOf = (q: z.output<typeof appealsQuery>): AppealFilter => ({
  ...(q.open ? { open: q.open === 'yes' } : {}),
  ...(q.status ? { status: q.status } : {}),
  ...(q.levelId ? { levelId: q.levelId } : {}),
  ...(q.lineOfBusiness ? { lineOfBusiness: q.lineOfBusiness } : {}),
  ...(q.urgency ? { urgency: q.urgency } : {}),
  ...(q.reviewerUserId ? { reviewerUserId: q.reviewerUserId } : {}),
  ...(q.dueBefore ? { dueBefore: instant(q.dueBefore) } : {}),
  ...(q.text ? { text: q.text } : {}),
});

const assertCursor = (after: string | undefined): void => {
  try {
    if (after !== undefined) readCursor(after);
  } catch {
    const message = 'is not where a page of this list ended';
    throw problem(400, 'invalidBody', `Field place in the list: ${message}`, { fields: [{ path: 'after', message }] });
  }
};

const deskRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, readLog, knowledge } = casework;
  const acting = async (request: FastifyRequest): Promise<Acting> => {
    const now = environment.now();
    const { tenant, actor } = await signedIn(identity, now, request);
    return { casework, tenant, actor, now };
  };
  const noteRead = (me: Acting, what: 'case' | 'workList' | 'document' | 'report', caseId?: string) =>
    readLog.record(
      { tenantId: me.tenant.tenantId },
      {
        readId: environment.newId(),
        ...(caseId ? { caseId } : {}),
        userId: me.actor.userId,
        purpose: 'utilizationReview',
        what,
        at: me.now,
      },
    );

  app.get('/api/appeals', { schema: { querystring: appealsQuery } }, async (request): Promise<AppealsAnswer> => {
    const me = await acting(request);
    const scope = { tenantId: me.tenant.tenantId };
    const { after, limit } = request.query;
    assertCursor(after);
    const filter = filterOf(request.query);
    const { status: _, ...whatever } = filter;
    const [page, statuses] = await Promise.all([
      casework.appeals.page(scope, filter, after, limit),
      casework.appeals.statuses(scope, whatever),
    ]);
    await noteRead(me, 'workList');
    const levels = knowledge.appealLevels.map((l) => ({ levelId: l.id, name: l.name }));
    return { ...page, now: me.now, statuses, levels };
  });

  app.get('/api/appeals/rates', { schema: { querystring: ratesQuery } }, async (request): Promise<RatesAnswer> => {
    const me = await acting(request);
    const { from, until } = request.query;
    await noteRead(me, 'report');
    return overturnRates(casework, { tenantId: me.tenant.tenantId }, from as CalendarDate, until as CalendarDate);
  });

  app.get(
    '/api/cases/:caseId/appeals',
    { schema: { params: caseParams } },
    async (request): Promise<CaseAppealsView> => {
      const me = await acting(request);
      const { caseId } = request.params;
      const read = await readAppeals(casework, { tenantId: me.tenant.tenantId }, caseId, me.actor);
      if (!read) throw notFound();
      await noteRead(me, 'case', caseId);
      return read;
    },
  );

  app.get(
    '/api/cases/:caseId/appeals/:appealId/reviewers',
    { schema: { params: appealParams } },
    async (request): Promise<ReviewersAnswer> => {
      const me = await acting(request);
      const { caseId, appealId } = request.params;
      const people = await readReviewers(casework, { tenantId: me.tenant.tenantId }, caseId, appealId);
      if (!people) throw noAppeal();
      return people;
    },
  );

  app.get(
    '/api/cases/:caseId/appeals/:appealId/packet',
    { schema: { params: appealParams } },
    async (request, reply) => {
      const me = await acting(request);
      demandRole(me, packetRoles);
      const { caseId, appealId } = request.params;
      const closed = await documentClosed(casework, { tenantId: me.tenant.tenantId }, caseId, undefined, me.actor);
      if (closed) throw refusalProblem(closed);
      const packet = await packetOf(me, caseId, appealId);
      if (!packet) throw noAppeal();
      await noteRead(me, 'case', caseId);
      return sendFile(reply, {
        contentType: 'application/pdf',
        bytes: packet.bytes,
        name: `appeal-file-${packet.number}.pdf`,
      });
    },
  );

  app.post(
    '/api/cases/:caseId/appeals/:appealId/forward',
    { schema: { params: appealParams, body: forwardBody } },
    async (request): Promise<CommandAnswer> => {
      const me = await acting(request);
      const { caseId, appealId } = request.params;
      const { commandId, expectedVersion, ...given } = request.body;
      return answerOf(caseId, await forwardAppeal(me, caseId, appealId, expectedVersion, commandId, given));
    },
  );

  app.get('/api/reporting-lines', async (request): Promise<ReportingLinesAnswer> => {
    const me = await acting(request);
    demandRole(me, [...reportingRoles, 'appealsCoordinator']);
    const scope = { tenantId: me.tenant.tenantId };
    const [users, lines] = await Promise.all([identity.users(scope), casework.reportingLines.all(scope)]);
    return {
      people: users
        .filter((u) => u.active)
        .map(({ userId, name }) => {
          const above = lines.find((l) => l.userId === userId)?.supervisorUserId;
          return { userId, name, ...(above ? { supervisorUserId: above } : {}) };
        }),
      lines,
    };
  });

  app.put('/api/reporting-lines', { schema: { body: reportingLineBody } }, async (request, reply) => {
    const me = await acting(request);
    demandRole(me, reportingRoles);
    const scope = { tenantId: me.tenant.tenantId };
    const { userId, supervisorUserId } = request.body;
    const known = new Set((await identity.users(scope)).map((u) => u.userId));
    if (!known.has(userId))
      throw refusalProblem(refuse('fieldInvalid', { field: 'userId', problem: 'there is no such user' }));
    if (supervisorUserId !== undefined && (!known.has(supervisorUserId) || supervisorUserId === userId))
      throw refusalProblem(refuse('fieldInvalid', { field: 'supervisorUserId', problem: 'it must be another user' }));
    await casework.reportingLines.set(scope, {
      userId,
      ...(supervisorUserId ? { supervisorUserId } : {}),
      since: me.now,
      recordedBy: me.actor.userId,
    });
    return reply.code(204).send();
  });
};

const portalAppealRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const act = async (
    request: FastifyRequest,
    caseId: string,
    commandId: string,
    make: (name: string, now: string) => Act,
  ) => {
    const at = await atPortalCase(casework, request, caseId);
    const executed = await actOnOwnAppeal(at, caseId, commandId, make(`${at.actor.name}, ${at.practice.name}`, at.now));
    return answerOf(caseId, executed);
  };

  app.get(
    '/api/portal/requests/:caseId/appeals',
    { schema: { params: caseParams } },
    async (request): Promise<OwnAppeals> => {
      const { caseId } = request.params;
      const at = await atPortalCase(casework, request, caseId);
      const read = await readOwnAppeals(at, caseId);
      if (!read) throw notFound();
      await recordRead(at, 'case', caseId);
      return read;
    },
  );

  app.post(
    '/api/portal/requests/:caseId/appeal',
    { schema: { params: caseParams, body: ownAppealBody } },
    async (request): Promise<CommandAnswer> => {
      const { commandId, party, filedBy, consentAttached, ...given } = request.body;
      return act(request, request.params.caseId, commandId, (name, now) => ({
        type: 'FileAppeal',
        ...given,
        filedBy: { party, name: filedBy, relationship: `through ${name}` },
        receivedAt: now,
        channel: 'portal',
        ...(consentAttached ? { standingShownAt: now } : {}),
      }));
    },
  );

  app.post(
    '/api/portal/requests/:caseId/appeals/:appealId/consent',
    { schema: { params: appealParams, body: ownConsentBody } },
    async (request): Promise<CommandAnswer> => {
      const { caseId, appealId } = request.params;
      const { commandId, ...given } = request.body;
      return act(request, caseId, commandId, (_, now) => ({
        type: 'ShowAppealStanding',
        appealId,
        receivedAt: now,
        ...given,
      }));
    },
  );

  app.post(
    '/api/portal/requests/:caseId/appeals/:appealId/withdraw',
    { schema: { params: appealParams, body: ownAppealWithdrawBody } },
    async (request): Promise<CommandAnswer> => {
      const { caseId, appealId } = request.params;
      const { commandId, reason } = request.body;
      return act(request, caseId, commandId, (name) => ({
        type: 'WithdrawAppeal',
        appealId,
        requestedBy: name,
        reason,
      }));
    },
  );

  app.post(
    '/api/portal/requests/:caseId/reconsideration',
    { schema: { params: caseParams, body: ownReconsiderationBody } },
    async (request): Promise<CommandAnswer> => {
      const { commandId, ...given } = request.body;
      return act(request, request.params.caseId, commandId, (name, now) => ({
        type: 'RequestReconsideration',
        ...given,
        requestedBy: name,
        receivedAt: now,
      }));
    },
  );
};

/** Appeals at the desk of the plan, and at its portal. */
export const appealRoutes = (fastify: FastifyInstance, deps: HttpDeps): void => {
  deskRoutes(fastify, deps);
  portalAppealRoutes(fastify, deps);
};
