import { type PracticeActing, recordPracticeRead } from '@openum/casework/practice/acting.ts';
import {
  type FiguresOf,
  type FourQuestionsReading,
  readFourQuestions,
} from '@openum/casework/practice/fourQuestions/read.ts';
import { ownerReport } from '@openum/casework/practice/fourQuestions/report.ts';
import { questions } from '@openum/domain/practiceMetrics/figures.ts';
import { addDays, type CalendarDate } from '@openum/domain/time/instant.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { atPractice } from '../../auth/atPractice.ts';
import { fourQuestionsQuery } from '../../contract/practice/fourQuestions.ts';
import { type Column, csvOf, sendCsv } from '../../csv/csv.ts';
import type { HttpDeps } from '../../deps.ts';
import { problem } from '../../problem/problem.ts';
import { sendFile } from '../file.ts';
import { listCsv } from './fourQuestionsLists.ts';

const usualDays = 90;

const askedBy = ({ today }: PracticeActing, q: z.output<typeof fourQuestionsQuery>) => {
  const asOf = (q.asOf ?? today) as CalendarDate;
  if (asOf > today)
    throw problem(422, 'invalidBody', 'Nobody knows yet what will be true on that day.', {
      fields: [{ path: 'asOf', message: 'must not lie in the future' }],
    });
  return {
    asOf,
    from: (q.from ?? addDays(asOf, 1 - usualDays)) as CalendarDate,
    ...(q.payer ? { payerId: q.payer } : {}),
    ...(q.programme ? { programmeId: q.programme } : {}),
  };
};

type Row = FiguresOf & { readonly by: string };

const percent = (share: number | undefined): string => (share === undefined ? '' : (share * 100).toFixed(2));
const dollars = (cents: number): string => (cents / 100).toFixed(2);

const columns: readonly Column<Row>[] = [
  ['by', (r) => r.by],
  ['name', (r) => r.name],
  ['valid_authorization_percent', (r) => percent(r.validShare)],
  ['services', (r) => r.services],
  ['services_uncovered', (r) => r.uncovered],
  ['dollars_at_stake', (r) => dollars(r.atStake)],
  ['expiry_lag_days_average', (r) => r.lagDays?.toFixed(2)],
  ['expiries', (r) => r.lags],
  ['overturn_percent', (r) => percent(r.overturnShare)],
  ['appeals_decided', (r) => r.decided],
  ['appeals_overturned', (r) => r.overturned],
  ['dollars_recovered', (r) => dollars(r.recovered)],
  ['peer_to_peers_missed', (r) => r.missedTalks],
];

const rowsOf = (r: FourQuestionsReading): readonly Row[] => [
  { by: 'all', key: 'all', name: `${r.from} to ${r.asOf}`, ...r.figures },
  ...r.months.map((m) => ({ by: 'month', ...m })),
  ...r.payers.map((p) => ({ by: 'payer', ...p })),
  ...r.programmes.map((p) => ({ by: 'programme', ...p })),
];

/** The four questions of an owner. */
export const fourQuestionsRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const schema = { querystring: fourQuestionsQuery };

  app.get('/api/practice/four-questions', { schema }, async (request): Promise<FourQuestionsReading> => {
    const me = await atPractice(casework, request);
    const reading = await readFourQuestions(me, askedBy(me, request.query));
    await recordPracticeRead(me, 'report');
    return reading;
  });

  app.get('/api/practice/four-questions.csv', { schema }, async (request, reply) => {
    const me = await atPractice(casework, request);
    const reading = await readFourQuestions(me, askedBy(me, request.query));
    await recordPracticeRead(me, 'report');
    return sendCsv(reply, `four-questions-${reading.asOf}.csv`, csvOf(columns, rowsOf(reading)));
  });

  app.get(
    '/api/practice/four-questions/:question.csv',
    { schema: { ...schema, params: z.object({ question: z.enum(questions) }) } },
    async (request, reply) => {
      const me = await atPractice(casework, request);
      const { question } = request.params;
      const reading = await readFourQuestions(me, askedBy(me, request.query));
      await recordPracticeRead(me, 'report');
      return sendCsv(reply, `four-questions-${question}-${reading.asOf}.csv`, listCsv(question, reading));
    },
  );

  app.get('/api/practice/four-questions.pdf', { schema }, async (request, reply) => {
    const me = await atPractice(casework, request);
    const reading = await readFourQuestions(me, askedBy(me, request.query));
    await recordPracticeRead(me, 'report');
    const bytes = await casework.ownerReportPrinter(ownerReport(me, reading));
    return sendFile(reply, { contentType: 'application/pdf', bytes, name: `four-questions-${reading.asOf}.pdf` });
  });
};
