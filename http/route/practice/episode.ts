import { recordPracticeRead } from '@openum/casework/practice/acting.ts';
import { actOnEpisode, type EpisodeActed } from '@openum/casework/practice/episode/act.ts';
import { enterAttendance, readAttendance } from '@openum/casework/practice/episode/attendance.ts';
import { readPracticeBoard } from '@openum/casework/practice/episode/board.ts';
import { admitPatient } from '@openum/casework/practice/episode/open.ts';
import { recordCommand } from '@openum/casework/practice/episode/recordAct.ts';
import { readEpisode } from '@openum/casework/practice/episode/view.ts';
import { refusalText } from '@openum/domain/case/refusal.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atPractice } from '../../auth/atPractice.ts';
import {
  type AttendanceReading,
  type AttendanceResult,
  admissionBody,
  attendanceBody,
  attendanceQuery,
  type BoardReading,
  boardQuery,
  type EpisodeAnswer,
  type EpisodeView,
  episodeCommandRequest,
} from '../../contract/practice/episode.ts';
import type { HttpDeps } from '../../deps.ts';
import { problem } from '../../problem/problem.ts';
import { episodeAnswer } from './answer.ts';

export const episodeParams = z.object({ episodeId: z.uuid() });

const filterOf = ({ programme, level, payer, text, presence }: z.output<typeof boardQuery>) => ({
  presence,
  ...(programme ? { programmeId: programme } : {}),
  ...(level ? { levelOfCare: level } : {}),
  ...(payer ? { payerId: payer } : {}),
  ...(text ? { text } : {}),
});

/** The board, the episodes and the attendance of a practice. */
export const episodeRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();

  app.get('/api/practice/board', { schema: { querystring: boardQuery } }, async (request): Promise<BoardReading> => {
    const me = await atPractice(casework, request);
    const board = await readPracticeBoard(me, filterOf(request.query), request.query);
    await recordPracticeRead(me, 'workList');
    return board;
  });

  app.post('/api/practice/episodes', { schema: { body: admissionBody } }, async (request): Promise<EpisodeAnswer> => {
    const me = await atPractice(casework, request);
    return episodeAnswer(request.body.commandId, await admitPatient(me, request.body));
  });

  app.get(
    '/api/practice/episodes/:episodeId',
    { schema: { params: episodeParams } },
    async (request): Promise<EpisodeView> => {
      const me = await atPractice(casework, request);
      const { episodeId } = request.params;
      const view = await readEpisode(me, episodeId);
      if (!view) throw problem(404, 'episodeNotFound', refusalText.episodeNotFound);
      await recordPracticeRead(me, 'episode', episodeId);
      return view;
    },
  );

  app.post(
    '/api/practice/episodes/:episodeId/commands',
    { schema: { params: episodeParams, body: episodeCommandRequest } },
    async (request): Promise<EpisodeAnswer> => {
      const me = await atPractice(casework, request);
      const { episodeId } = request.params;
      const { commandId, expectedVersion, command } = request.body;
      const acted: EpisodeActed = await actOnEpisode(casework, me.scope, {
        episodeId,
        commandId,
        expectedVersion,
        command: (loaded) => recordCommand(command, me, loaded),
      });
      return episodeAnswer(episodeId, acted);
    },
  );

  app.get(
    '/api/practice/attendance',
    { schema: { querystring: attendanceQuery } },
    async (request): Promise<AttendanceReading> => {
      const me = await atPractice(casework, request);
      const reading = await readAttendance(me, (request.query.on as CalendarDate | undefined) ?? me.today);
      await recordPracticeRead(me, 'workList');
      return reading;
    },
  );

  app.post(
    '/api/practice/attendance',
    { schema: { body: attendanceBody } },
    async (request): Promise<{ readonly results: readonly AttendanceResult[] }> => {
      const me = await atPractice(casework, request);
      const { on, entries } = request.body;
      return { results: await enterAttendance(me, on as CalendarDate, entries) };
    },
  );
};
