import { watchTasks } from '@openum/casework/practice/reminder/watch.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { addPractices, lakeside } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import { residential } from '@openum/testkit/practice/episode.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type { RemindersReading } from '../../contract/practice/reminder.ts';
import { liveHub } from '../../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let staff: Caller;
let owner: Caller;
const episodeId = uuidOf('episode/reminded');

const as = async (name: string, organization = 'lakeside'): Promise<Caller> =>
  callerOf(app, await world.sessionOf(`${name}@${organization}.example`));
const reminders = async (who: Caller) => (await who.get('/api/practice/reminders')).body as RemindersReading;
const sweep = () => watchTasks(world.casework, lakeside, world.casework.environment.now());

/** An admission that nobody has asked the payer about: the request is due at the end of the day, and nobody has the work. */
beforeEach(async () => {
  world = await httpWorld();
  await addPractices(world);
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  staff = await as('utilizationReviewStaff');
  owner = await as('practiceOwner');
  await world.store.practiceRegister.saveProgrammes(lakeside, [{ ...residential, active: true }]);
  const admission = {
    commandId: episodeId,
    newPatient: { family: 'Quigley', given: 'Maeve', birthDate: '1990-04-02' },
    programmeId: residential.programmeId,
    admittedOn: '2026-11-20',
    emergency: false,
    coverages: [],
  };
  expect((await staff.post('/api/practice/episodes', admission)).status).toBe(200);
  world.pass({ hours: 4 });
  await sweep();
});
afterEach(() => app.close());

test('who leads the practice hears of a task that is nobody’s, and the news stays unseen until it was looked at', async () => {
  const first = await reminders(owner);
  expect(first).toMatchObject({
    unseen: 1,
    rows: [{ kind: 'requestDue', step: 'half', patientName: 'Quigley, Maeve', open: true, taken: false }],
  });
  const ids = first.rows.map((r) => r.reminderId);
  expect((await staff.post('/api/practice/reminders/seen', { reminderIds: ids })).status).toBe(204);
  expect((await reminders(owner)).unseen).toBe(1);
  expect((await owner.post('/api/practice/reminders/seen', { reminderIds: ids })).status).toBe(204);
  expect((await reminders(owner)).unseen).toBe(0);
});

test('of a task only its last step is shown, and a task that was taken is shown as taken', async () => {
  world.pass({ hours: 12 });
  owner = await as('practiceOwner');
  await sweep();
  expect((await reminders(owner)).rows.map((r) => r.step)).toEqual(['overdue']);
  staff = await as('utilizationReviewStaff');
  const [row] = (await reminders(owner)).rows;
  await staff.post(`/api/practice/episodes/${episodeId}/tasks`, { commandId: uuidOf('take'), task: row?.key });
  expect((await reminders(owner)).rows).toMatchObject([{ open: true, taken: true }]);
});

test('another practice and other people of this one see nothing of it', async () => {
  expect((await reminders(staff)).rows).toEqual([]);
  expect((await reminders(await as('practiceOwner', 'hillside'))).rows).toEqual([]);
});
