import { readDocuments } from '@openum/casework/document/read.ts';
import { workOnRun } from '@openum/casework/suggestion/work.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import { modelSaying } from '@openum/testkit/model/fake.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { ModelView, SuggestionsOf } from '../contract/suggestion.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let nurse: Caller;
let director: Caller;
let base: string;
let caseId: string;

const quote = 'SpO2 86% on room air at rest.';
const note = {
  ...{ line: 1, side: 'supports', text: 'The saturation of 86 was taken at rest.' },
  quotes: [{ document: 'D1', page: 1, quote }],
};
const model = modelSaying(({ prompt }) =>
  prompt.includes('sum of 19') ? { sum: 42 } : { abstain: null, suggestions: [note] },
);

const start = async (withModel: boolean) => {
  const casework = withModel ? { ...world.casework, languageModel: model } : world.casework;
  app = await buildApp({ ...world.options, casework, hub: liveHub(world.store.live) });
  nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
  director = callerOf(app, await world.sessionOf('umDirector@plan.example'));
};
const work = async () => {
  for (const run of await world.store.suggestions.take(plan, world.casework.environment.now(), 10, 60))
    await workOnRun({ ...world.casework, languageModel: model }, plan, run);
};
const on = (target: object = { kind: 'all' }, state = true) =>
  director.post('/api/model/switches', { target, on: state, reason: 'A pilot.' });
const view = async () => (await nurse.get(`${base}/suggestions`)).body as SuggestionsOf;
const version = async () => ((await nurse.get(base)).body as { state: { version: number } }).state.version;

beforeEach(async () => {
  world = await httpWorld();
  await start(true);
  await senderOf(app, tokens.plan).submit(homeOxygenBundle({ spo2: 89 }));
  [caseId = ''] = await world.store.cases.caseIds({ tenantId: plan.tenantId }, undefined, 1);
  base = `/api/cases/${caseId}`;
  const text = Buffer.from(`PROGRESS NOTE\nDate of service: 02/20/2026\n${quote}`);
  await nurse.post(`${base}/documents?title=Note`, text, { 'content-type': 'text/plain' });
  await readDocuments(world.casework, { tenantId: plan.tenantId }, caseId, 60_000);
});
afterEach(() => app.close());

describe('suggestions on a case', () => {
  test('are asked for, come later, and are taken by a person in their name', async () => {
    await on();
    expect((await nurse.post(`${base}/suggestions`, { agent: 'brief' })).status).toBe(202);
    expect((await view()).runs).toMatchObject([{ agent: 'brief', askedBy: { name: expect.any(String) } }]);
    await work();
    const [run] = (await view()).runs;
    expect(run?.outcome).toMatchObject({ suggestions: [{ kind: 'briefNote', citations: [{ quote }] }] });
    const command = { type: 'AnswerSuggestion', runId: run?.runId, position: 0, verdict: 'accepted' };
    const sent = { commandId: crypto.randomUUID(), expectedVersion: await version(), command };
    expect((await nurse.post(`${base}/commands`, sent)).status).toBe(200);
    expect((await view()).runs[0]?.answers).toMatchObject([{ position: 0, verdict: 'accepted' }]);
  });

  test('show every word that was sent, and the look at it is in the log of reads', async () => {
    await on();
    const { runId } = (await nurse.post(`${base}/suggestions`, { agent: 'brief' })).body as { runId: string };
    await work();
    const exchange = await nurse.get(`${base}/suggestions/${runId}/exchange`);
    expect(exchange.body).toMatchObject([{ prompt: expect.stringContaining(quote), reply: { outcome: 'answered' } }]);
    const reads = await world.store.readLog.ofCase(plan, caseId, 5);
    expect(reads[0]).toMatchObject({ what: 'case', resourceId: runId });
    expect(world.logLines.join('\n')).not.toContain('SpO2');
  });

  test('of another organization are not found', async () => {
    await on();
    const { runId } = (await nurse.post(`${base}/suggestions`, { agent: 'brief' })).body as { runId: string };
    const other = callerOf(app, await world.sessionOf('clinicalReviewer@other.example'));
    expect((await other.get(`${base}/suggestions`)).status).toBe(404);
    expect((await other.post(`${base}/suggestions`, { agent: 'brief' })).status).toBe(404);
    expect((await other.get(`${base}/suggestions/${runId}/exchange`)).status).toBe(404);
  });

  test('are not asked for while they are off, by whoever has no work on the case, or of an agent of something else', async () => {
    const ask = (who: Caller, agent = 'brief') => who.post(`${base}/suggestions`, { agent });
    expect(await ask(nurse)).toMatchObject({ status: 422, body: { code: 'modelOff' } });
    await on();
    const administrator = callerOf(app, await world.sessionOf('administrator@plan.example'));
    expect((await ask(administrator)).status).toBe(403);
    expect((await ask(nurse, 'intake')).status).toBe(422);
    expect((await ask(nurse, 'oracle')).status).toBe(400);
  });

  test('without a model are those of rules, and nothing can be asked', async () => {
    await app.close();
    await start(false);
    expect(await view()).not.toHaveProperty('model');
    expect((await nurse.post(`${base}/suggestions`, { agent: 'brief' })).body).toMatchObject({ code: 'modelOff' });
  });
});

describe('the page of the model', () => {
  test('is for those who answer for it', async () => {
    expect((await nurse.get('/api/model')).status).toBe(403);
    expect((await nurse.post('/api/model/switches', { target: { kind: 'all' }, on: true, reason: 'x' })).status).toBe(
      403,
    );
    expect((await nurse.post('/api/model/check', {})).status).toBe(403);
  });

  test('keeps who turned which switch and why, and wants the reason', async () => {
    expect(
      (await director.post('/api/model/switches', { target: { kind: 'all' }, on: true, reason: ' ' })).status,
    ).toBe(400);
    expect((await on()).status).toBe(204);
    expect(await on()).toMatchObject({ status: 422, body: { code: 'switchUnchanged' } });
    await on({ kind: 'agent', agent: 'brief' }, false);
    const { changes, model: set } = (await director.get('/api/model')).body as ModelView;
    expect(changes).toMatchObject([
      { target: { kind: 'agent', agent: 'brief' }, on: false, reason: 'A pilot.' },
      { target: { kind: 'all' }, on: true },
    ]);
    expect(set).toMatchObject({ name: 'small', callsPerDay: 100 });
  });

  test('opens the list behind each figure, for those who may read records', async () => {
    await on();
    await nurse.post(`${base}/suggestions`, { agent: 'brief' });
    await work();
    const list = async (path: string) => (await director.get(`/api/model/${path}`)).body as { rows: readonly object[] };
    expect((await list('questions?agent=brief&state=suggested')).rows).toMatchObject([
      { caseNumber: expect.any(String) },
    ]);
    expect((await list('questions?agent=brief&service=A0000')).rows).toEqual([]);
    expect((await list('suggestions?verdict=none&quoting=true')).rows).toMatchObject([
      { suggestion: { kind: 'briefNote' } },
    ]);
    expect((await list('suggestions?verdict=accepted,edited')).rows).toEqual([]);
    expect(await list('disagreement')).toMatchObject({ cases: 0, rows: [] });
    expect((await director.get('/api/model/questions?after=nowhere')).status).toBe(400);
    expect((await director.get('/api/model/questions?left=nothing')).status).toBe(400);
    const administrator = callerOf(app, await world.sessionOf('administrator@plan.example'));
    for (const path of ['questions', 'suggestions', 'disagreement']) {
      expect((await administrator.get(`/api/model/${path}`)).status).toBe(403);
      expect((await nurse.get(`/api/model/${path}`)).status).toBe(403);
    }
    expect((await administrator.get('/api/model?agent=brief')).body).toMatchObject({
      figures: [{ asked: 1, shown: 1 }],
    });
  });

  test('tries the model', async () => {
    expect((await director.post('/api/model/check', {})).body).toMatchObject({ kind: 'works', inputTokens: 100 });
  });
});
