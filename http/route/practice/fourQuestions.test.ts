import type { OwnerReport } from '@openum/casework/port/ownerReport.ts';
import { questions, shownFigure } from '@openum/domain/practiceMetrics/figures.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { addPractices, lakeside } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import { residential } from '@openum/testkit/practice/episode.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type { FourQuestionsReading } from '../../contract/practice/fourQuestions.ts';
import { liveHub } from '../../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let staff: Caller;
const as = async (name: string, organization = 'lakeside'): Promise<Caller> =>
  callerOf(app, await world.sessionOf(`${name}@${organization}.example`));

const episodeId = uuidOf('episode/four-questions');
let commands = 0;
const act = (expectedVersion: number, command: object) =>
  staff.post(`/api/practice/episodes/${episodeId}/commands`, {
    commandId: uuidOf(`four-questions/${++commands}`),
    expectedVersion,
    command,
  });

beforeEach(async () => {
  world = await httpWorld();
  await addPractices(world);
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  staff = await as('utilizationReviewStaff');
  await world.store.practiceRegister.saveProgrammes(lakeside, [{ ...residential, active: true }]);
  await world.store.practiceRegister.savePayers(lakeside, [{ payerId: 'payer-1', name: 'Ridge Health', active: true }]);
  await staff.post('/api/practice/episodes', {
    commandId: episodeId,
    newPatient: { family: 'Quigley', given: 'Maeve', birthDate: '1990-04-02', chartNumber: 'C-100' },
    programmeId: residential.programmeId,
    admittedOn: '2026-11-16',
    emergency: false,
    coverages: [{ coverageId: 'cov-1', order: 1, payerId: 'payer-1', memberNumber: 'R-77' }],
  });
  await act(2, {
    type: 'RecordAuthorization',
    authorization: {
      number: 'A-1',
      coverageId: 'cov-1',
      levelOfCare: 'residential',
      codes: [],
      from: '2026-11-16',
      to: '2026-11-17',
    },
  });
  await act(3, {
    type: 'RecordServices',
    services: ['2026-11-16', '2026-11-17', '2026-11-18'].map((on) => ({ on, units: 1 })),
  });
});
afterEach(() => app.close());

const read = async (query = '', who = staff) =>
  (await who.get(`/api/practice/four-questions${query}`)).body as FourQuestionsReading;

describe('the four questions over HTTP', () => {
  test('are answered as of today, with the list behind each and the names in it', async () => {
    const { figures, answers, episodes, months, payers } = await read();
    expect(figures).toMatchObject({ services: 3, uncovered: 1, atStake: 90_000, decided: 0, missedTalks: 0 });
    expect(figures.validShare).toBeCloseTo(2 / 3);
    expect(answers.validAuthorization.open).toMatchObject([{ on: '2026-11-18', state: 'expired' }]);
    expect(episodes[episodeId]).toMatchObject({ patientName: 'Quigley, Maeve' });
    expect(months.at(-1)).toMatchObject({ key: '2026-11', services: 3 });
    expect(payers).toMatchObject([{ name: 'Ridge Health', uncovered: 1 }]);
  });

  test('are answered for a past day by what was known then', async () => {
    const { figures } = await read('?asOf=2026-11-01');
    expect(figures).toMatchObject({ services: 0 });
    expect(figures).not.toHaveProperty('validShare');
  });

  test('are not answered for a day that is still to come, nor for days in the wrong order', async () => {
    expect((await staff.get('/api/practice/four-questions?asOf=2031-01-01')).status).toBe(422);
    expect((await staff.get('/api/practice/four-questions?asOf=2026-11-01&from=2026-11-05')).status).toBe(400);
  });

  test('go out as a table for a spreadsheet', async () => {
    const { text } = await staff.get('/api/practice/four-questions.csv');
    expect(text).toContain('payer,Ridge Health,66.67,3,1,900.00');
  });

  test('tell nothing of one practice to another', async () => {
    const other = await as('utilizationReviewStaff', 'hillside');
    expect((await read('', other)).figures.services).toBe(0);
  });

  test('are printed on one sheet for the owner, from the same reading', async () => {
    const { body } = await staff.get('/api/practice/four-questions');
    const reply = await staff.get('/api/practice/four-questions.pdf');
    expect(reply.headers['content-type']).toBe('application/pdf');
    const report = JSON.parse(reply.text) as OwnerReport;
    const reading = body as FourQuestionsReading;
    expect(report.figures).toHaveLength(4);
    expect(report.figures[0]?.value).toBe(shownFigure('valid', reading.figures));
    expect(report.figures[0]?.months.map((m) => m.name)).toEqual(reading.months.map((m) => m.name));
    expect(report.causes).toHaveLength(Math.min(5, reading.causes.length));
  });

  test.each(questions)('have the list behind "%s" as a table', async (question) => {
    const { text, headers } = await staff.get(`/api/practice/four-questions/${question}.csv`);
    expect(headers['content-type']).toContain('text/csv');
    expect(text).toMatch(/^\ufeffpatient,episode,/);
  });
});
