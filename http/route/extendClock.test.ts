import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { CaseView } from '../contract/case.ts';
import type { WorkListView } from '../contract/workList.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let nurse: Caller;
let caseId: string;

beforeAll(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
  await senderOf(app, tokens.plan).submit(homeOxygenBundle({ name: 'pended', spo2: 89 }));
  caseId = ((await nurse.get('/api/cases')).body as WorkListView).rows[0]?.caseId ?? '';
});
afterAll(() => app.close());

const view = async () => (await nurse.get(`/api/cases/${caseId}`)).body as CaseView;
const send = async (command: object) =>
  nurse.post(`/api/cases/${caseId}/commands`, {
    commandId: crypto.randomUUID(),
    expectedVersion: (await view()).state.version,
    command,
  });
const reason = 'The member wants to send the test of next week.';

test('a clock is extended by what the page offered, and afterwards is closed to another extension', async () => {
  const [choice] = (await view()).extensions;
  const longest = choice?.lengths.at(-1);
  const { status } = await send({
    type: 'ExtendClock',
    clockId: choice?.clockId,
    ground: choice?.grounds[0],
    by: longest?.by,
    reason,
  });
  expect(status).toBe(200);
  const after = await view();
  expect(after.state.extensions).toMatchObject([{ reason, dueAfter: longest?.dueAt }]);
  expect(after.extensions[0]?.closed).toMatchObject({ code: 'clockAlreadyExtended' });
});

test('an extension that the rule refuses is a sentence and not an error of the server', async () => {
  const [choice] = (await view()).extensions;
  const again = { type: 'ExtendClock', clockId: choice?.clockId, ground: 'enrolleeRequest', reason };
  expect(await send(again)).toMatchObject({ status: 409, body: { code: 'clockAlreadyExtended' } });
});
