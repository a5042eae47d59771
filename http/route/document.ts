import { attachDocument } from '@openum/casework/document/attach.ts';
import { openDocument } from '@openum/casework/document/open.ts';
import { openNotice } from '@openum/casework/notice/open.ts';
import { documentClosed } from '@openum/casework/part2/access.ts';
import { refuse } from '@openum/domain/case/refusal.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import type { HttpDeps } from '../deps.ts';
import { problem, refusalProblem } from '../problem/problem.ts';
import { documentPageRoutes } from './documentPages.ts';
import { sendFile, sendLetter } from './file.ts';

const maxBytes = 50 * 1024 * 1024;

export const documentRoutes = (fastify: FastifyInstance, deps: HttpDeps): void => {
  const { casework } = deps;
  documentPageRoutes(fastify, deps);
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment } = casework;
  const params = z.object({ caseId: z.uuid(), documentId: z.string().max(64) });

  app.get('/api/cases/:caseId/documents/:documentId', { schema: { params } }, async (request, reply) => {
    const me = await signedIn(identity, environment.now(), request);
    const { caseId, documentId } = request.params;
    const closed = await documentClosed(casework, { tenantId: me.tenant.tenantId }, caseId, documentId, me.actor);
    if (closed) throw refusalProblem(closed);
    const file = await openDocument(casework, { tenantId: me.tenant.tenantId }, caseId, documentId, me.user.userId);
    if (!file) throw problem(404, 'notFound', 'There is no such document, or you may not see it.');
    return sendFile(reply, { ...file, name: file.title });
  });

  const noticeParams = z.object({ caseId: z.uuid(), noticeId: z.uuid(), format: z.enum(['pdf', 'html']) });
  app.get(
    '/api/cases/:caseId/notices/:noticeId/:format',
    { schema: { params: noticeParams } },
    async (request, reply) => {
      const me = await signedIn(identity, environment.now(), request);
      const { caseId, noticeId, format } = request.params;
      const notice = await openNotice(casework, { tenantId: me.tenant.tenantId }, caseId, noticeId, me.user.userId);
      if (!notice) throw problem(404, 'notFound', 'There is no such notice, or you may not see it.');
      return sendLetter(reply, notice, noticeId, format);
    },
  );

  // A scope of its own: here every content type is taken as bytes.
  app.register(async (raw) => {
    raw.removeAllContentTypeParsers();
    raw.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBytes }, (_request, body, done) =>
      done(null, body),
    );
    const typed = raw.withTypeProvider<ZodTypeProvider>();
    typed.post(
      '/api/cases/:caseId/documents',
      {
        bodyLimit: maxBytes,
        schema: {
          params: z.object({ caseId: z.uuid() }),
          querystring: z.object({ title: z.string().trim().min(1).max(200), recordedOn: z.iso.date().optional() }),
        },
      },
      async (request, reply) => {
        const me = await signedIn(identity, environment.now(), request);
        const bytes = request.body instanceof Buffer ? new Uint8Array(request.body) : new Uint8Array();
        const contentType = request.headers['content-type'] ?? 'application/octet-stream';
        const executed = await attachDocument(casework, { tenantId: me.tenant.tenantId }, request.params.caseId, {
          title: request.query.title,
          ...(request.query.recordedOn ? { recordedOn: request.query.recordedOn as CalendarDate } : {}),
          contentType,
          bytes,
          actor: me.actor,
        });
        if (executed.kind === 'refused') throw refusalProblem(executed.refusal);
        if (executed.kind === 'stale') throw refusalProblem(refuse('staleVersion'));
        return reply.code(201).send({ documentId: executed.documentId });
      },
    );
  });
};
