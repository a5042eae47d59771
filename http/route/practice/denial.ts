import { type PracticeActing, recordPracticeRead } from '@openum/casework/practice/acting.ts';
import { type DenialsReading, readDenials } from '@openum/casework/practice/denial/list.ts';
import { actOnEpisode } from '@openum/casework/practice/episode/act.ts';
import {
  type AppliedClaim,
  applyRemittance,
  type PlannedClaim,
  planRemittance,
} from '@openum/casework/practice/remittance/apply.ts';
import { episodeCapabilities } from '@openum/domain/episode/capability.ts';
import type { EpisodeCommand } from '@openum/domain/episode/command.ts';
import type { Remittance } from '@openum/domain/remittance/remittance.ts';
import { problemLine } from '@openum/x12/text/problem.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { atPractice } from '../../auth/atPractice.ts';
import { denialActRequest, type RemittanceAnswer, remittanceBody } from '../../contract/practice/denial.ts';
import type { EpisodeAnswer } from '../../contract/practice/episode.ts';
import type { HttpDeps } from '../../deps.ts';
import { episodeAnswer } from './answer.ts';
import { episodeParams } from './episode.ts';
import { problemsOfClaim, type ReadRemittances, remittancesIn } from './remittanceFile.ts';

const billing = episodeCapabilities.ApplyRemittance.roles;
const bodyLimit = 32 * 1024 * 1024;

const answerOf = async <T extends PlannedClaim>(
  file: ReadRemittances,
  claimsOf: (r: Remittance) => Promise<readonly T[]>,
): Promise<RemittanceAnswer<T>> => {
  const payments: RemittanceAnswer<T>['payments'][number][] = [];
  for (const r of file.remittances) {
    const claims = (await claimsOf(r)).map((c) => ({ ...c, problems: problemsOfClaim(file, c.position) }));
    const { payerName, traceNumber, paidOn, amount } = r;
    payments.push({ payerName, traceNumber, paidOn, amount, claims });
  }
  return { payments, problems: file.problems.map((p) => ({ position: p.position, text: problemLine(p) })) };
};

const commandOf = (
  { actor, now, today, casework }: PracticeActing,
  act: z.output<typeof denialActRequest>['act'],
): EpisodeCommand => {
  const given = Object.fromEntries(Object.entries(act).filter(([, v]) => v !== undefined && v !== ''));
  const appeal = act.type === 'SendAppeal' ? { appealId: casework.environment.newId() } : {};
  return { ...appeal, ...given, actor, now, today } as EpisodeCommand;
};

/** Denials of a practice, what is done about them, and the remittances that bring them. */
export const denialRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();

  app.get('/api/practice/denials', async (request): Promise<DenialsReading> => {
    const me = await atPractice(casework, request);
    const reading = await readDenials(me);
    await recordPracticeRead(me, 'report');
    return reading;
  });

  app.post(
    '/api/practice/episodes/:episodeId/denial-acts',
    { schema: { params: episodeParams, body: denialActRequest } },
    async (request): Promise<EpisodeAnswer> => {
      const me = await atPractice(casework, request);
      const { episodeId } = request.params;
      const { commandId, expectedVersion, act } = request.body;
      const command = commandOf(me, act);
      const acted = await actOnEpisode(casework, me.scope, {
        episodeId,
        commandId,
        expectedVersion,
        command: () => command,
      });
      return episodeAnswer(episodeId, acted);
    },
  );

  app.post(
    '/api/practice/remittances/preview',
    { bodyLimit, schema: { body: remittanceBody } },
    async (request): Promise<RemittanceAnswer<PlannedClaim>> => {
      const me = await atPractice(casework, request, billing);
      return answerOf(remittancesIn(request.body.text), (r) => planRemittance(me, r));
    },
  );

  app.post(
    '/api/practice/remittances',
    { bodyLimit, schema: { body: remittanceBody } },
    async (request): Promise<RemittanceAnswer<AppliedClaim>> => {
      const me = await atPractice(casework, request, billing);
      const { text, despite } = request.body;
      const file = remittancesIn(text);
      const wanted = (position = 0) => despite.includes(position) || problemsOfClaim(file, position).length === 0;
      return answerOf(file, (r) => applyRemittance(me, r, (c) => wanted(c.position)));
    },
  );
};
