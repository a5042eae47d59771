import { recordPracticeRead } from '@openum/casework/practice/acting.ts';
import { readDenialLetter } from '@openum/casework/practice/denialLetter/read.ts';
import { recordDenialLetter } from '@openum/casework/practice/denialLetter/record.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atPractice } from '../../auth/atPractice.ts';
import { type DenialLetterReading, denialLetterBody } from '../../contract/practice/denialLetter.ts';
import type { EpisodeAnswer } from '../../contract/practice/episode.ts';
import type { HttpDeps } from '../../deps.ts';
import { problem } from '../../problem/problem.ts';
import { episodeAnswer } from './answer.ts';
import { episodeParams } from './episode.ts';

const base = '/api/practice/episodes/:episodeId';
const documentParams = episodeParams.extend({ documentId: z.string().max(64) });

/** Letters of denial: what they seem to say, and what a person writes down from them. */
export const denialLetterRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();

  app.get(
    `${base}/documents/:documentId/denial`,
    { schema: { params: documentParams } },
    async (request): Promise<DenialLetterReading> => {
      const me = await atPractice(casework, request);
      const { episodeId, documentId } = request.params;
      const reading = await readDenialLetter(me, episodeId, documentId);
      if (!reading) throw problem(404, 'notFound', 'There is no such document, or you may not see it.');
      await recordPracticeRead(me, 'document', documentId);
      return reading;
    },
  );

  app.post(
    `${base}/denial-letters`,
    { schema: { params: episodeParams, body: denialLetterBody } },
    async (request): Promise<EpisodeAnswer> => {
      const me = await atPractice(casework, request);
      const { episodeId } = request.params;
      return episodeAnswer(episodeId, await recordDenialLetter(me, episodeId, request.body));
    },
  );
};
