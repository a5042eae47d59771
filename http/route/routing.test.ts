import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { RoutingView, SaveRouting } from '../contract/routing.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let director: Caller;
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  director = callerOf(app, await world.sessionOf('umDirector@plan.example'));
});
afterEach(() => app.close());

const view = async (): Promise<RoutingView> => (await director.get('/api/routing')).body as RoutingView;
const plan = (userId: string): SaveRouting['plan'] => ({
  teams: [{ teamId: 't1', name: 'Medical', members: [{ userId, skills: ['spanish'] }] }],
  rules: [{ ruleId: 'r1', name: 'All', when: { lineOfBusiness: ['medicareAdvantage'] }, teamId: 't1', skills: [] }],
});
const save = (body: SaveRouting, by = director) => by.call('PUT', '/api/routing', body);

describe('teams and rules of routing', () => {
  test('are empty at first, with the people who may be named', async () => {
    const { saved, people, categories } = await view();
    expect(saved).toBeUndefined();
    expect(people.find((p) => p.roles.includes('clinicalReviewer'))).toMatchObject({ open: 0, here: true });
    expect(people.some((p) => p.name.startsWith('left'))).toBe(false);
    expect(categories).toContain('Home oxygen');
  });

  test('are saved with a reason, version by version, and never over somebody else’s', async () => {
    const nurse = (await view()).people.find((p) => p.roles.includes('clinicalReviewer'))?.userId ?? '';
    const first = await save({ plan: plan(nurse), expectedVersion: 0, reason: 'Set up.' });
    expect(first).toMatchObject({ status: 200, body: { version: 1 } });
    expect((await view()).saved).toMatchObject({ version: 1, reason: 'Set up.', plan: plan(nurse) });
    const late = await save({ plan: plan(nurse), expectedVersion: 0, reason: 'Mine.' });
    expect(late).toMatchObject({ status: 409, body: { code: 'staleVersion', version: 1 } });
  });

  test('name only people and teams that are there; each problem has its field', async () => {
    const wrong = await save({ plan: plan('nobody'), expectedVersion: 0, reason: 'x' });
    expect(wrong).toMatchObject({ status: 422, body: { fields: [{ path: 'teams.0.members.0' }] } });
    expect((await save({ plan: plan('nobody'), expectedVersion: 0, reason: ' ' })).status).toBe(400);
  });

  test('are for those who answer for the desk', async () => {
    const nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
    expect((await nurse.get('/api/routing')).status).toBe(403);
    expect((await save({ plan: plan('x'), expectedVersion: 0, reason: 'x' }, nurse)).status).toBe(403);
  });
});
