import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { clinicNpi } from '@openum/testkit/fhir/request.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { SearchView } from '../contract/search.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let nurse: Caller;

beforeAll(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
  await senderOf(app, tokens.plan).submit(homeOxygenBundle({ name: 'approved', spo2: 86 }));
});
afterAll(() => app.close());

const find = async (text: string, who = nurse) =>
  (await who.get(`/api/search?text=${encodeURIComponent(text)}`)).body as SearchView;
const counts = (v: SearchView) => [v.cases.length, v.appeals.length, v.members.length, v.providers.length];

test('a name finds the member and the cases, whatever its capitals', async () => {
  const [some] = (await find('PHP1000001')).members;
  expect(counts(await find((some?.name ?? '').slice(0, 4).toUpperCase()))).toEqual([1, 0, 1, 0]);
});

test('the numbers of a case find it: its own, its member’s, its authorization’s, its provider’s', async () => {
  const [row] = (await find('PHP1000001')).cases;
  if (!row) throw new Error('given: a case');
  const [item] =
    (
      await world.casework.cases.rows(
        { tenantId: (await world.casework.identity.tenants())[0]?.tenantId ?? '' },
        row.caseId,
      )
    )?.items ?? [];
  for (const number of [
    row.caseNumber,
    row.caseNumber.toLowerCase(),
    item?.authorizationNumber ?? 'none',
    row.requestingProviderNpi ?? 'none',
  ])
    expect((await find(number)).cases.map((c) => c.caseId)).toEqual([row.caseId]);
});

test('a provider is found by name and by NPI', async () => {
  expect((await find('lakeside')).providers.map((p) => p.npi)).toEqual([clinicNpi]);
  expect((await find(clinicNpi)).providers).toHaveLength(1);
});

test('nothing is found of another plan’s cases, and every search is in the log of reads', async () => {
  const other = callerOf(app, await world.sessionOf('clinicalReviewer@other.example'));
  expect((await find('PHP1000001', other)).cases).toEqual([]);
  let logged = 0;
  const { record } = world.casework.readLog;
  world.casework.readLog.record = async (scope, entry) => {
    if (entry.purpose === 'search') logged += 1;
    await record(scope, entry);
  };
  await find('zzz');
  expect(logged).toBe(1);
});

test('an empty search is refused by its field, and one without signing in at all', async () => {
  expect(await nurse.get('/api/search?text=%20')).toMatchObject({ status: 400, body: { fields: [{ path: 'text' }] } });
  expect((await callerOf(app).get('/api/search?text=a')).status).toBe(401);
});
