import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { CriteriaLibraryView, CriteriaSetView } from '../contract/criteria.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let nurse: Caller;
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
});
afterEach(() => app.close());

describe('the criteria library', () => {
  test('lists every set by name, the drafts among them, none of which approves by itself', async () => {
    const { body } = await nurse.get('/api/criteria');
    const { sets } = body as CriteriaLibraryView;
    expect(sets.map((s) => s.name)).toEqual(sets.map((s) => s.name).toSorted());
    expect(sets.find((s) => s.id === 'medicare-cpap')).toMatchObject({ status: 'active', uncompared: 0 });
    const drafts = sets.filter((s) => s.status === 'draft');
    expect(drafts.length).toBeGreaterThan(10);
    expect(drafts.filter((s) => s.autoApproval || s.uncompared === 0)).toEqual([]);
  });

  test('gives one set with words for every fact of its points and examples', async () => {
    const { body } = await nurse.get('/api/criteria/medicare-lung-cancer-screening');
    const { set, facts, services } = body as CriteriaSetView;
    expect(set.vectors.flatMap((v) => v.facts).filter((f) => !facts[f.key])).toEqual([]);
    expect(facts['tobacco.status']?.answers?.former).toBe('Smoked and quit');
    expect(services['71271']).toEqual(expect.any(String));
  });

  test('a set that does not exist is not found, and nobody reads without a session', async () => {
    expect((await nurse.get('/api/criteria/nothing')).status).toBe(404);
    expect((await app.inject({ url: '/api/criteria' })).statusCode).toBe(401);
  });
});
