import { recordPracticeRead } from '@openum/casework/practice/acting.ts';
import {
  askBenefits,
  type BenefitDesk,
  readBenefitDesk,
  recordBenefits,
} from '@openum/casework/practice/benefits/desk.ts';
import { type BenefitPage, readBenefitPage } from '@openum/casework/practice/benefits/list.ts';
import { isRefusal, refusalText } from '@openum/domain/case/refusal.ts';
import { payerFileRoles } from '@openum/domain/payerFile/role.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { atPractice } from '../../auth/atPractice.ts';
import { benefitListQuery, benefitsBody, questionBody } from '../../contract/practice/benefits.ts';
import type { EpisodeAnswer } from '../../contract/practice/episode.ts';
import type { HttpDeps } from '../../deps.ts';
import { problem, refusalProblem } from '../../problem/problem.ts';
import { episodeAnswer } from './answer.ts';
import { episodeParams } from './episode.ts';

/** Verification of benefits: what is known, what was told, and the question to the payer. */
export const benefitRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const path = '/api/practice/episodes/:episodeId/benefits';

  app.get(
    '/api/practice/benefits',
    { schema: { querystring: benefitListQuery } },
    async (request): Promise<BenefitPage> => {
      const me = await atPractice(casework, request);
      const found = await readBenefitPage(me, request.query.after);
      await recordPracticeRead(me, 'workList');
      return found;
    },
  );

  app.get(path, { schema: { params: episodeParams } }, async (request): Promise<BenefitDesk> => {
    const me = await atPractice(casework, request);
    const { episodeId } = request.params;
    const desk = await readBenefitDesk(me, episodeId);
    if (!desk) throw problem(404, 'episodeNotFound', refusalText.episodeNotFound);
    await recordPracticeRead(me, 'episode', episodeId);
    return desk;
  });

  app.post(path, { schema: { params: episodeParams, body: benefitsBody } }, async (request): Promise<EpisodeAnswer> => {
    const me = await atPractice(casework, request);
    const { episodeId } = request.params;
    const { commandId, expectedVersion, ...given } = request.body;
    return episodeAnswer(episodeId, await recordBenefits(me, episodeId, { commandId, expectedVersion }, given));
  });

  app.post(
    `${path}/question`,
    { schema: { params: episodeParams, body: questionBody } },
    async (request): Promise<{ readonly fileId: string }> => {
      const me = await atPractice(casework, request, payerFileRoles);
      const { commandId, coverageId } = request.body;
      const asked = await askBenefits(me, request.params.episodeId, commandId, coverageId);
      if (isRefusal(asked)) throw refusalProblem(asked);
      return asked;
    },
  );
};
