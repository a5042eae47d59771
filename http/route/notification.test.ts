import { addElapsed } from '@openum/domain/time/instant.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { NotificationsView } from '../contract/notification.ts';
import type { WorkListView } from '../contract/workList.ts';
import { liveHub } from '../live/hub.ts';

const email = 'clinicalReviewer@plan.example';
let world: HttpWorld;
let app: FastifyInstance;
let nurse: Caller;
let physician: Caller;
let told: string;

beforeAll(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  nurse = callerOf(app, await world.sessionOf(email));
  physician = callerOf(app, await world.sessionOf('medicalDirector@plan.example'));
  await senderOf(app, tokens.plan).submit(homeOxygenBundle({ name: 'pended', spo2: 89 }));
  const [row] = ((await nurse.get('/api/cases')).body as WorkListView).rows;
  const found = await world.store.identity.userForSignIn(email);
  if (!row || !found) throw new Error('given: a case and a nurse');
  const now = world.casework.environment.now();
  told = row.caseNumber;
  const alarm = {
    caseId: row.caseId,
    clockId: 'clock-1',
    stepId: 'half',
    ruleId: 'MA-PRE-STD-PA',
    dueAt: addElapsed(now, { hours: 12 }),
    alarmAt: now,
    raisedAt: now,
    late: false,
  };
  const to = [{ notificationId: 'n-1', userId: found.user.userId }];
  await world.store.notifications.raise({ tenantId: plan.tenantId }, alarm, to);
});
afterAll(() => app.close());

const alarmsOf = async (who: Caller) => (await who.get('/api/notifications')).body as NotificationsView;

test('a person reads their own alarms and nobody else’s', async () => {
  const { rows, unread } = await alarmsOf(nurse);
  expect([rows.map((n) => [n.caseNumber, n.stepId]), unread]).toEqual([[[told, 'half']], 1]);
  expect(await alarmsOf(physician)).toEqual({ rows: [], unread: 0 });
});

test('an alarm is read when its reader says so, not when somebody else does', async () => {
  expect((await physician.post('/api/notifications/read', { notificationIds: ['n-1'] })).status).toBe(204);
  expect((await alarmsOf(nurse)).unread).toBe(1);
  expect((await nurse.post('/api/notifications/read', { notificationIds: ['n-1'] })).status).toBe(204);
  expect((await alarmsOf(nurse)).unread).toBe(0);
});

test('nobody reads alarms without signing in', async () => {
  expect((await callerOf(app).get('/api/notifications')).status).toBe(401);
  expect((await callerOf(app).post('/api/notifications/read', { notificationIds: ['n-1'] })).status).toBe(401);
});

test('a list without an id is refused by its field', async () => {
  expect(await nurse.post('/api/notifications/read', { notificationIds: [] })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'notificationIds' }] },
  });
});
