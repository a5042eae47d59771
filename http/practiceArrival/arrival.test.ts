import { createHash } from 'node:crypto';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { addPractices, hillside, lakeside } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import { dayProgramme, residential } from '@openum/testkit/practice/episode.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { ArrivalsReading } from '../contract/practice/arrival.ts';
import type { BoardReading, EpisodeView } from '../contract/practice/episode.ts';
import { liveHub } from '../live/hub.ts';

const token = 'token-of-the-practice-system';
let world: HttpWorld;
let app: FastifyInstance;
let desk: Caller;
const as = async (name: string, organization = 'lakeside'): Promise<Caller> =>
  callerOf(app, await world.sessionOf(`${name}@${organization}.example`));

beforeEach(async () => {
  world = await httpWorld();
  await addPractices(world);
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  desk = await as('frontDesk');
  await world.store.identity.createClient(
    { clientId: uuidOf('client/emr'), tenantId: lakeside.tenantId, name: 'Lakeside EMR', scopes: ['hl7', 'arrivals'] },
    createHash('sha256').update(token).digest('hex'),
  );
  const { practiceRegister } = world.store;
  await practiceRegister.saveProgrammes(
    lakeside,
    [residential, dayProgramme].map((p) => ({ ...p, active: true })),
  );
  await practiceRegister.savePayers(lakeside, [{ payerId: 'payer-1', name: 'Ridge Health', active: true }]);
});
afterEach(() => app.close());

type Adt = {
  readonly event?: string;
  readonly id?: string;
  readonly at?: string;
  readonly unit?: string;
  readonly born?: string;
  readonly admitted?: string;
  readonly left?: string;
  readonly payer?: string;
  readonly visit?: string;
  readonly chart?: string;
};
/** Times are those of the practice, in Chicago; it is 10 in the morning of 20 November there. */
const adt = ({
  event = 'A01',
  id = 'C-1',
  at = '20261118083000',
  unit = 'Harbor House',
  born = '19900402',
  admitted = '20261118081500',
  left = '',
  payer = 'RIDGE HEALTH',
  visit = 'V-1',
  chart = 'C-100',
}: Adt = {}): string => {
  const pv1 = Array.from({ length: 46 }, () => '');
  Object.assign(pv1, { 0: 'PV1', 1: '1', 2: 'I', 3: unit, 4: 'R', 19: visit, 44: admitted, 45: left });
  const in1 = Array.from({ length: 37 }, () => '');
  Object.assign(in1, { 0: 'IN1', 1: '1', 4: payer, 36: 'R-77' });
  return [
    `MSH|^~\\&|EMR|Lakeside|OPENUM|LAKESIDE|${at}||ADT^${event}|${id}|P|2.5.1`,
    `EVN|${event}|${at}`,
    `PID|1||${chart}^^^L^MR||Quigley^Maeve||${born}|F`,
    pv1.join('|'),
    in1.join('|'),
    '',
  ].join('\r');
};
const send = async (message: string): Promise<string> => {
  const reply = await callerOf(app).post('/hl7/v2', message, {
    authorization: `Bearer ${token}`,
    'content-type': 'x-application/hl7-v2+er7',
  });
  expect(reply.status).toBe(200);
  return reply.text;
};
const ackOf = (answer: string) => /MSA\|(\w\w)\|/.exec(answer)?.[1];
const arrivals = async (who = desk) => (await who.get('/api/practice/arrivals')).body as ArrivalsReading;
const accept = async (body: object = {}, who = desk) => {
  const [first] = (await arrivals()).waiting;
  return who.post(`/api/practice/arrivals/${first?.arrivalId}/accept`, body);
};
const board = async () => ((await desk.get('/api/practice/board?presence=all')).body as BoardReading).lines;
const view = async () =>
  (await desk.get(`/api/practice/episodes/${(await board())[0]?.episodeId}`)).body as EpisodeView;
const automatic = async () =>
  expect(
    (await (await as('practiceOwner')).call('PUT', '/api/practice/arrivals/setting', { automatic: true })).status,
  ).toBe(204);

describe('an admission by HL7 v2', () => {
  test('is kept, acknowledged and shown as what it would change, and changes nothing until somebody takes it up', async () => {
    expect(ackOf(await send(adt()))).toBe('AA');
    const { waiting } = await arrivals();
    expect(waiting).toMatchObject([
      {
        clientName: 'Lakeside EMR',
        plan: { steps: [{ do: 'admit', on: '2026-11-18' }, { do: 'setCoverage' }], questions: [] },
      },
    ]);
    expect(await board()).toEqual([]);
    expect((await accept()).status).toBe(204);
    expect(await board()).toMatchObject([
      { patientName: 'Quigley, Maeve', programmeName: 'Harbor House', payerName: 'Ridge Health', chartNumber: 'C-100' },
    ]);
    const { settled } = await arrivals();
    expect(settled).toMatchObject([{ settled: { outcome: 'accepted', by: { name: 'frontDesk of Lakeside' } } }]);
  });

  test('sent again gets the same answer and is taken up once; its id for another content is refused', async () => {
    const first = await send(adt());
    await accept();
    expect(await send(adt())).toBe(first);
    expect(ackOf(await send(adt({ unit: 'Harbor Day' })))).toBe('AR');
    expect(await board()).toHaveLength(1);
    await send(adt({ id: 'C-2', event: 'A08' }));
    expect((await arrivals()).settled[0]?.settled?.outcome).toBe('same');
  });

  test('that names no programme and no payer of the practice asks for both, and takes the programme from a person', async () => {
    await send(adt({ unit: '3 WEST', payer: 'Acme' }));
    expect((await arrivals()).waiting[0]?.plan?.questions.map((q) => q.ask)).toEqual(['programme', 'payer']);
    expect(await accept()).toMatchObject({ status: 422 });
    expect((await accept({ programmeId: dayProgramme.programmeId })).status).toBe(204);
    expect(await board()).toMatchObject([{ programmeName: 'Harbor Day' }]);
  });
});

describe('a message that cannot be read', () => {
  test('is kept as it came, shown with its reason, and set aside by a person with another', async () => {
    const broken = adt({ born: '', visit: '' });
    const answer = await send(broken);
    expect(ackOf(answer)).toBe('AE');
    expect(answer).toContain('PID-7, the birth date, is missing.');
    expect(answer).not.toContain('Maeve');
    const [waiting] = (await arrivals()).waiting;
    expect(waiting?.problems).toHaveLength(2);
    expect((await desk.get(`/api/practice/arrivals/${waiting?.arrivalId}/message`)).text).toBe(broken);
    expect(await accept()).toMatchObject({ status: 404 });
    const dismiss = () => desk.post(`/api/practice/arrivals/${waiting?.arrivalId}/dismiss`, { reason: 'Sent again.' });
    expect((await dismiss()).status).toBe(204);
    expect(await dismiss()).toMatchObject({ status: 409 });
  });

  test('is answered even when it is no HL7 at all, and kept once', async () => {
    expect(ackOf(await send('no message'))).toBe('AR');
    await send('no message');
    expect((await arrivals()).waiting).toHaveLength(1);
  });
});

describe('where the practice lets them be taken up by themselves', () => {
  beforeEach(automatic);

  const story = [
    adt(),
    adt({ id: 'C-2', event: 'A02', at: '20261119090000', unit: 'Harbor Day' }),
    adt({ id: 'C-3', event: 'A03', at: '20261120080000', unit: 'Harbor Day', left: '20261120080000' }),
  ];
  const levels = async () => (await view()).levels.map((l) => [l.programme.name, l.from]);
  const whole = [
    ['Harbor House', '2026-11-18'],
    ['Harbor Day', '2026-11-19'],
  ];

  test.each([
    ['in its order', [0, 1, 2]],
    ['with the move after the discharge', [0, 2, 1]],
  ])('a course is followed from the admission over a move to the discharge, told %s', async (_, order) => {
    for (const n of order) await send(story[n] ?? '');
    const { row, history } = await view();
    expect(await board()).toHaveLength(1);
    expect(row).toMatchObject({ admittedOn: '2026-11-18', dischargedOn: '2026-11-20' });
    expect(history.every((h) => !h.by.endsWith('of Lakeside'))).toBe(true);
    expect(await levels()).toEqual(whole);
    expect((await arrivals()).waiting).toEqual([]);
  });

  test('a discharge that overtook everything opens the course; the admission then asks on which level it began', async () => {
    for (const n of [2, 0, 1]) await send(story[n] ?? '');
    expect((await arrivals()).waiting[0]?.plan?.questions).toEqual([
      { ask: 'moveOnSameDay', from: '2026-11-18', known: 'Harbor Day' },
    ]);
    // The level of care is for review staff to say, not for the front desk.
    expect(await accept()).toMatchObject({ status: 403 });
    expect((await accept({}, await as('utilizationReviewStaff'))).status).toBe(204);
    expect((await arrivals()).waiting).toEqual([]);
    expect(await levels()).toEqual(whole);
  });

  test('a question still waits for a person, and what came behind it goes on once it is answered', async () => {
    await send(adt({ unit: '3 WEST' }));
    await send(
      adt({ id: 'C-2', event: 'A03', at: '20261120080000', unit: '3 WEST', admitted: '', left: '20261120080000' }),
    );
    expect((await arrivals()).waiting).toHaveLength(2);
    expect((await accept({ programmeId: residential.programmeId })).status).toBe(204);
    expect((await arrivals()).waiting).toEqual([]);
    expect((await view()).row.dischargedOn).toBe('2026-11-20');
  });

  test('a chart number of somebody born on another day changes nothing', async () => {
    await send(adt());
    await send(adt({ id: 'C-2', event: 'A08', born: '19710101', at: '20261119090000' }));
    expect((await arrivals()).waiting[0]?.plan?.questions).toMatchObject([{ ask: 'birthDate', known: '1990-04-02' }]);
    expect(await accept()).toMatchObject({ status: 422 });
  });
});

describe('the same as a FHIR Bundle', () => {
  const bundle = (id: string, encounter: object = {}) => ({
    resourceType: 'Bundle',
    type: 'collection',
    identifier: { value: id },
    entry: [
      {
        resource: {
          resourceType: 'Patient',
          identifier: [{ value: 'C-100', type: { coding: [{ code: 'MR' }] } }],
          name: [{ family: 'Quigley', given: ['Maeve'] }],
          birthDate: '1990-04-02',
        },
      },
      { resource: { resourceType: 'Coverage', subscriberId: 'R-77', payor: [{ display: 'Ridge Health' }] } },
      {
        resource: {
          resourceType: 'Encounter',
          identifier: [{ value: 'V-1' }],
          status: 'in-progress',
          period: { start: '2026-11-18T14:15:00Z' },
          location: [{ location: { display: 'Harbor House' } }],
          ...encounter,
        },
      },
    ],
  });
  const post = (body: object | string, bearer = token) =>
    callerOf(app).post('/fhir/practice/$arrival', typeof body === 'string' ? body : JSON.stringify(body), {
      authorization: `Bearer ${bearer}`,
      'content-type': 'application/fhir+json',
    });

  test('opens the course and ends it, each once', async () => {
    await automatic();
    expect((await post(bundle('B-1'))).status).toBe(200);
    expect((await post(bundle('B-1'))).status).toBe(200);
    expect(await board()).toMatchObject([{ patientName: 'Quigley, Maeve', admittedOn: '2026-11-18' }]);
    const period = { start: '2026-11-18T14:15:00Z', end: '2026-11-20T02:00:00Z' };
    expect((await post(bundle('B-2', { status: 'finished', period }))).status).toBe(200);
    expect((await board())[0]).toMatchObject({ dischargedOn: '2026-11-19' });
    expect((await post(bundle('B-2', { status: 'cancelled' }))).status).toBe(409);
  });

  test('with something wrong is kept and answered with the field', async () => {
    const reply = await post(bundle('B-1', { status: 'asleep', identifier: [] }));
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('Encounter.status');
    expect((await post('{')).status).toBe(422);
    expect((await arrivals()).waiting).toHaveLength(2);
  });

  test('with a text that cannot be kept as text is kept as it came, and refused with its place', async () => {
    const reply = await post(bundle('B-\0'));
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('holds the character NUL');
    expect((await arrivals()).waiting).toMatchObject([{ problems: [expect.stringContaining('NUL')] }]);
  });

  test('is for clients of a practice with the leave to send', async () => {
    expect((await post(bundle('B-1'), 'nobody')).status).toBe(401);
    expect((await post(bundle('B-1'), 'token-of-the-plan-client')).status).toBe(403);
  });
});

test('another practice sees nothing, and setting and acting need a role', async () => {
  await send(adt());
  const stranger = await as('frontDesk', 'hillside');
  expect((await arrivals(stranger)).waiting).toEqual([]);
  expect(await accept({}, stranger)).toMatchObject({ status: 404 });
  expect(await world.store.practiceArrivals.waiting(hillside, 9)).toEqual([]);
  expect((await desk.call('PUT', '/api/practice/arrivals/setting', { automatic: true })).status).toBe(403);
  expect((await (await as('biller')).get('/api/practice/arrivals')).status).toBe(403);
});
