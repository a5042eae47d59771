import { workRuns } from '@openum/casework/letters/work.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { RunPreviewAnswer, RunsView, RunView } from '../contract/letterRun.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
});
afterEach(() => app.close());

const as = async (name: string) => callerOf(app, await world.sessionOf(`${name}@plan.example`));

test('letters to many are counted and seen first, then started, and followed to the end', async () => {
  await senderOf(app, tokens.plan).submit(homeOxygenBundle());
  const { rows } = await world.store.workList.page(plan, {}, undefined, 1);
  const caseNumber = rows[0]!.caseNumber;
  const who = await as('umDirector');
  const { templates } = (await who.get('/api/letters/runs')).body as RunsView;
  expect(templates.map((t) => t.id)).toContain('criteria-change-member');
  const what = { templateId: 'criteria-change-member', targets: { kind: 'numbers', caseNumbers: [caseNumber] } };
  const preview = (await who.post('/api/letters/runs/preview', what)).body as RunPreviewAnswer;
  expect(preview).toMatchObject({ count: 1, caseNumber });
  expect(preview.html).toContain('Akerman');

  const started = await who.post('/api/letters/runs', { ...what, name: 'New criteria' });
  expect(started).toMatchObject({ status: 201, body: { state: 'running', waiting: 1 } });
  const { runId } = started.body as { runId: string };
  await workRuns(world.casework, () => undefined);
  const { run, targets } = (await who.get(`/api/letters/runs/${runId}`)).body as RunView;
  expect(run).toMatchObject({ state: 'done', done: 1 });
  expect(targets).toMatchObject([{ caseNumber, state: 'done', noticeId: expect.any(String) }]);
  const late = await who.post(`/api/letters/runs/${runId}/acts`, { act: 'cancel' });
  expect(late.body).toMatchObject({ code: 'fieldInvalid', facts: { problem: 'it is done' } });
});

test('letters to many are no work of a nurse', async () => {
  const nurse = await as('clinicalReviewer');
  expect((await nurse.get('/api/letters/runs')).status).toBe(403);
  expect((await nurse.get('/api/letters/runs/any')).status).toBe(403);
});
