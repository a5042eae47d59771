import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { CaseView } from '../contract/case.ts';
import type { ReferralsView } from '../contract/caseManagement.ts';
import type { WorkListView } from '../contract/workList.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let nurse: Caller;
let coordinator: Caller;
let caseId: string;

beforeAll(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
  coordinator = callerOf(app, await world.sessionOf('caseManagementCoordinator@plan.example'));
  await senderOf(app, tokens.plan).submit(homeOxygenBundle({ name: 'pended', spo2: 89 }));
  caseId = ((await nurse.get('/api/cases')).body as WorkListView).rows[0]?.caseId ?? '';
});
afterAll(() => app.close());

const state = async () => ((await nurse.get(`/api/cases/${caseId}`)).body as CaseView).state;
const send = async (who: Caller, command: object) => who.act(caseId, (await state()).version, command);
const list = async (who: Caller) => (await who.get('/api/case-management')).body as ReferralsView;

test('a nurse refers, a coordinator accepts with goals and closes, and the list follows', async () => {
  expect((await list(coordinator)).rows).toEqual([]);
  const refer = { type: 'ReferToCaseManagement', reason: 'socialNeeds', priority: 'urgent', summary: 'No heating.' };
  expect((await send(nurse, refer)).status).toBe(200);
  const [waiting] = (await list(coordinator)).rows;
  expect(waiting).toMatchObject({ caseId, referral: { reason: 'socialNeeds', summary: 'No heating.' } });

  const referralId = waiting?.referral.referralId;
  const accept = { type: 'AcceptCaseManagement', referralId, goals: ['Heating by Friday'] };
  expect(await send(nurse, accept)).toMatchObject({ status: 403, body: { code: 'roleMissing' } });
  expect((await send(coordinator, accept)).status).toBe(200);
  expect((await list(coordinator)).rows[0]?.referral.accepted).toMatchObject({ goals: ['Heating by Friday'] });

  const close = { type: 'CloseCaseManagement', referralId, outcome: 'goalsMet', reason: 'The heating works.' };
  expect((await send(coordinator, close)).status).toBe(200);
  expect((await list(coordinator)).rows).toEqual([]);
  expect((await state()).caseManagement[0]?.closed).toMatchObject({ outcome: 'goalsMet' });
});

test('a referral without a summary or with an unknown reason says which field is wrong', async () => {
  const { version } = await state();
  const answer = await nurse.act(caseId, version, {
    type: 'ReferToCaseManagement',
    reason: 'nosuch',
    priority: 'urgent',
    summary: ' ',
  });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('reason');
  expect(answer.text).toContain('summary');
});

test('nobody sees the referrals without a sign-in', async () => {
  expect((await callerOf(app).get('/api/case-management')).status).toBe(401);
});
