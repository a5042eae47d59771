import { readDocuments } from '@openum/casework/document/read.ts';
import { extractFacts } from '@openum/casework/extraction/extract.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { ExtractedFactsView } from '../contract/extraction.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let nurse: Caller;
let other: Caller;
let base: string;

beforeAll(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
  other = callerOf(app, await world.sessionOf('clinicalReviewer@other.example'));
  await senderOf(app, tokens.plan).submit(homeOxygenBundle({ spo2: 89 }));
  const [caseId = ''] = await world.store.cases.caseIds({ tenantId: plan.tenantId }, undefined, 1);
  base = `/api/cases/${caseId}`;
  const text = Buffer.from('PROGRESS NOTE\nDate of service: 02/20/2026\nSpO2 86% on room air at rest.');
  await nurse.post(`${base}/documents?title=Note`, text, { 'content-type': 'text/plain' });
  await readDocuments(world.casework, { tenantId: plan.tenantId }, caseId, 60_000);
  await extractFacts(world.casework, { tenantId: plan.tenantId }, caseId, 60_000);
});
afterAll(() => app.close());

const offered = async () =>
  ((await nurse.get(`${base}/extracted-facts`)).body as ExtractedFactsView).facts.filter(
    (o) => o.asked && o.fact.at === '2026-02-20',
  );
const version = async () => ((await nurse.get(base)).body as { state: { version: number } }).state.version;

test('what rules read from the documents of a case is listed with its words', async () => {
  expect(await offered()).toMatchObject([
    {
      asked: true,
      fact: { key: 'vital.oxygenSaturation', at: '2026-02-20', quote: 'SpO2 86% on room air at rest.', page: 1 },
    },
  ]);
});

test('another organization does not learn that there is such a case', async () => {
  expect((await other.get(`${base}/extracted-facts`)).status).toBe(404);
});

test('a person takes it, once', async () => {
  const [first] = await offered();
  const { documentId, page, extractor, extractorVersion } = first?.fact ?? {};
  const command = {
    ...{ type: 'AnswerExtractedFact', documentId, page, extractor, extractorVersion },
    position: first?.position,
    verdict: 'accepted',
  };
  const send = async () =>
    nurse.post(`${base}/commands`, { commandId: crypto.randomUUID(), expectedVersion: await version(), command });
  expect((await send()).status).toBe(200);
  expect(await offered()).toEqual([]);
  expect(await send()).toMatchObject({ status: 422, body: { code: 'suggestionAnswered' } });
});
