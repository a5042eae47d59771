import { recordPracticeRead } from '@openum/casework/practice/acting.ts';
import { bindAppeal, previewAppeal } from '@openum/casework/practice/appeal/bind.ts';
import { readAppealDesk } from '@openum/casework/practice/appeal/desk.ts';
import { keepDraft } from '@openum/casework/practice/appeal/draft.ts';
import { openAppealFile, recordAppealSent, sendAppeal } from '@openum/casework/practice/appeal/send.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import { episodeCapabilities } from '@openum/domain/episode/capability.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atPractice } from '../../auth/atPractice.ts';
import {
  type AppealDesk,
  appealDraftBody,
  appealFileBody,
  appealPreviewBody,
  appealQuery,
  appealSentBody,
} from '../../contract/practice/appeal.ts';
import type { EpisodeAnswer } from '../../contract/practice/episode.ts';
import type { HttpDeps } from '../../deps.ts';
import { problem, refusalProblem } from '../../problem/problem.ts';
import { sendFile } from '../file.ts';
import { episodeAnswer } from './answer.ts';
import { episodeParams } from './episode.ts';
import { notTaken } from './packet.ts';

const base = '/api/practice/episodes/:episodeId';
const denialParams = episodeParams.extend({ denialId: z.string().min(1).max(64) });
const appealParams = episodeParams.extend({ appealId: z.string().min(1).max(64) });
const writers = episodeCapabilities.DraftAppeal.roles;

/** Appeals that are written here: from the record, point by point, to one file with its exhibits. */
export const appealRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();

  app.get(
    `${base}/denials/:denialId/appeal`,
    { schema: { params: denialParams, querystring: appealQuery } },
    async (request): Promise<AppealDesk> => {
      const me = await atPractice(casework, request);
      const { episodeId, denialId } = request.params;
      const desk = await readAppealDesk(me, episodeId, denialId, request.query.criteria);
      if (!desk) throw problem(404, 'notFound', 'There is no such denial, or you may not see it.');
      await recordPracticeRead(me, 'episode', episodeId);
      return desk;
    },
  );

  app.post(
    `${base}/denials/:denialId/appeal-draft`,
    { schema: { params: denialParams, body: appealDraftBody } },
    async (request): Promise<EpisodeAnswer> => {
      const me = await atPractice(casework, request);
      const { episodeId, denialId } = request.params;
      return episodeAnswer(episodeId, await keepDraft(me, episodeId, { ...request.body, denialId }));
    },
  );

  app.post(
    `${base}/denials/:denialId/appeal-preview`,
    { schema: { params: denialParams, body: appealPreviewBody } },
    async (request, reply) => {
      const me = await atPractice(casework, request, writers);
      const { episodeId, denialId } = request.params;
      const file = await previewAppeal(me, episodeId, { ...request.body, denialId });
      if (isRefusal(file)) throw refusalProblem(file);
      await recordPracticeRead(me, 'episode', episodeId);
      return sendFile(reply, { contentType: 'application/pdf', bytes: file.pdf, name: 'appeal-preview.pdf' });
    },
  );

  app.post(
    `${base}/appeals/:appealId/file`,
    { schema: { params: appealParams, body: appealFileBody } },
    async (request): Promise<EpisodeAnswer> => {
      const me = await atPractice(casework, request);
      const { episodeId, appealId } = request.params;
      return episodeAnswer(episodeId, await bindAppeal(me, episodeId, { ...request.body, appealId }));
    },
  );

  app.get(`${base}/appeals/:appealId/file`, { schema: { params: appealParams } }, async (request, reply) => {
    const me = await atPractice(casework, request);
    const { episodeId, appealId } = request.params;
    const file = await openAppealFile(me, episodeId, appealId);
    if (!file) throw problem(404, 'notFound', 'There is no such file, or you may not see it.');
    return sendFile(reply, file);
  });

  app.post(
    `${base}/appeals/:appealId/sent`,
    { schema: { params: appealParams, body: appealSentBody } },
    async (request): Promise<EpisodeAnswer> => {
      const me = await atPractice(casework, request);
      const { episodeId, appealId } = request.params;
      const { body } = request;
      if (body.by === 'person') {
        const { by: _, ...gone } = body;
        return episodeAnswer(episodeId, await recordAppealSent(me, episodeId, { ...gone, appealId }));
      }
      const { by: _, ...gone } = body;
      const sent = await sendAppeal(me, episodeId, { ...gone, appealId });
      if (sent.kind === 'notTaken') throw notTaken(sent.reason);
      return episodeAnswer(episodeId, sent);
    },
  );
};
