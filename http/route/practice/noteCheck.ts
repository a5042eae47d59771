import { recordPracticeRead } from '@openum/casework/practice/acting.ts';
import { keepNoteCheck, keptNoteChecks } from '@openum/casework/practice/noteCheck/keep.ts';
import { refusalText } from '@openum/domain/case/refusal.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { atPractice } from '../../auth/atPractice.ts';
import type { EpisodeAnswer } from '../../contract/practice/episode.ts';
import { type KeptNoteChecks, keepNoteCheckBody, type NoteKnowledge } from '../../contract/practice/noteCheck.ts';
import type { HttpDeps } from '../../deps.ts';
import { problem } from '../../problem/problem.ts';
import { episodeAnswer } from './answer.ts';
import { episodeParams } from './episode.ts';

/** Notes are read in the browser; here it gets the guide, and what was found is kept. */
export const noteCheckRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();

  app.get('/api/practice/note-guide', async (request): Promise<NoteKnowledge> => {
    await atPractice(casework, request);
    return casework.knowledge.noteCheck;
  });

  app.get(
    '/api/practice/episodes/:episodeId/note-checks',
    { schema: { params: episodeParams } },
    async (request): Promise<KeptNoteChecks> => {
      const me = await atPractice(casework, request);
      const { episodeId } = request.params;
      const checks = await keptNoteChecks(me, episodeId);
      if (!checks) throw problem(404, 'episodeNotFound', refusalText.episodeNotFound);
      await recordPracticeRead(me, 'episode', episodeId);
      return { checks };
    },
  );

  app.post(
    '/api/practice/episodes/:episodeId/note-checks',
    { schema: { params: episodeParams, body: keepNoteCheckBody } },
    async (request): Promise<EpisodeAnswer> => {
      const me = await atPractice(casework, request);
      const { episodeId } = request.params;
      const { previous, ...note } = request.body;
      const acted = await keepNoteCheck(me, { episodeId, ...note, ...(previous ? { previous } : {}) });
      return episodeAnswer(episodeId, acted);
    },
  );
};
