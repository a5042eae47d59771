import {
  documentPage,
  documentPages,
  documentReadings,
  type Looking,
  pagePicture,
  pageThumbnail,
  searchDocuments,
} from '@openum/casework/document/pages.ts';
import { caseShelf } from '@openum/casework/document/shelf.ts';
import { documentClosed } from '@openum/casework/part2/access.ts';
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
import { problem, refusalProblem } from '../problem/problem.ts';
import { sendFile } from './file.ts';

const ofShelf = z.object({ shelfId: z.uuid() });
const ofDocument = ofShelf.extend({ documentId: z.string().max(64) });
const ofPage = ofDocument.extend({ page: z.coerce.number().int().min(1).max(100_000) });
const pictureQuery = z.object({ width: z.coerce.number().int().min(60).max(1700).default(1200) });

const found = <T>(there: T | undefined): T => {
  if (there === undefined) throw problem(404, 'notFound', 'There is no such page, or you may not see it.');
  return there;
};

type Looker = (request: FastifyRequest, shelfId: string) => Promise<Looking | undefined>;

/** The pages of documents under `base`, which ends in the id of what they belong to. */
export const pageRoutes = (fastify: FastifyInstance, base: string, lookerOf: Looker): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const looking = async (request: FastifyRequest, shelfId: string): Promise<Looking> =>
    found(await lookerOf(request, shelfId));

  app.get(`${base}/:shelfId/document-readings`, { schema: { params: ofShelf } }, async (request) => {
    const readings = await documentReadings(await looking(request, request.params.shelfId));
    return { readings } satisfies DocumentReadingsView;
  });

  app.get(`${base}/:shelfId/documents/:documentId/pages`, { schema: { params: ofDocument } }, async (request) => {
    const { shelfId, documentId } = request.params;
    return found(await documentPages(await looking(request, shelfId), documentId)) satisfies PagedDocumentView;
  });

  app.get(`${base}/:shelfId/documents/:documentId/pages/:page`, { schema: { params: ofPage } }, async (request) => {
    const { shelfId, documentId, page } = request.params;
    return found(await documentPage(await looking(request, shelfId), documentId, page)) satisfies DocumentPageView;
  });

  app.get(
    `${base}/:shelfId/documents/:documentId/pages/:page/thumbnail`,
    { schema: { params: ofPage } },
    async (request, reply) => {
      const { shelfId, documentId, page } = request.params;
      const drawing = found(await pageThumbnail(await looking(request, shelfId), documentId, page));
      // The first reading of a page stands, and so does its drawing.
      return reply
        .header('content-type', 'image/svg+xml')
        .header('content-security-policy', "default-src 'none'")
        .header('cache-control', 'private, max-age=86400, immutable')
        .send(drawing);
    },
  );

  app.get(
    `${base}/:shelfId/documents/:documentId/pages/:page/picture`,
    { schema: { params: ofPage, querystring: pictureQuery } },
    async (request, reply) => {
      const { shelfId, documentId, page } = request.params;
      const looker = await looking(request, shelfId);
      const bytes = found(await pagePicture(looker, documentId, page, request.query.width));
      return sendFile(reply, { contentType: 'image/webp', bytes, name: `page-${page}.webp` });
    },
  );

  app.get(
    `${base}/:shelfId/document-search`,
    { schema: { params: ofShelf, querystring: documentSearchQuery } },
    async (request) => {
      const { words, documentId } = request.query;
      const looker = await looking(request, request.params.shelfId);
      return { hits: await searchDocuments(looker, words, documentId) } satisfies DocumentHitsView;
    },
  );
};

/** The one document that is looked at, or words that are looked for in all of them; without either no text is shown. */
const lookedAt = z.object({ documentId: z.string().optional(), words: z.string().optional() });

/** Documents of a case page by page. */
export const documentPageRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void =>
  pageRoutes(fastify, '/api/cases', async (request, caseId) => {
    const me = await signedIn(casework.identity, casework.environment.now(), request);
    const scope = { tenantId: me.tenant.tenantId };
    const { documentId, words } = lookedAt.parse({ ...Object(request.query), ...Object(request.params) });
    const closed =
      documentId === undefined && words === undefined
        ? undefined
        : await documentClosed(casework, scope, caseId, documentId, me.actor);
    if (closed) throw refusalProblem(closed);
    const shelf = await caseShelf(casework, scope, caseId);
    return shelf && { casework, scope, caseId, shelf, userId: me.user.userId };
  });
