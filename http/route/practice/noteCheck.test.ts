import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { addPractices, lakeside } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import { residential } from '@openum/testkit/practice/episode.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type { KeepNoteCheckBody, KeptNoteChecks, NoteKnowledge } from '../../contract/practice/noteCheck.ts';
import { liveHub } from '../../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let staff: Caller;
let biller: Caller;
let stranger: Caller;
const episodeId = uuidOf('episode/notes');
const url = `/api/practice/episodes/${episodeId}/note-checks`;

beforeAll(async () => {
  world = await httpWorld();
  await addPractices(world);
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  const as = async (email: string) => callerOf(app, await world.sessionOf(email));
  staff = await as('utilizationReviewStaff@lakeside.example');
  biller = await as('biller@lakeside.example');
  stranger = await as('utilizationReviewStaff@hillside.example');
  await world.store.practiceRegister.saveProgrammes(lakeside, [{ ...residential, active: true }]);
  const admission = {
    commandId: episodeId,
    newPatient: { family: 'Quigley', given: 'Maeve', birthDate: '1990-04-02' },
    programmeId: residential.programmeId,
    admittedOn: '2026-11-16',
    emergency: false,
    coverages: [],
  };
  expect((await staff.post('/api/practice/episodes', admission)).status).toBe(200);
});
afterAll(() => app.close());

const keep = (name: string, text: string, who = staff, change: Partial<KeepNoteCheckBody> = {}) =>
  who.post(url, { commandId: uuidOf(`check/${name}`), text, levelOfCare: 'residential', ...change });
const kept = async () => ((await staff.get(url)).body as KeptNoteChecks).checks;

test('a check before and one after the rewriting are kept, with what changed', async () => {
  await keep('before', 'Patient is stable.');
  const after = await keep('after', 'Reports suicidal thoughts each night.');
  expect(after.status).toBe(200);
  const [newer, older] = await kept();
  expect(older).toMatchObject({ wording: 1, by: 'utilizationReviewStaff of Lakeside' });
  expect(older?.missing).toContain('risk');
  expect(newer?.change).toMatchObject({ settled: ['risk'], wording: -1 });
});

test('the same sending twice is kept once, and the words of the note are in no event', async () => {
  const count = (await kept()).length;
  await keep('once', 'Slept three hours.');
  await keep('once', 'Slept three hours.');
  expect(await kept()).toHaveLength(count + 1);
  const events = await world.store.episodes.events(lakeside, episodeId);
  expect(JSON.stringify(events)).not.toContain('Slept');
});

test('what goes to a payer is checked as it came in and as it goes, in the same breath as it is written down', async () => {
  await world.store.practiceRegister.savePayers(lakeside, [{ payerId: 'payer-1', name: 'Harbor', active: true }]);
  const version = async () => (await world.store.episodes.events(lakeside, episodeId)).length;
  const insured = await staff.post(`/api/practice/episodes/${episodeId}/commands`, {
    commandId: uuidOf('coverage'),
    expectedVersion: await version(),
    command: { type: 'SetCoverage', coverageId: 'cov-1', order: 1, payerId: 'payer-1', memberNumber: 'M-1' },
  });
  expect(insured.status).toBe(200);
  const before = (await kept()).length;
  const sent = await staff.post(`/api/practice/episodes/${episodeId}/requests`, {
    commandId: uuidOf('submission/checked'),
    expectedVersion: await version(),
    kind: 'initial',
    coverageId: 'cov-1',
    levelOfCare: 'residential',
    codes: ['H0018'],
    from: '2026-11-16',
    to: '2026-11-20',
    urgency: 'expedited',
    channel: 'phone',
    spokeWith: 'Dana',
    clinicalSummary: 'Reports suicidal thoughts each night.',
    noteBefore: 'Patient is stable.',
  });
  expect(sent.status).toBe(200);
  const [went, came] = await kept();
  expect(await kept()).toHaveLength(before + 2);
  expect(came).toMatchObject({ wording: 1 });
  expect(went?.change).toMatchObject({ settled: ['risk'], wording: -1 });
  const events = await world.store.episodes.events(lakeside, episodeId);
  expect(events.slice(-3).map((e) => e.type)).toEqual(['NoteChecked', 'NoteChecked', 'SubmissionRecorded']);
  expect(events.at(-1)?.data).toMatchObject({ noteCheckId: went?.noteCheckId });
});

test('keeping is for those who review and for the treating clinician; another practice does not find the episode', async () => {
  expect(await keep('biller', 'A note.', biller)).toMatchObject({ status: 403, body: { code: 'roleMissing' } });
  expect(await keep('stranger', 'A note.', stranger)).toMatchObject({ status: 404, body: { code: 'episodeNotFound' } });
  expect((await stranger.get(url)).status).toBe(404);
});

test('a level that the guide does not know and an empty note are refused by field', async () => {
  expect(await keep('level', 'A note.', staff, { levelOfCare: 'spa' })).toMatchObject({
    status: 422,
    body: { facts: { field: 'levelOfCare' } },
  });
  expect(await keep('empty', '  ')).toMatchObject({ status: 400, body: { fields: [{ path: 'text' }] } });
});

test('the guide is for people of a practice', async () => {
  const { guide, text } = (await staff.get('/api/practice/note-guide')).body as NoteKnowledge;
  expect([guide.version, text.version]).toEqual([expect.any(String), expect.any(String)]);
  const nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
  expect((await nurse.get('/api/practice/note-guide')).status).toBe(403);
});
