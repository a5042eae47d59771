import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { CaseView } from '../contract/case.ts';
import type { IntakeList } from '../contract/intake.ts';
import type { WorkListView } from '../contract/workList.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let nurse: Caller;
let director: Caller;
let caseId: string;

const view = async () => (await nurse.get(`/api/cases/${caseId}`)).body as CaseView;

beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
  director = callerOf(app, await world.sessionOf('umDirector@plan.example'));
  await senderOf(app, tokens.plan).submit(homeOxygenBundle({ name: 'pended', spo2: 89 }));
  caseId = ((await nurse.get('/api/cases')).body as WorkListView).rows[0]?.caseId ?? '';
});
afterEach(() => app.close());

test('a marked case closes its documents and its proof pack to those who do not review it, and says whom it opens to', async () => {
  const { state, part2 } = await view();
  const [file] = state.documents;
  const open = (who: Caller) => who.get(`/api/cases/${caseId}/documents/${file?.documentId}`);
  expect(part2.statement).toBeUndefined();
  expect((await open(director)).status).toBe(200);

  await nurse.act(caseId, state.version, {
    type: 'MarkPart2',
    protected: true,
    reason: 'The note comes from an opioid treatment program.',
  });
  expect((await view()).part2).toMatchObject({
    ground: { kind: 'person' },
    documentIds: state.documents.map((d) => d.documentId),
    statement: expect.stringContaining('42 CFR 2.32'),
  });
  expect((await open(nurse)).status).toBe(200);
  expect(await open(director)).toMatchObject({ status: 403, body: { code: 'part2Closed' } });
  for (const path of [`documents/${file?.documentId}/pages`, 'document-search?words=oxygen', 'proof'])
    expect((await director.get(`/api/cases/${caseId}/${path}`)).status).toBe(403);
  expect((await director.get(`/api/cases/${caseId}/document-readings`)).status).toBe(200);
  const intake = (await director.get('/api/intake')).body as IntakeList;
  const message = intake.rows.find((r) => r.caseId === caseId)?.messageId;
  for (const path of ['content', 'pages', 'pages/1/picture']) {
    expect((await director.get(`/api/intake/${message}/${path}`)).status, path).toBe(403);
    expect((await nurse.get(`/api/intake/${message}/${path}`)).status, path).not.toBe(403);
  }
});

test('what was read out of the records of a protected case is shown without its value to those who may not open them', async () => {
  const before = ((await director.get(`/api/cases/${caseId}`)).body as CaseView).state;
  const measured = before.facts.find((f) => f.key === 'vital.oxygenSaturation');
  expect(measured?.value).toMatchObject({ value: 89 });
  await nurse.act(caseId, before.version, {
    type: 'MarkPart2',
    protected: true,
    reason: 'The note comes from an opioid treatment program.',
  });
  const { state, timeline, tasks } = (await director.get(`/api/cases/${caseId}`)).body as CaseView;
  expect(state.facts.find((f) => f.id === measured?.id)).toMatchObject({
    key: 'vital.oxygenSaturation',
    value: { kind: 'text', value: 'A protected fact' },
  });
  const resting = state.evaluations.flatMap((e) => e.leaves.filter((l) => l.factIds.includes(measured?.id ?? '')));
  expect(resting.length).toBeGreaterThan(0);
  expect(resting.every((l) => l.truth === 'unknown')).toBe(true);
  const quoted = /"value":89\b/;
  expect(JSON.stringify(before)).toMatch(quoted);
  for (const shown of [state, timeline, tasks]) expect(JSON.stringify(shown)).not.toMatch(quoted);
  const asReviewer = await view();
  expect(asReviewer.state.facts).toEqual(before.facts);
  expect(asReviewer.state.evaluations).toEqual(before.evaluations);
});
