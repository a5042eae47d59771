import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { plan, users } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { NewsView } from '../contract/news.ts';
import type { WorkListView } from '../contract/workList.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let nurse: Caller;
let caseNumber: string;

beforeAll(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
  const director = callerOf(app, await world.sessionOf('umDirector@plan.example'));
  await senderOf(app, tokens.plan).submit(homeOxygenBundle({ name: 'pended', spo2: 89 }));
  const [row] = ((await director.get('/api/cases')).body as WorkListView).rows;
  const toUserId = users.find((u) => u.tenantId === plan.tenantId && u.roles[0] === 'clinicalReviewer')?.userId;
  if (!row) throw new Error('given: a case');
  caseNumber = row.caseNumber;
  const assigned = await director.act(row.caseId, row.version, { type: 'Assign', toUserId });
  if (assigned.status !== 200) throw new Error(`given: an assignment, but ${assigned.text}`);
});
afterAll(() => app.close());

const news = async (who: Caller = nurse) => (await who.get('/api/news')).body as NewsView;

test('who was given a case is told so, until they have read it', async () => {
  const { rows, unread } = await news();
  expect([rows.map((n) => [n.kind, n.caseNumber]), unread]).toEqual([[['assigned', caseNumber]], 1]);
  const [first] = rows;
  expect(
    (await nurse.post('/api/news/read', { news: [{ caseId: first?.caseId, sequence: first?.sequence }] })).status,
  ).toBe(204);
  expect(await news()).toMatchObject({ unread: 0, rows: [{ kind: 'assigned' }] });
});

test('a person is not told of what they do not want to hear', async () => {
  expect((await nurse.call('PUT', '/api/news/preferences', { muted: ['assigned'] })).status).toBe(204);
  expect(await news()).toEqual({ rows: [], unread: 0, muted: ['assigned'] });
  expect(await nurse.call('PUT', '/api/news/preferences', { muted: ['weather'] })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'muted.0' }] },
  });
  await nurse.call('PUT', '/api/news/preferences', { muted: [] });
  expect((await news()).rows).toHaveLength(1);
});

test('others are not told, and nobody without signing in', async () => {
  const other = callerOf(app, await world.sessionOf('clinicalReviewer@other.example'));
  expect(await news(other)).toEqual({ rows: [], unread: 0, muted: [] });
  expect((await callerOf(app).get('/api/news')).status).toBe(401);
});
