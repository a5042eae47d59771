import { byAt } from '@openum/casework/practice/acting.ts';
import { addEpisodeDocument } from '@openum/casework/practice/document/add.ts';
import { openEpisodeDocument } from '@openum/casework/practice/document/open.ts';
import { episodeShelf } from '@openum/casework/practice/document/shelf.ts';
import { actOnEpisode } from '@openum/casework/practice/episode/act.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atPractice } from '../../auth/atPractice.ts';
import { documentActRequest, newDocumentQuery } from '../../contract/practice/document.ts';
import type { EpisodeAnswer } from '../../contract/practice/episode.ts';
import type { HttpDeps } from '../../deps.ts';
import { problem } from '../../problem/problem.ts';
import { pageRoutes } from '../documentPages.ts';
import { sendFile } from '../file.ts';
import { episodeAnswer } from './answer.ts';
import { episodeParams } from './episode.ts';

const maxBytes = 50 * 1024 * 1024;
const base = '/api/practice/episodes';
const documentParams = episodeParams.extend({ documentId: z.string().max(64) });

/** Documents of an episode: files that came, and what their pages say. */
export const practiceDocumentRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();

  pageRoutes(fastify, base, async (request, episodeId) => {
    const me = await atPractice(casework, request);
    const shelf = await episodeShelf(casework, me.scope, episodeId);
    return shelf && { casework, scope: me.scope, shelf, userId: me.actor.userId };
  });

  app.get(
    `${base}/:episodeId/documents/:documentId`,
    { schema: { params: documentParams } },
    async (request, reply) => {
      const me = await atPractice(casework, request);
      const { episodeId, documentId } = request.params;
      const file = await openEpisodeDocument(me, episodeId, documentId);
      if (!file) throw problem(404, 'notFound', 'There is no such document, or you may not see it.');
      return sendFile(reply, { ...file, name: file.title });
    },
  );

  app.post(
    `${base}/:episodeId/document-acts`,
    { schema: { params: episodeParams, body: documentActRequest } },
    async (request): Promise<EpisodeAnswer> => {
      const me = await atPractice(casework, request);
      const { episodeId } = request.params;
      const { act, ...keyed } = request.body;
      const command = { ...act, ...byAt(me) } as const;
      return episodeAnswer(
        episodeId,
        await actOnEpisode(casework, me.scope, { episodeId, ...keyed, command: () => command }),
      );
    },
  );

  // A scope of its own: here every content type is taken as bytes.
  app.register(async (raw) => {
    raw.removeAllContentTypeParsers();
    raw.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBytes }, (_request, body, done) =>
      done(null, body),
    );
    raw
      .withTypeProvider<ZodTypeProvider>()
      .post(
        `${base}/:episodeId/documents`,
        { bodyLimit: maxBytes, schema: { params: episodeParams, querystring: newDocumentQuery } },
        async (request, reply) => {
          const me = await atPractice(casework, request);
          const { episodeId } = request.params;
          const bytes = request.body instanceof Buffer ? new Uint8Array(request.body) : new Uint8Array();
          const contentType = request.headers['content-type'] ?? 'application/octet-stream';
          const acted = await addEpisodeDocument(me, episodeId, { ...request.query, contentType, bytes });
          return reply.code(201).send(episodeAnswer(episodeId, acted));
        },
      );
  });
};
