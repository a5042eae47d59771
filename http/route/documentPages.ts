import type { Looking } from '@openum/casework/document/looking.ts';
import { documentPage, documentPages, documentReadings, searchDocuments } from '@openum/casework/document/pages.ts';
import { pagePicture } from '@openum/casework/document/picture.ts';
import { caseShelf } from '@openum/casework/document/shelf.ts';
import { pageThumbnails } from '@openum/casework/document/thumbnails.ts';
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
  ThumbnailsView,
} from '../contract/document.ts';
import { documentSearchQuery, pictureQuery, thumbnailsQuery } from '../contract/document.ts';
import type { HttpDeps } from '../deps.ts';
import { problem, refusalProblem } from '../problem/problem.ts';
import { sendPicture } from './picture.ts';

const ofShelf = z.object({ shelfId: z.uuid() });
const ofDocument = ofShelf.extend({ documentId: z.string().max(64) });
const ofPage = ofDocument.extend({ page: z.coerce.number().int().min(1).max(100_000) });

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
    `${base}/:shelfId/documents/:documentId/thumbnails`,
    { schema: { params: ofDocument, querystring: thumbnailsQuery } },
    async (request) => {
      const { shelfId, documentId } = request.params;
      // Who scrolls on takes back the request for what has gone out of sight.
      const isWanted = () => !request.raw.socket.destroyed;
      const looker = await looking(request, shelfId);
      const drawn = found(await pageThumbnails(looker, documentId, request.query.from, isWanted));
      const thumbnails = drawn.thumbnails.map(({ page, contentType, bytes }) => ({
        page,
        picture: `data:${contentType};base64,${bytes.toBase64()}`,
      }));
      return { ...drawn, thumbnails } satisfies ThumbnailsView;
    },
  );

  app.get(
    `${base}/:shelfId/documents/:documentId/pages/:page/picture`,
    { schema: { params: ofPage, querystring: pictureQuery } },
    async (request, reply) => {
      const { shelfId, documentId, page } = request.params;
      const looker = await looking(request, shelfId);
      return sendPicture(reply, page, found(await pagePicture(looker, documentId, page, request.query.size)));
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
