import { dismissArrival, keepUpload, mayNotIntake } from '@openum/casework/arrival/arrival.ts';
import { enterArrival } from '@openum/casework/arrival/enter.ts';
import { arrivalPages, arrivalPicture } from '@openum/casework/arrival/pages.ts';
import type { Acting } from '@openum/casework/case/act.ts';
import { findDuplicates } from '@openum/casework/duplicate/find.ts';
import { documentClosed } from '@openum/casework/part2/access.ts';
import type { ArrivalFilter } from '@openum/casework/port/arrivals.ts';
import type { ReadEntry } from '@openum/casework/port/readLog.ts';
import { isRefusal, refuse } from '@openum/domain/case/refusal.ts';
import { calendarDate, instant } from '@openum/domain/time/instant.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import { pictureQuery } from '../contract/document.ts';
import {
  type ArrivalDetail,
  type ArrivalPagesView,
  type DuplicatesAnswer,
  deskRequest,
  dismissRequest,
  duplicatesQuery,
  type IntakeCounts,
  type IntakeList,
  intakeQuery,
  type UploadAnswer,
  uploadQuery,
} from '../contract/intake.ts';
import type { PortalAnswer } from '../contract/request.ts';
import type { HttpDeps } from '../deps.ts';
import { prefillOf, readOutOf } from '../intake/prefill.ts';
import { problem, refusalProblem } from '../problem/problem.ts';
import { sendFile } from './file.ts';
import { sendPicture } from './picture.ts';
import { sentAnswer } from './sent.ts';
import { assertCursor } from './workList.ts';

const maxFormBytes = 100 * 1024 * 1024;
const maxFileBytes = 50 * 1024 * 1024;
const params = z.object({ messageId: z.string().max(64) });
const ofPage = params.extend({ page: z.coerce.number().int().min(1).max(100_000) });

type Query = z.output<typeof intakeQuery>;

const filterOf = ({ state, channel, receivedFrom, text }: Query): ArrivalFilter => ({
  ...(state ? { state } : {}),
  ...(channel ? { channel } : {}),
  ...(receivedFrom ? { receivedFrom: instant(receivedFrom) } : {}),
  ...(text ? { text } : {}),
});

export const intakeRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, arrivals, cases, readLog } = casework;

  const acting = async (request: FastifyRequest): Promise<Acting> => {
    const now = environment.now();
    const { tenant, actor } = await signedIn(identity, now, request);
    const no = mayNotIntake(actor.roles);
    if (no) throw refusalProblem(no);
    return { casework, tenant, actor, now };
  };
  const scopeOf = ({ tenant }: Acting) => ({ tenantId: tenant.tenantId });

  const log = (me: Acting, what: ReadEntry['what'], resourceId?: string) =>
    readLog.record(scopeOf(me), {
      readId: environment.newId(),
      userId: me.actor.userId,
      purpose: 'utilizationReview',
      what,
      ...(resourceId ? { resourceId } : {}),
      at: me.now,
    });

  app.get('/api/intake', { schema: { querystring: intakeQuery } }, async (request): Promise<IntakeList> => {
    const me = await acting(request);
    const { after, limit } = request.query;
    assertCursor(after);
    const page = await arrivals.page(scopeOf(me), filterOf(request.query), after, limit);
    await log(me, 'workList');
    return page;
  });

  app.get('/api/intake/counts', { schema: { querystring: intakeQuery } }, async (request): Promise<IntakeCounts> => {
    const me = await acting(request);
    const { state: _state, ...filter } = filterOf(request.query);
    return { counts: await arrivals.counts(scopeOf(me), filter) };
  });

  const kept = async (me: Acting, messageId: string) => {
    const message = await cases.message(scopeOf(me), messageId);
    if (!message) throw refusalProblem(refuse('arrivalNotFound'));
    return message;
  };

  /** Of a case with protected records a message may hold any of them. */
  const opened = async (me: Acting, messageId: string) => {
    const message = await kept(me, messageId);
    const row = await arrivals.one(scopeOf(me), messageId);
    const caseId = row?.caseId ?? row?.settled?.caseId;
    const closed = caseId && (await documentClosed(casework, scopeOf(me), caseId, undefined, me.actor));
    if (closed) throw refusalProblem(closed);
    return message;
  };

  app.get('/api/intake/:messageId', { schema: { params } }, async (request): Promise<ArrivalDetail> => {
    const me = await acting(request);
    const { messageId } = request.params;
    const row = await arrivals.one(scopeOf(me), messageId);
    if (!row) throw refusalProblem(refuse('arrivalNotFound'));
    const at = { messageId, receivedAt: row.receivedAt, zone: me.tenant.zone };
    const prefill = await prefillOf(casework, scopeOf(me), await kept(me, messageId), at);
    await log(me, 'message', messageId);
    return { row, prefill };
  });

  app.get('/api/intake/:messageId/content', { schema: { params } }, async (request, reply) => {
    const me = await acting(request);
    const { messageId } = request.params;
    const file = await opened(me, messageId);
    await log(me, 'message', messageId);
    return sendFile(reply, { ...file, name: `arrival-${messageId}` });
  });

  const lookerOf = (me: Acting) => ({ casework, scope: scopeOf(me), userId: me.actor.userId });

  app.get('/api/intake/:messageId/pages', { schema: { params } }, async (request): Promise<ArrivalPagesView> => {
    const me = await acting(request);
    await opened(me, request.params.messageId);
    return arrivalPages(lookerOf(me), request.params.messageId);
  });

  app.get(
    '/api/intake/:messageId/pages/:page/picture',
    { schema: { params: ofPage, querystring: pictureQuery } },
    async (request, reply) => {
      const me = await acting(request);
      const { messageId, page } = request.params;
      await opened(me, messageId);
      const picture = await arrivalPicture(lookerOf(me), messageId, page, request.query.size);
      if (!picture) throw problem(404, 'notFound', 'There is no such page.');
      return sendPicture(reply, page, picture);
    },
  );

  app.post(
    '/api/intake/:messageId/dismiss',
    { schema: { params, body: dismissRequest } },
    async (request, reply): Promise<void> => {
      const no = await dismissArrival(await acting(request), request.params.messageId, request.body.reason);
      if (no) throw refusalProblem(no);
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/intake/:messageId/request',
    { bodyLimit: maxFormBytes, schema: { params, body: deskRequest } },
    async (request, reply): Promise<PortalAnswer> => {
      const me = await acting(request);
      const { messageId } = request.params;
      const row = await arrivals.one(scopeOf(me), messageId);
      const at = { messageId, receivedAt: row?.receivedAt ?? me.now, zone: me.tenant.zone };
      const received = await enterArrival(me, messageId, request.body as never, readOutOf(casework, at));
      reply.code(isRefusal(received) || received.kind !== 'received' ? 200 : 201);
      return sentAnswer(casework, scopeOf(me), received);
    },
  );

  app.post(
    '/api/intake/duplicates',
    { schema: { body: duplicatesQuery } },
    async (request): Promise<DuplicatesAnswer> => {
      const me = await acting(request);
      const { memberId, requestingProviderNpi: npi, receivedAt, items } = request.body;
      const member = await casework.register.memberById(scopeOf(me), memberId);
      if (!member) return { candidates: [] };
      const { candidates } = await findDuplicates(casework, scopeOf(me), member.member.memberNumber, {
        receivedAt: receivedAt ? instant(receivedAt) : me.now,
        channel: 'portal',
        requestingProvider: { name: '', ...(npi ? { npi } : {}) },
        items: items.map((i, at) => ({
          sequence: at + 1,
          service: { system: i.system, code: i.code },
          ...(i.start
            ? { period: { start: calendarDate(i.start), ...(i.end ? { end: calendarDate(i.end) } : {}) } }
            : {}),
          diagnoses: [],
          isDrug: false,
        })),
      });
      await log(me, 'memberSearch');
      return { candidates };
    },
  );

  // A scope of its own: here every content type is taken as bytes.
  app.register(async (raw) => {
    raw.removeAllContentTypeParsers();
    raw.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxFileBytes }, (_request, body, done) =>
      done(null, body),
    );
    raw
      .withTypeProvider<ZodTypeProvider>()
      .post(
        '/api/intake/uploads',
        { bodyLimit: maxFileBytes, schema: { querystring: uploadQuery } },
        async (request, reply): Promise<UploadAnswer> => {
          const me = await acting(request);
          const bytes = request.body instanceof Buffer ? new Uint8Array(request.body) : new Uint8Array();
          const contentType = request.headers['content-type'] ?? 'application/octet-stream';
          const uploaded = await keepUpload(me, { ...request.query, contentType, bytes });
          if (isRefusal(uploaded)) throw refusalProblem(uploaded);
          reply.code(201);
          return uploaded;
        },
      );
  });
};
