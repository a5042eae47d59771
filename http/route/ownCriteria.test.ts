import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { criteriaStatus, type OwnCriteria } from '@openum/domain/ownCriteria/version.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { CriteriaLibraryView, CriteriaSetView } from '../contract/criteria.ts';
import type { CriteriaWordsView, OwnCriteriaView } from '../contract/ownCriteria.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let admin: Caller;
let director: Caller;
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  admin = await as('administrator');
  director = await as('umDirector');
});
afterEach(() => app.close());

const as = async (name: string): Promise<Caller> => callerOf(app, await world.sessionOf(`${name}@plan.example`));
const id = 'plan-screening';
const shipped = async (): Promise<CriteriaSet> =>
  ((await admin.get('/api/criteria/medicare-lung-cancer-screening')).body as CriteriaSetView).set;
const act = (who: Caller, sequence: number, what: object) =>
  who.post(`/api/own-criteria/${id}/acts`, { sequence, act: what });
const draft = async (change: Partial<CriteriaSet> = {}) =>
  act(admin, 0, { type: 'DraftCriteria', set: { ...(await shipped()), ...change }, note: 'Ours' });

describe("a plan's own criteria on the wire", () => {
  test('every set of the library goes through the editor and back without loss', async () => {
    for (const entry of world.casework.knowledge.criteriaSets) {
      const { status, body } = await admin.post(`/api/own-criteria/plan-${entry.id}/acts`, {
        sequence: 0,
        act: { type: 'DraftCriteria', set: entry, note: '' },
      });
      expect([entry.id, status]).toEqual([entry.id, 200]);
      const own = (await admin.get(`/api/own-criteria/plan-${entry.id}`)).body as OwnCriteriaView;
      const kept = own.texts[(body as OwnCriteria).versions[0]?.sha256 ?? ''];
      const { id: _, version: __, status: ___, ...rest } = JSON.parse(JSON.stringify(entry)) as CriteriaSet;
      expect(kept).toMatchObject(rest);
    }
  });

  test('are written, handed in, approved by another person and published', async () => {
    await draft();
    expect((await act(admin, 1, { type: 'SubmitCriteria', version: '1', note: '' })).status).toBe(200);
    expect((await act(director, 2, { type: 'ApproveCriteria', version: '1' })).status).toBe(200);
    const publish = { type: 'PublishCriteria', version: '1', effectiveFrom: '2026-12-01' };
    expect((await act(admin, 3, publish)).body).toMatchObject({ code: 'replayMissing' });
    const { body } = await act(admin, 3, { ...publish, skipReplayBecause: 'The same text as the library' });
    expect((body as OwnCriteria).versions.map(criteriaStatus)).toEqual(['published']);
    const library = (await admin.get('/api/criteria')).body as CriteriaLibraryView;
    expect(library.own).toMatchObject([{ own: { setId: id }, entry: { id, version: '1' } }]);
  });

  test('that are unsound are not handed in, and the answer names the point', async () => {
    const leaf = { id: 'age', label: 'Adult', fact: 'patient.age', op: '>=', unit: 'a' };
    await draft({ initial: { id: 'root', label: 'Root', all: [leaf] } as CriteriaSet['initial'] });
    const { status, body } = await act(admin, 1, { type: 'SubmitCriteria', version: '1', note: '' });
    expect(status).toBe(422);
    expect((body as { message: string }).message).toContain('“Adult”: the number to compare with is missing');
  });

  test('are changed by one person at a time', async () => {
    await draft();
    const late = await act(director, 0, { type: 'DraftCriteria', set: await shipped(), note: '' });
    expect([late.status, late.body]).toEqual([409, expect.objectContaining({ code: 'staleVersion' })]);
  });

  test('are read by reviewers, changed by those who answer for them, and seen by no practice', async () => {
    await draft();
    const nurse = await as('clinicalReviewer');
    expect((await nurse.get(`/api/own-criteria/${id}`)).status).toBe(200);
    const saved = await act(nurse, 1, { type: 'SaveCriteria', version: '1', set: await shipped() });
    expect(saved.status).toBe(403);
    const words = (await nurse.get('/api/criteria-words')).body as CriteriaWordsView;
    expect(words.facts.find((f) => f.key === 'patient.age')).toMatchObject({ kind: 'quantity', unit: 'a' });
  });

  test('a set of the library is no set of the plan', async () => {
    expect((await admin.get('/api/own-criteria/medicare-cpap')).status).toBe(400);
  });
});
