import { type PracticeActing, recordPracticeRead } from '@openum/casework/practice/acting.ts';
import { readDenials } from '@openum/casework/practice/denial/list.ts';
import { type DenialPage, readDenialPage } from '@openum/casework/practice/denial/page.ts';
import { actOnEpisode } from '@openum/casework/practice/episode/act.ts';
import type { EpisodeCommand } from '@openum/domain/episode/command.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { atPractice } from '../../auth/atPractice.ts';
import { denialActRequest, denialsQuery } from '../../contract/practice/denial.ts';
import type { EpisodeAnswer } from '../../contract/practice/episode.ts';
import { sendCsv } from '../../csv/csv.ts';
import type { HttpDeps } from '../../deps.ts';
import { episodeAnswer } from './answer.ts';
import { denialsCsv, retroCsv } from './denialCsv.ts';
import { episodeParams } from './episode.ts';

const commandOf = (
  { actor, now, today, casework }: PracticeActing,
  act: z.output<typeof denialActRequest>['act'],
): EpisodeCommand => {
  const given = Object.fromEntries(Object.entries(act).filter(([, v]) => v !== undefined && v !== ''));
  const appeal = act.type === 'SendAppeal' ? { appealId: casework.environment.newId() } : {};
  return { ...appeal, ...given, actor, now, today } as EpisodeCommand;
};

/** Denials of a practice, and what is done about them. */
export const denialRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();

  app.get('/api/practice/denials', { schema: { querystring: denialsQuery } }, async (request): Promise<DenialPage> => {
    const me = await atPractice(casework, request);
    const reading = await readDenialPage(me, request.query);
    await recordPracticeRead(me, 'report');
    return reading;
  });

  const tables = { denials: denialsCsv, retro: retroCsv } as const;
  for (const [name, table] of Object.entries(tables))
    app.get(`/api/practice/${name}.csv`, async (request, reply) => {
      const me = await atPractice(casework, request);
      const reading = await readDenials(me);
      await recordPracticeRead(me, 'report');
      return sendCsv(reply, `${name}-${me.today}.csv`, table(reading));
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
};
