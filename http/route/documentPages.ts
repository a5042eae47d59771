import {
  documentPage,
  documentPages,
  documentReadings,
  type Looking,
  pagePicture,
  searchDocuments,
} from '@openum/casework/document/pages.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import type {
  DocumentHitsView,
  DocumentPageView,
  DocumentReadingsView,
  PagedDocumentView,
} from '../contract/document.ts';
import { documentSearchQuery } from '../contract/document.ts';
import type { HttpDeps } from '../deps.ts';
import { problem } from '../problem/problem.ts';
import { sendFile } from './file.ts';

const ofCase = z.object({ caseId: z.uuid() });
const ofDocument = ofCase.extend({ documentId: z.string().max(64) });
const ofPage = ofDocument.extend({ page: z.coerce.number().int().min(1).max(100_000) });
const pictureQuery = z.object({ width: z.coerce.number().int().min(60).max(1700).default(1200) });

const found = <T>(there: T | undefined): T => {
  if (there === undefined) throw problem(404, 'notFound', 'There is no such page, or you may not see it.');
  return there;
};

/** Documents page by page. */
export const documentPageRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const looking = async (request: FastifyRequest, caseId: string): Promise<Looking> => {
    const me = await signedIn(casework.identity, casework.environment.now(), request);
    return { casework, scope: { tenantId: me.tenant.tenantId }, caseId, userId: me.user.userId };
  };

  app.get('/api/cases/:caseId/document-readings', { schema: { params: ofCase } }, async (request) => {
    const readings = found(await documentReadings(await looking(request, request.params.caseId)));
    return { readings } satisfies DocumentReadingsView;
  });

  app.get('/api/cases/:caseId/documents/:documentId/pages', { schema: { params: ofDocument } }, async (request) => {
    const { caseId, documentId } = request.params;
    return found(await documentPages(await looking(request, caseId), documentId)) satisfies PagedDocumentView;
  });

  app.get('/api/cases/:caseId/documents/:documentId/pages/:page', { schema: { params: ofPage } }, async (request) => {
    const { caseId, documentId, page } = request.params;
    return found(await documentPage(await looking(request, caseId), documentId, page)) satisfies DocumentPageView;
  });

  app.get(
    '/api/cases/:caseId/documents/:documentId/pages/:page/picture',
    { schema: { params: ofPage, querystring: pictureQuery } },
    async (request, reply) => {
      const { caseId, documentId, page } = request.params;
      const looker = await looking(request, caseId);
      const bytes = found(await pagePicture(looker, documentId, page, request.query.width));
      return sendFile(reply, { contentType: 'image/webp', bytes, name: `page-${page}.webp` });
    },
  );

  app.get(
    '/api/cases/:caseId/document-search',
    { schema: { params: ofCase, querystring: documentSearchQuery } },
    async (request) => {
      const { words, documentId } = request.query;
      const looker = await looking(request, request.params.caseId);
      return { hits: found(await searchDocuments(looker, words, documentId)) } satisfies DocumentHitsView;
    },
  );
};
