import type { Tenant } from '@openum/casework/port/identity.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { addPractices, hillside, lakeside, newcomer } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import { residential } from '@openum/testkit/practice/episode.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type { AccessBody, AccessReading } from '../../contract/practice/access.ts';
import type { ManyBoard, ManyFigures } from '../../contract/practice/many.ts';
import type { RegisterView } from '../../contract/practice/register.ts';
import type { SessionView } from '../../contract/session.ts';
import { liveHub } from '../../live/hub.ts';

/** Newcomer does the utilization review of Lakeside and Hillside; each of them has one patient. */
let world: HttpWorld;
let app: FastifyInstance;
let dana: Caller;
const email = 'utilizationReviewStaff@newcomer.example';
const danaId = uuidOf(`user/${newcomer.tenantId}/utilizationReviewStaff`);

const as = async (name: string, organization = 'lakeside'): Promise<Caller> =>
  callerOf(app, await world.sessionOf(`${name}@${organization}.example`));
const episodeOf = (practice: Tenant) => uuidOf(`episode/${practice.name}`);
const admission = (practice: Tenant) => ({
  commandId: episodeOf(practice),
  newPatient: { family: `Of${practice.name}`, given: 'Maeve', birthDate: '1990-04-02' },
  programmeId: residential.programmeId,
  admittedOn: '2026-11-16',
  emergency: false,
  coverages: [],
});

beforeEach(async () => {
  world = await httpWorld();
  await addPractices(world);
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  dana = callerOf(app, await world.sessionOf(email));
  for (const practice of [lakeside, hillside]) {
    await world.store.practiceRegister.saveProgrammes(practice, [{ ...residential, active: true }]);
    const staff = await as('utilizationReviewStaff', practice.name.toLowerCase());
    expect((await staff.post('/api/practice/episodes', admission(practice))).status).toBe(200);
  }
});
afterEach(() => app.close());

let given = 0;
const give = async (practice: Tenant, change: Partial<AccessBody> = {}, who = 'administrator') => {
  const grantId = uuidOf(`grant/${++given}`);
  const caller = await as(who, practice.name.toLowerCase());
  const body: AccessBody = { grantId, email, roles: ['utilizationReviewStaff'], from: '2026-11-20', ...change };
  return { grantId, reply: await caller.post('/api/practice/access', body) };
};
const at = (practice: Tenant) => ({ 'x-openum-practice': practice.tenantId });
const look = (practice: Tenant, path: string) => dana.call('GET', path, undefined, at(practice));
const board = async (query = '') => (await dana.get(`/api/practice/many/board${query}`)).body as ManyBoard;
const act = (practice: Tenant, command: object, expectedVersion = 1) =>
  dana.post(
    `/api/practice/episodes/${episodeOf(practice)}/commands`,
    { commandId: uuidOf(JSON.stringify(command)), expectedVersion, command },
    at(practice),
  );
const looksAt = async (practice: Tenant) => (await world.store.readLog.ofUser(practice, danaId, 99)).length;

describe('a service that works for several practices', () => {
  test('sees those that let it in as one list, each line with its practice', async () => {
    expect((await board()).lines).toEqual([]);
    await give(lakeside);
    expect((await board()).lines.map((l) => [l.practice.name, l.patientName])).toEqual([
      ['Lakeside', 'OfLakeside, Maeve'],
    ]);
    await give(hillside);
    const both = await board();
    expect(both.lines.map((l) => l.practice.name).toSorted()).toEqual(['Hillside', 'Lakeside']);
    expect(both.practices.map((p) => p.name)).toEqual(['Hillside', 'Lakeside']);
    for (const path of ['tasks', 'talks', 'denials', 'four-questions'])
      expect((await dana.get(`/api/practice/many/${path}`)).status).toBe(200);
    const figures = (await dana.get('/api/practice/many/four-questions')).body as ManyFigures;
    expect(figures.practices.map((p) => [p.name, p.figures.services])).toEqual([
      ['Hillside', 0],
      ['Lakeside', 0],
    ]);
  });

  test('looks at one practice only where it asks for one, and each look stands in the log of that practice', async () => {
    await give(lakeside);
    await give(hillside);
    const one = await board(`?in=${lakeside.tenantId}`);
    expect(one.lines.map((l) => l.practice.name)).toEqual(['Lakeside']);
    expect([await looksAt(lakeside), await looksAt(hillside)]).toEqual([1, 0]);
    await board();
    expect([await looksAt(lakeside), await looksAt(hillside)]).toEqual([2, 1]);
    await look(lakeside, `/api/practice/episodes/${episodeOf(lakeside)}`);
    const { grants } = (await (await as('administrator')).get('/api/practice/access')).body as AccessReading;
    expect(grants[0]?.looks.map((l) => l.what)).toEqual(['episode', 'workList', 'workList']);
    expect((await dana.get(`/api/practice/many/board?in=${newcomer.tenantId}`)).status).toBe(403);
  });

  test('acts in one practice, as a person of the other organization, and finds nothing of another there', async () => {
    await give(lakeside);
    await give(hillside);
    expect(await act(lakeside, { type: 'AddNote', text: 'Called the payer.' })).toMatchObject({ status: 200 });
    const events = await world.store.episodes.events(lakeside, episodeOf(lakeside));
    expect(events.at(-1)?.actor).toMatchObject({
      userId: danaId,
      name: 'utilizationReviewStaff of Newcomer (Newcomer)',
      outside: { tenantId: newcomer.tenantId },
    });
    expect(await look(hillside, `/api/practice/episodes/${episodeOf(lakeside)}`)).toMatchObject({ status: 404 });
    expect(await dana.get(`/api/practice/episodes/${episodeOf(lakeside)}`)).toMatchObject({ status: 404 });
    const { people } = (await look(lakeside, '/api/practice/register')).body as RegisterView;
    expect(people.map((p) => p.name)).toContain('utilizationReviewStaff of Newcomer (Newcomer)');
  });

  test('is told where it is, in the zone and with the roles of that practice', async () => {
    await give(lakeside, { roles: ['biller'] });
    const session = (await look(lakeside, '/api/session')).body as SessionView;
    expect(session).toMatchObject({
      user: { userId: danaId, roles: ['biller'] },
      tenant: { name: 'Lakeside' },
      home: { name: 'Newcomer' },
      open: [{ name: 'Lakeside' }],
    });
    expect((await look(hillside, '/api/session')).body).toMatchObject({ tenant: { name: 'Newcomer' } });
  });

  test('leaves the clinical decisions to the practice', async () => {
    await give(lakeside, { roles: ['utilizationReviewStaff', 'frontDesk'] });
    const refused = { status: 403, body: { code: 'decidedAtPractice' } };
    expect(await act(lakeside, { type: 'DischargeEpisode', on: '2026-11-20', disposition: 'home' })).toMatchObject(
      refused,
    );
    const level = {
      type: 'ChangeLevelOfCare',
      programmeId: residential.programmeId,
      from: '2026-11-20',
      reason: 'Step down.',
    };
    expect(await act(lakeside, level)).toMatchObject(refused);
  });
});

describe('leave of a practice', () => {
  test('holds for its days and ends at once', async () => {
    const closed = { status: 403, body: { code: 'practiceClosed' } };
    await give(lakeside, { from: '2026-11-21', through: '2026-11-22' });
    expect(await look(lakeside, '/api/practice/board')).toMatchObject(closed);
    const later = async (hours: number) => {
      world.pass({ hours });
      dana = callerOf(app, await world.sessionOf(email));
    };
    await later(15);
    expect(await look(lakeside, '/api/practice/board')).toMatchObject({ status: 200 });
    await later(48);
    expect(await look(lakeside, '/api/practice/board')).toMatchObject(closed);

    const { grantId } = await give(hillside);
    expect(await look(hillside, '/api/practice/board')).toMatchObject({ status: 200 });
    const admin = await as('administrator', 'hillside');
    const end = () => admin.post(`/api/practice/access/${grantId}/end`, { reason: 'The contract is over.' });
    expect((await end()).status).toBe(204);
    expect(await look(hillside, '/api/practice/board')).toMatchObject(closed);
    expect((await board()).lines).toEqual([]);
    expect((await end()).status).toBe(404);
  });

  test('gives the roles that it names and no others', async () => {
    await give(lakeside, { roles: ['biller'] });
    expect(await act(lakeside, { type: 'VoidAuthorization', authorizationId: 'a', reason: 'Wrong.' })).toMatchObject({
      status: 403,
      body: { code: 'roleMissing' },
    });
    expect(await look(lakeside, '/api/practice/access')).toMatchObject({ status: 403 });
  });

  test('is given by administrator or owner alone, to people of other practices, and names what is wrong', async () => {
    const bad = (path: string) => ({ reply: { status: 422, body: { fields: [{ path }] } } });
    expect(await give(lakeside, {}, 'utilizationReviewStaff')).toMatchObject({ reply: { status: 403 } });
    expect(await give(lakeside, { email: 'nobody@nowhere.example' })).toMatchObject(bad('email'));
    expect(await give(lakeside, { email: 'clinicalReviewer@plan.example' })).toMatchObject(bad('email'));
    expect(await give(lakeside, { email: 'biller@lakeside.example' })).toMatchObject(bad('email'));
    expect(await give(lakeside, { through: '2026-11-19' })).toMatchObject({ reply: { status: 422 } });
    expect(await give(lakeside, {}, 'practiceOwner')).toMatchObject({ reply: { status: 204 } });
    expect(await give(lakeside)).toMatchObject(bad('email'));
    expect(await give(lakeside, { roles: ['practiceOwner'] as never })).toMatchObject({ reply: { status: 400 } });
  });

  test('is nothing that people of a plan could have', async () => {
    const nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
    for (const path of ['many/board', 'many/tasks', 'access'])
      expect((await nurse.get(`/api/practice/${path}`)).status).toBe(403);
    expect((await nurse.call('GET', '/api/practice/board', undefined, at(lakeside))).status).toBe(403);
  });
});
