import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { addPractices, lakeside } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import { residential } from '@openum/testkit/practice/episode.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type {
  AdmissionBody,
  AttendanceReading,
  BoardReading,
  EpisodeAnswer,
  EpisodeCommandBody,
  EpisodeView,
} from '../../contract/practice/episode.ts';
import type { PatientHits, RegisterView } from '../../contract/practice/register.ts';
import { liveHub } from '../../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let staff: Caller;
beforeEach(async () => {
  world = await httpWorld();
  await addPractices(world);
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  staff = await as('utilizationReviewStaff');
  await world.store.practiceRegister.saveProgrammes(lakeside, [{ ...residential, active: true }]);
  await world.store.practiceRegister.savePayers(lakeside, [{ payerId: 'payer-1', name: 'Ridge Health', active: true }]);
});
afterEach(() => app.close());

const as = async (name: string, organization = 'lakeside'): Promise<Caller> =>
  callerOf(app, await world.sessionOf(`${name}@${organization}.example`));

const episodeId = uuidOf('episode/1');
const admission: AdmissionBody = {
  commandId: episodeId,
  newPatient: { family: 'Quigley', given: 'Maeve', birthDate: '1990-04-02', chartNumber: 'C-100' },
  programmeId: residential.programmeId,
  admittedOn: '2026-11-16',
  emergency: false,
  coverages: [{ coverageId: 'cov-1', order: 1, payerId: 'payer-1', memberNumber: 'R-77' }],
};
const admit = (change: Partial<AdmissionBody> = {}, who = staff) =>
  who.post('/api/practice/episodes', { ...admission, ...change });
let commands = 0;
const act = (expectedVersion: number, command: EpisodeCommandBody, who = staff) =>
  who.post(`/api/practice/episodes/${episodeId}/commands`, {
    commandId: uuidOf(`practice-command/${++commands}`),
    expectedVersion,
    command,
  });
const read = async (who = staff) => (await who.get(`/api/practice/episodes/${episodeId}`)).body as EpisodeView;
const authorize: EpisodeCommandBody = {
  type: 'RecordAuthorization',
  authorization: {
    number: 'A-1',
    coverageId: 'cov-1',
    levelOfCare: 'residential',
    codes: [],
    from: '2026-11-16',
    to: '2026-11-18',
    nextReviewOn: '2026-11-18',
  },
};
const give = (...days: readonly number[]): EpisodeCommandBody => ({
  type: 'RecordServices',
  services: days.map((d) => ({ on: `2026-11-${d}`, units: 1 })),
});

describe('admission', () => {
  test('enters the patient and opens the episode once, however often it is sent', async () => {
    expect((await admit()).body).toEqual({ episodeId, version: 2 } satisfies EpisodeAnswer);
    expect((await admit()).body).toEqual({ episodeId, version: 2 });
    const { patients } = (await staff.get('/api/practice/patients?text=quig')).body as PatientHits;
    expect(patients).toMatchObject([{ family: 'Quigley', coverages: [{ payerName: 'Ridge Health' }] }]);
  });

  test('of somebody who is in, or under the number of another, is refused', async () => {
    await admit();
    const [patient] = ((await staff.get('/api/practice/patients?text=quig')).body as PatientHits).patients;
    const again = { commandId: uuidOf('episode/2'), patientId: patient?.patientId };
    expect(await admit({ ...again, newPatient: undefined })).toMatchObject({
      status: 409,
      body: { code: 'patientPresent' },
    });
    expect(await admit({ commandId: uuidOf('episode/3') })).toMatchObject({
      status: 422,
      body: { code: 'fieldInvalid', facts: { field: 'newPatient.chartNumber' } },
    });
  });

  test('names the field that is wrong', async () => {
    expect((await admit({ admittedOn: '2026-11-21' })).body).toMatchObject({ facts: { field: 'admittedOn' } });
    expect((await admit({ programmeId: 'nothing' })).body).toMatchObject({ facts: { field: 'programmeId' } });
    expect(await admit({ admittedOn: 'yesterday' })).toMatchObject({ status: 400, body: { code: 'invalidBody' } });
  });
});

describe('the page of an episode', () => {
  test('has a grid of each day with its proof, the gap in cents and the days ahead', async () => {
    await admit();
    await act(2, authorize);
    await act(3, give(16, 17, 18, 19));
    const view = await read();
    expect(view.version).toBe(4);
    expect(view.totals.atStake).toBe(90_000);
    expect(view.days.map((d) => d.on).at(-1)).toBe('2026-12-03');
    expect(view.days[2]).toMatchObject({
      authorized: [{ levelOfCare: 'residential' }],
      services: [{ state: 'covered' }],
    });
    expect(view.days[3]).toMatchObject({
      authorized: [],
      services: [{ state: 'expired', atStake: 90_000, proof: [{ standing: 'endedBefore' }] }],
    });
    expect(view.days[4]).toMatchObject({ services: [], planned: { state: 'expired' } });
    expect(view.authorizations).toMatchObject([{ number: 'A-1', unitsUsed: 3 }]);
    expect(view.place).toMatchObject({ risk: 'uncovered', daysLeft: -1, due: 'pastDue' });
  });

  test('tells who wrote meanwhile, and loses nothing of what was written', async () => {
    await admit();
    await act(2, authorize);
    const late = await act(2, give(16));
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'staleVersion', since: [{ type: 'AuthorizationRecorded' }] },
    });
    expect((await read()).version).toBe(3);
  });

  test('is looked at on the log of reads, and is nobody else’s', async () => {
    await admit();
    expect((await read()).patient.family).toBe('Quigley');
    const stranger = await as('utilizationReviewStaff', 'hillside');
    expect(await stranger.get(`/api/practice/episodes/${episodeId}`)).toMatchObject({ status: 404 });
    expect(await (await as('clinicalReviewer', 'plan')).get('/api/practice/board')).toMatchObject({
      status: 403,
      body: { code: 'practiceOnly' },
    });
    expect(await (await as('administrator')).get('/api/practice/board')).toMatchObject({ status: 403 });
  });
});

describe('a service that nothing covers', () => {
  const strict = { recordUncovered: 'block', billUncovered: 'block' };
  test('is stopped when the owner says so, and goes through with a reason and a name', async () => {
    await admit();
    expect((await staff.call('PUT', '/api/practice/settings', strict)).status).toBe(403);
    expect((await (await as('practiceOwner')).call('PUT', '/api/practice/settings', strict)).status).toBe(204);
    expect(await act(2, give(16))).toMatchObject({ status: 422, body: { code: 'serviceUncovered' } });
    const override = 'The plan confirmed by phone that no authorization is needed.';
    expect((await act(2, { ...give(16), override } as EpisodeCommandBody)).status).toBe(200);
    expect((await read()).overrides).toMatchObject([{ reason: override, by: 'utilizationReviewStaff of Lakeside' }]);
  });

  test('is not billed by default', async () => {
    await admit();
    await act(2, give(16));
    const [day] = (await read()).days;
    const bill: EpisodeCommandBody = {
      type: 'BillServices',
      serviceIds: [day?.services[0]?.service.serviceId ?? ''],
      claimId: 'CL-1',
      billedOn: '2026-11-20',
    };
    const biller = await as('biller');
    expect((await act(3, bill)).status).toBe(403);
    expect(await act(3, bill, biller)).toMatchObject({ status: 422, body: { code: 'serviceUncovered' } });
    expect((await act(3, { ...bill, override: 'Single case agreement.' }, biller)).status).toBe(200);
    expect((await read()).days[0]?.services[0]?.billed).toEqual({ claimId: 'CL-1', billedOn: '2026-11-20' });
  });
});

describe('the board', () => {
  test('has the most urgent on top with what is due and what is at stake', async () => {
    await admit();
    await act(2, authorize);
    await act(3, give(16, 17, 18, 19));
    await admit({
      commandId: uuidOf('episode/2'),
      newPatient: { family: 'Able', given: 'Ann', birthDate: '1980-01-01' },
      admittedOn: '2026-11-20',
    });
    const board = (await staff.get('/api/practice/board')).body as BoardReading;
    expect(board.lines.map((l) => [l.patientName, l.risk, l.daysLeft, l.due])).toEqual([
      ['Quigley, Maeve', 'uncovered', -1, 'pastDue'],
      ['Able, Ann', 'uncovered', 0, 'pastDue'],
    ]);
    expect(board).toMatchObject({ today: '2026-11-20', atStake: 90_000, due: { pastDue: 2 }, more: false });
    expect(board.lines[0]?.openAhead).toBe(14 * 90_000);
    expect(((await staff.get('/api/practice/board?text=able')).body as BoardReading).lines).toHaveLength(1);
  });
});

describe('attendance', () => {
  test('writes down one day for many, and says for each what became of it', async () => {
    await admit();
    const url = '/api/practice/attendance';
    const before = (await staff.get(`${url}?on=2026-11-17`)).body as AttendanceReading;
    expect(before.lines).toMatchObject([{ episodeId, state: 'noneOnFile', charge: 90_000 }]);
    const entry = { episodeId, units: 1 };
    const enter = (name: string) =>
      staff.post(url, { on: '2026-11-17', entries: [{ ...entry, commandId: uuidOf(`attendance/${name}`) }] });
    expect((await enter('a')).body).toEqual({ results: [{ episodeId, recorded: true }] });
    expect((await enter('a')).body).toEqual({ results: [{ episodeId, recorded: true }] });
    expect((await enter('b')).body).toMatchObject({
      results: [{ recorded: false, problem: expect.stringContaining('recorded already') }],
    });
    expect(((await staff.get(`${url}?on=2026-11-17`)).body as AttendanceReading).lines[0]?.recordedUnits).toBe(1);
    expect(((await staff.get(`${url}?on=2026-11-15`)).body as AttendanceReading).lines).toEqual([]);
  });
});

describe('the register', () => {
  test('takes programmes and payers, each name once', async () => {
    const programme = {
      name: 'Day programme',
      levelOfCare: 'partialHospitalization',
      code: 'H0035',
      charge: 45_000,
      active: true,
    };
    expect((await staff.post('/api/practice/programmes', programme)).status).toBe(204);
    expect(await staff.post('/api/practice/programmes', programme)).toMatchObject({
      status: 422,
      body: { fields: [{ path: 'name' }] },
    });
    expect((await (await as('frontDesk')).post('/api/practice/payers', { name: 'X', active: true })).status).toBe(403);
    const register = (await staff.get('/api/practice/register')).body as RegisterView;
    expect(register.programmes.map((p) => p.name)).toEqual(['Day programme', residential.name]);
    expect(register.people.length).toBeGreaterThan(3);
  });
});
