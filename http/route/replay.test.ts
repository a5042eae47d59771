import { workReplays } from '@openum/casework/replay/work.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { FindingsView, ReplaysView, ReplayView, TriedView } from '../contract/replay.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let admin: Caller;
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  admin = await as('administrator');
  await senderOf(app, tokens.plan).submit(homeOxygenBundle());
});
afterEach(() => app.close());

const as = async (name: string): Promise<Caller> => callerOf(app, await world.sessionOf(`${name}@plan.example`));
const oxygen = (): CriteriaSet => {
  const shipped = world.casework.knowledge.criteriaSets.find((s) => s.id === 'medicare-home-oxygen')!;
  return { ...shipped, basedOn: { setId: shipped.id, version: shipped.version }, autoApproval: false };
};
const path = '/api/own-criteria/plan-oxygen';
const draft = () =>
  admin.post(`${path}/acts`, { sequence: 0, act: { type: 'DraftCriteria', set: oxygen(), note: '' } });
const caseNumber = async (): Promise<string> =>
  (await world.store.workList.page(plan, {}, undefined, 1)).rows[0]!.caseNumber;

test('a replay runs in the background, and says who would have been decided differently', async () => {
  await draft();
  const { replayId } = (await admin.post(`${path}/replays`, {})).body as ReplayView;
  while ((await workReplays(world.casework, () => undefined)) > 0);
  const [replay] = ((await admin.get(`${path}/replays`)).body as ReplaysView).replays;
  expect(replay).toMatchObject({ replayId, state: 'done', counts: { all: { lines: 1, autoLost: 1 } } });
  const { rows } = (await admin.get(`/api/replays/${replayId}/findings?effect=autoLost`)).body as FindingsView;
  expect(rows).toMatchObject([{ caseNumber: await caseNumber(), effect: 'autoLost' }]);
  const read = await admin.post(`/api/replays/${replayId}/read`, { sequence: 1 });
  expect(read.body).toMatchObject({ versions: [{ replayRead: { replayId, lines: 1, changed: 1 } }] });
});

test('a text is tried on one case, with the answer of each point, and the reading is in the log', async () => {
  const { body } = await admin.post('/api/own-criteria/try', { set: oxygen(), caseNumber: await caseNumber() });
  const { caseId, lines } = body as TriedView;
  expect(lines).toMatchObject([
    { decided: 'approved', before: { truth: 'met' }, after: { truth: 'met', automatic: false } },
  ]);
  expect(lines[0]?.after?.leaves.length).toBeGreaterThan(10);
  expect((await world.store.readLog.ofCase(plan, caseId, 9)).map((r) => r.what)).toContain('case');
  const unknown = await admin.post('/api/own-criteria/try', { set: oxygen(), caseNumber: 'UM-NOTHING' });
  expect(unknown.status).toBe(404);
});

test('what it names is for those who answer for criteria', async () => {
  await draft();
  const nurse = await as('clinicalReviewer');
  expect((await nurse.post(`${path}/replays`, {})).status).toBe(403);
  expect((await nurse.get(`${path}/replays`)).status).toBe(403);
});
