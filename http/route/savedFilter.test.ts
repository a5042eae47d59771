import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { plan, users } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { SavedFiltersView } from '../contract/savedFilter.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let nurse: Caller;
let physician: Caller;
let other: Caller;

const idOf = (role: string) =>
  users.find((u) => u.tenantId === plan.tenantId && u.roles.some((r) => r === role))?.userId ?? '';

beforeAll(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  const as = async (email: string) => callerOf(app, await world.sessionOf(email));
  nurse = await as('clinicalReviewer@plan.example');
  physician = await as('medicalDirector@plan.example');
  other = await as('clinicalReviewer@other.example');
  const members = ['clinicalReviewer', 'medicalDirector'].map((role) => ({ userId: idOf(role), skills: [] }));
  await world.store.routing.save(
    { tenantId: plan.tenantId },
    {
      version: 1,
      plan: { teams: [{ teamId: 'lungs', name: 'Lungs', members }], rules: [] },
      savedAt: world.casework.environment.now(),
      savedBy: { userId: 'x', name: 'X' },
      reason: 'first',
    },
  );
});
afterAll(() => app.close());

const filters = async (who: Caller) => (await who.get('/api/saved-filters')).body as SavedFiltersView;
const save = (who: Caller, body: object) =>
  who.post('/api/saved-filters', { page: 'work', search: { tab: 'all' }, ...body });

test('a filter is kept by name for its owner, and shared with a team when they say so', async () => {
  expect((await save(nurse, { name: 'Mine' })).status).toBe(204);
  expect((await save(nurse, { name: 'Ours', teamId: 'lungs' })).status).toBe(204);
  expect((await filters(nurse)).teams).toEqual([{ teamId: 'lungs', name: 'Lungs' }]);
  expect((await filters(nurse)).filters.map((f) => [f.name, f.own])).toEqual([
    ['Mine', true],
    ['Ours', true],
  ]);
  expect((await filters(physician)).filters.map((f) => [f.name, f.own, f.search])).toEqual([
    ['Ours', false, { tab: 'all' }],
  ]);
  expect((await filters(other)).filters).toEqual([]);
});

test('one shares only with a team that one is in', async () => {
  expect(await save(nurse, { name: 'Theirs', teamId: 'hearts' })).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'teamId' }] },
  });
  expect(await save(other, { name: 'Theirs', teamId: 'lungs' })).toMatchObject({ status: 422 });
});

test('a filter without a name, or of a page that is not there, is refused by its field', async () => {
  expect(await save(nurse, { name: ' ' })).toMatchObject({ status: 400, body: { fields: [{ path: 'name' }] } });
  expect(await save(nurse, { name: 'x', page: 'moon' })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'page' }] },
  });
});

test('a filter is taken away by its owner and by nobody else', async () => {
  const ours = (await filters(nurse)).filters.find((f) => f.name === 'Ours');
  const url = `/api/saved-filters/${ours?.filterId}`;
  expect((await physician.call('DELETE', url)).status).toBe(404);
  expect((await nurse.call('DELETE', url)).status).toBe(204);
  expect((await filters(physician)).filters).toEqual([]);
  expect((await callerOf(app).get('/api/saved-filters')).status).toBe(401);
});
