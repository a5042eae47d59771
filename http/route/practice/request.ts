import { recordPracticeRead } from '@openum/casework/practice/acting.ts';
import { readRequestDesk } from '@openum/casework/practice/desk/requests.ts';
import { readTalks } from '@openum/casework/practice/desk/talks.ts';
import type { EpisodeActed } from '@openum/casework/practice/episode/act.ts';
import { inquire } from '@openum/casework/practice/request/inquire.ts';
import { actOnTalk, recordAnswer, takeTask } from '@openum/casework/practice/request/record.ts';
import { type NotSent, sendInformation, sendRequest } from '@openum/casework/practice/request/send.ts';
import { readTaskPage } from '@openum/casework/practice/task/read.ts';
import { refusalText } from '@openum/domain/case/refusal.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atPractice } from '../../auth/atPractice.ts';
import type { EpisodeAnswer } from '../../contract/practice/episode.ts';
import {
  answerBody,
  type InquiryAnswer,
  informationBody,
  type RequestDesk,
  requestBody,
  type TalkBoard,
  type TaskPage,
  takeTaskBody,
  talkRequest,
  talksQuery,
  tasksQuery,
} from '../../contract/practice/request.ts';
import type { HttpDeps } from '../../deps.ts';
import { problem } from '../../problem/problem.ts';
import { episodeAnswer } from './answer.ts';
import { episodeParams } from './episode.ts';

const submissionParams = episodeParams.extend({ submissionId: z.string().min(1).max(64) });

/** What became of a sending. One that did not go left nothing in the episode and may be tried again. */
const sentAnswer = (episodeId: string, sent: EpisodeActed | NotSent): EpisodeAnswer => {
  if (sent.kind !== 'notSent') return episodeAnswer(episodeId, sent);
  if (!sent.reached)
    throw problem(502, 'payerUnreachable', 'The payer did not answer. Nothing was recorded; send it again, or call.');
  throw problem(422, 'payerRefused', `The payer could not take it: ${sent.messages.join(' ')}`);
};

/** Tasks, requests to payers and what came back, talks with payers' physicians. */
export const practiceRequestRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const inEpisode = '/api/practice/episodes/:episodeId';

  app.get('/api/practice/tasks', { schema: { querystring: tasksQuery } }, async (request): Promise<TaskPage> => {
    const me = await atPractice(casework, request);
    const { whose, ...asked } = request.query;
    const tasks = await readTaskPage(me, {
      ...asked,
      ...(whose === 'mine' ? { userId: me.actor.userId } : whose ? { area: whose } : {}),
    });
    await recordPracticeRead(me, 'workList');
    return tasks;
  });

  app.get('/api/practice/talks', { schema: { querystring: talksQuery } }, async (request): Promise<TalkBoard> => {
    const me = await atPractice(casework, request);
    const board = await readTalks(me, request.query);
    await recordPracticeRead(me, 'workList');
    return board;
  });

  app.get(`${inEpisode}/requests`, { schema: { params: episodeParams } }, async (request): Promise<RequestDesk> => {
    const me = await atPractice(casework, request);
    const { episodeId } = request.params;
    const desk = await readRequestDesk(me, episodeId);
    if (!desk) throw problem(404, 'episodeNotFound', refusalText.episodeNotFound);
    await recordPracticeRead(me, 'episode', episodeId);
    return desk;
  });

  app.post(
    `${inEpisode}/requests`,
    { schema: { params: episodeParams, body: requestBody } },
    async (request): Promise<EpisodeAnswer> => {
      const me = await atPractice(casework, request);
      const { commandId, ...composed } = request.body;
      const { episodeId } = request.params;
      return sentAnswer(episodeId, await sendRequest(me, episodeId, { ...composed, submissionId: commandId }));
    },
  );

  app.post(
    `${inEpisode}/requests/:submissionId/answer`,
    { schema: { params: submissionParams, body: answerBody } },
    async (request): Promise<EpisodeAnswer> => {
      const me = await atPractice(casework, request);
      const { episodeId, submissionId } = request.params;
      const { commandId, expectedVersion, ...given } = request.body;
      return episodeAnswer(
        episodeId,
        await recordAnswer(me, episodeId, submissionId, { commandId, expectedVersion }, given),
      );
    },
  );

  app.post(
    `${inEpisode}/requests/:submissionId/information`,
    { schema: { params: submissionParams, body: informationBody } },
    async (request): Promise<EpisodeAnswer> => {
      const me = await atPractice(casework, request);
      const { episodeId, submissionId } = request.params;
      const { sentAt, noteBefore, ...composed } = request.body;
      return sentAnswer(
        episodeId,
        await sendInformation(me, episodeId, submissionId, {
          ...composed,
          ...(sentAt ? { sentAt } : {}),
          ...(noteBefore ? { noteBefore } : {}),
        }),
      );
    },
  );

  app.post(
    `${inEpisode}/requests/:submissionId/inquire`,
    { schema: { params: submissionParams } },
    async (request): Promise<InquiryAnswer> => {
      const me = await atPractice(casework, request, ['utilizationReviewStaff', 'practiceOwner', 'biller']);
      const { episodeId, submissionId } = request.params;
      const [last] = await casework.payerExchanges.ofSubmission(me.scope, submissionId);
      if (last?.episodeId !== episodeId) return { result: 'notOpen' };
      return { result: await inquire(casework, me.scope, me.practice.zone, last) };
    },
  );

  app.post(
    `${inEpisode}/talks`,
    { schema: { params: episodeParams, body: talkRequest } },
    async (request): Promise<EpisodeAnswer> => {
      const me = await atPractice(casework, request);
      const { episodeId } = request.params;
      const { talk, ...keyed } = request.body;
      return episodeAnswer(episodeId, await actOnTalk(me, episodeId, keyed, talk));
    },
  );

  app.post(
    `${inEpisode}/tasks`,
    { schema: { params: episodeParams, body: takeTaskBody } },
    async (request): Promise<EpisodeAnswer> => {
      const me = await atPractice(casework, request);
      const { episodeId } = request.params;
      const { commandId, task } = request.body;
      return episodeAnswer(episodeId, await takeTask(me, episodeId, commandId, task));
    },
  );
};
