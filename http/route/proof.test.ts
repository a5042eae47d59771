import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { CaseReads } from '../contract/proof.ts';
import type { WorkListView } from '../contract/workList.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let caseId: string;
const as = async (name: string): Promise<Caller> => callerOf(app, await world.sessionOf(`${name}@plan.example`));

beforeAll(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  await senderOf(app, tokens.plan).submit(homeOxygenBundle({ name: 'pended', spo2: 89 }));
  const [row] = ((await (await as('clinicalReviewer')).get('/api/cases')).body as WorkListView).rows;
  if (!row) throw new Error('given: a case');
  caseId = row.caseId;
});
afterAll(() => app.close());

describe('a proof pack', () => {
  test.each(['medicalDirector', 'umDirector', 'qualityManager'])('is given to a %s, with its length', async (role) => {
    const reply = await (await as(role)).get(`/api/cases/${caseId}/proof`);
    expect([reply.status, reply.headers['content-type']]).toEqual([200, 'application/zip']);
    expect(Number(reply.headers['content-length'])).toBeGreaterThan(1000);
    expect(reply.text).toContain('RequestReceived');
  });

  test('is refused to everybody else, and to another plan there is no such case', async () => {
    expect((await (await as('clinicalReviewer')).get(`/api/cases/${caseId}/proof`)).status).toBe(403);
    const other = callerOf(app, await world.sessionOf('medicalDirector@other.example'));
    expect((await other.get(`/api/cases/${caseId}/proof`)).status).toBe(404);
    expect((await callerOf(app).get(`/api/cases/${caseId}/proof`)).status).toBe(401);
  });
});

describe('who has looked at a case', () => {
  test('is shown to a quality manager by name, the proof pack and this look among it', async () => {
    const quality = await as('qualityManager');
    await quality.get(`/api/cases/${caseId}/proof`);
    const { rows, more } = (await quality.get(`/api/cases/${caseId}/reads`)).body as CaseReads;
    expect(rows.map((r) => r.what)).toEqual(expect.arrayContaining(['readLog', 'proofPack']));
    expect(rows.every((r) => r.purpose === 'audit' && r.who.includes(' of '))).toBe(true);
    expect(more).toBe(false);
  });

  test('is not shown to a nurse', async () => {
    expect((await (await as('clinicalReviewer')).get(`/api/cases/${caseId}/reads`)).status).toBe(403);
  });
});
