import { randomUUID } from 'node:crypto';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { CaseView } from '../contract/case.ts';
import type { CensusView } from '../contract/stay.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let nurse: Caller;
let caseId: string;
let facilityNpi: string;

beforeAll(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  nurse = callerOf(app, await world.sessionOf('concurrentReviewNurse@plan.example'));
  const [member] = (await nurse.get('/api/members?text=a')).body as { memberId: string }[];
  const [facility] = (await nurse.get('/api/providers?text=l')).body as { npi: string }[];
  facilityNpi = facility?.npi ?? '';
  const answer = await nurse.post('/api/admissions', {
    submissionId: randomUUID(),
    memberId: member?.memberId,
    facilityNpi,
    admittedAt: world.options.casework.environment.now(),
    admissionSource: 'emergency',
    levelOfCare: 'medicalSurgical',
    requestedDays: 3,
    diagnoses: ['J96.01'],
    documents: [],
  });
  caseId = (answer.body as { caseId: string }).caseId;
});
afterAll(() => app.close());

const view = async () => (await nurse.get(`/api/cases/${caseId}`)).body as CaseView;
const census = async (query = '') => (await nurse.get(`/api/census${query}`)).body as CensusView;
const send = async (command: object) => nurse.act(caseId, (await view()).state.version, command);

test('who is in stands in the census with the level of care in words, and what can be filtered by', async () => {
  const reading = await census();
  expect(reading.rows).toMatchObject([
    { case: { caseId }, stay: { review: 'pending' }, levelLabel: 'Medical or surgical', deliveredDays: 1, usedDays: 0 },
  ]);
  expect(reading.counts).toMatchObject({ in: 1, pending: 1 });
  expect(reading.facilities).toHaveLength(1);
  expect(reading.levels.map((l) => l.code)).toContain('stepDown');
  for (const [query, found] of [
    ['?levelOfCare=stepDown', 0],
    ['?review=pending', 1],
    ['?review=overdue', 0],
    ['?presence=discharged', 0],
    ['?assignee=me', 0],
    [`?facility=${encodeURIComponent(reading.facilities[0] ?? '')}`, 1],
  ] as const)
    expect(`${query} ${(await census(query)).rows.length}`).toBe(`${query} ${found}`);
});

test('a wish for more days becomes a line with its stage, and the panel of the stay tells of it', async () => {
  const wish = {
    type: 'RequestContinuedStay',
    days: 2,
    levelOfCare: 'medicalSurgical',
    clinicalUpdate: 'Still on four litres of oxygen.',
    receivedAt: world.options.casework.environment.now(),
    channel: 'phone',
    urgency: 'expedited',
    requestedBy: 'UR of the hospital',
  };
  expect((await send(wish)).status).toBe(200);
  const { stay } = await view();
  expect(stay?.lines).toMatchObject([
    { stage: 'concurrent' },
    { stage: 'concurrent', requestedBy: 'UR of the hospital' },
  ]);
  expect(stay?.days).toHaveLength(5);
  expect(stay?.review).toEqual({ kind: 'pending', itemSequences: [1, 2] });
});

test.each([
  ['days', { days: 0 }],
  ['days', { days: 61 }],
  ['clinicalUpdate', { clinicalUpdate: ' ' }],
  ['receivedAt', { receivedAt: 'noon' }],
])('a wrong %s is named', async (field, change) => {
  const answer = await send({
    type: 'RequestContinuedStay',
    days: 2,
    levelOfCare: 'medicalSurgical',
    clinicalUpdate: 'x',
    receivedAt: '2026-11-23T15:00:00Z',
    channel: 'phone',
    urgency: 'expedited',
    requestedBy: 'UR',
    ...change,
  });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain(field);
});

test('a filter that means nothing is refused, and so is a place that no page gave out', async () => {
  expect((await nurse.get('/api/census?presence=somewhere')).status).toBe(400);
  expect((await nurse.get('/api/census?after=x')).status).toBe(400);
  expect((await callerOf(app, undefined).get('/api/census')).status).toBe(401);
});
