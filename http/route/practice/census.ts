import { type PracticeActing, recordPracticeRead } from '@openum/casework/practice/acting.ts';
import {
  type CensusLine,
  type CensusPage,
  readCensusCheck,
  readCensusPage,
} from '@openum/casework/practice/census/check.ts';
import { addDays, type CalendarDate } from '@openum/domain/time/instant.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { atPractice } from '../../auth/atPractice.ts';
import { censusCsvQuery, censusQuery } from '../../contract/practice/census.ts';
import { type Column, csvOf, sendCsv } from '../../csv/csv.ts';
import type { HttpDeps } from '../../deps.ts';
import { problem } from '../../problem/problem.ts';

const usualDays = 30;
const mostDays = 366;

const columns: readonly Column<CensusLine>[] = [
  ['what', (l) => l.kind],
  ['patient', (l) => l.patientName],
  ['episode', (l) => l.episodeNumber],
  ['programme', (l) => l.programmeName],
  ['payer', (l) => l.payerName],
  ['first_day', (l) => l.from],
  ['last_day', (l) => l.to],
  ['days', (l) => l.days],
  ['dollars', (l) => (l.amount / 100).toFixed(2)],
  ['why_not_covered', (l) => l.state],
];

const firstDay = ({ today }: PracticeActing, from: CalendarDate | undefined): CalendarDate => {
  const first = from ?? addDays(today, -usualDays);
  if (first >= today) throw problem(400, 'fieldInvalid', 'The first day must lie before today.');
  if (first < addDays(today, -mostDays))
    throw problem(400, 'fieldInvalid', 'The first day lies more than a year back.');
  return first;
};

/** The census held against attendance, authorizations and claims. */
export const censusRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const base = '/api/practice/census-check';

  app.get(base, { schema: { querystring: censusQuery } }, async (request): Promise<CensusPage> => {
    const me = await atPractice(casework, request);
    const { from, ...asked } = request.query;
    const page = await readCensusPage(me, { ...asked, from: firstDay(me, from) });
    await recordPracticeRead(me, 'report');
    return page;
  });

  app.get(`${base}.csv`, { schema: { querystring: censusCsvQuery } }, async (request, reply) => {
    const me = await atPractice(casework, request);
    const { lines } = await readCensusCheck(me, { from: firstDay(me, request.query.from) });
    await recordPracticeRead(me, 'report');
    return sendCsv(reply, `census-check-${me.today}.csv`, csvOf(columns, lines));
  });
};
