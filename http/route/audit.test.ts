import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { AuditSampleFileView, AuditSampleView, PublicMetricsView } from '../contract/audit.ts';
import type { CaseView } from '../contract/case.ts';
import type { WorkListView } from '../contract/workList.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let quality: Caller;
const november = { from: '2026-11-01', through: '2026-11-30' };

/** A request that a physician denied after reading its record. */
const deny = async (): Promise<void> => {
  const physician = callerOf(app, await world.sessionOf('medicalDirector@plan.example'));
  const nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
  await senderOf(app, tokens.plan).submit(homeOxygenBundle({ name: 'denied', spo2: 89 }));
  const row = ((await nurse.get('/api/cases')).body as WorkListView).rows[0];
  if (!row) throw new Error('given: a pended case');
  const view = async () => (await physician.get(`/api/cases/${row.caseId}`)).body as CaseView;
  await nurse.act(row.caseId, row.version, {
    type: 'CompleteReview',
    outcome: 'refer',
    itemSequences: [1],
    summary: 'Above the limit.',
  });
  for (const d of (await view()).state.documents)
    await physician.get(`/api/cases/${row.caseId}/documents/${d.documentId}`);
  const decided = await physician.act(row.caseId, (await view()).state.version, {
    type: 'DetermineItems',
    attestation: { noConflictOfInterest: true, reviewedRecord: true },
    decisions: [
      {
        outcome: 'denied',
        itemSequence: 1,
        reasonClass: 'medicalNecessity',
        reasonCodes: ['0F'],
        rationale: 'Saturation at rest was 89 percent; the criteria ask for 88 or lower without further signs.',
        memberRationale: 'Your oxygen level was 89 percent. Medicare pays from 88 percent down.',
      },
    ],
  });
  if (decided.status !== 200) throw new Error(`given: a denial, but ${decided.text}`);
};

beforeAll(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  quality = callerOf(app, await world.sessionOf('qualityManager@plan.example'));
  await deny();
  await senderOf(app, tokens.plan).submit(homeOxygenBundle({ name: 'approved', spo2: 86 }));
});
afterAll(() => app.close());

const draw = (body: object = {}) => quality.post('/api/audit/samples', { universe: 'denials', ...november, ...body });

describe('a sample of files', () => {
  test('is drawn from the denials of the days, kept with who drew it, and drawn again by its seed', async () => {
    const first = await draw();
    const kept = first.body as AuditSampleView;
    expect(first.status).toBe(201);
    expect(kept.sample).toMatchObject({
      universe: 'denials',
      universeSize: 1,
      drawnByName: expect.stringContaining('qualityManager'),
    });
    expect(kept.files).toHaveLength(1);
    const again = (await draw({ seed: kept.sample.seed })).body as AuditSampleView;
    expect(again.files).toEqual(kept.files);
    expect((await quality.get('/api/audit/samples')).body).toHaveLength(2);
  });

  test('shows in each file what is there and what is missing, and keeps what the reader found', async () => {
    const { sample } = (await draw()).body as AuditSampleView;
    const at = `/api/audit/samples/${sample.sampleId}/files/1`;
    const file = (await quality.get(at)).body as AuditSampleFileView;
    const status = Object.fromEntries(file.elements.map((e) => [e.id, e.status]));
    expect(status).toMatchObject({
      received: 'found',
      reviewer: 'found',
      criteria: 'found',
      decided: 'found',
      memberNotice: 'missing',
    });
    expect(await quality.post(`${at}/readings`, { verdict: 'fail' })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'note' }] },
    });
    const read = (await quality.post(`${at}/readings`, { verdict: 'fail', note: 'No letter yet' }))
      .body as AuditSampleView;
    expect(read.progress).toMatchObject({ failed: 1, done: true, passRate: 0 });
    expect(((await quality.get(at)).body as AuditSampleFileView).readings).toHaveLength(1);
  });

  test('of days without a denial is not drawn, and one that never was is not found', async () => {
    expect((await draw({ from: '2025-01-01', through: '2025-01-31' })).status).toBe(422);
    expect((await draw({ universe: 'appeals' })).status).toBe(422);
    expect((await draw({ through: '2026-10-31' })).status).toBe(400);
    expect((await quality.get('/api/audit/samples/none')).status).toBe(404);
    expect((await quality.get('/api/audit/samples/none/files/1')).status).toBe(404);
    expect((await quality.post('/api/audit/samples/none/files/1/readings', { verdict: 'pass' })).status).toBe(404);
  });
});

describe('for regulators', () => {
  test('the nine numbers of a year, with the services that need an authorization', async () => {
    const report = (await quality.get('/api/reports/public-metrics?year=2026')).body as PublicMetricsView;
    expect(report.metrics).toMatchObject([
      {
        lineOfBusiness: 'medicareAdvantage',
        standardApproved: { part: 1, whole: 2 },
        standardDenied: { part: 1, whole: 2 },
      },
    ]);
    expect(report.services[0]?.services.length).toBeGreaterThan(0);
    expect((await quality.get('/api/reports/public-metrics?year=2025')).body).toMatchObject({ metrics: [] });
    expect((await quality.get('/api/reports/public-metrics.csv?year=2026')).text).toContain('50.00');
    expect((await quality.get('/api/reports/public-metrics-services.csv?year=2026')).text).toContain('E1390');
  });

  test('a universe has a row for each line that came in, with its times in the zone of the plan', async () => {
    const { text } = await quality.get(
      '/api/reports/universe/organization-determinations.csv?from=2026-11-01&through=2026-11-30',
    );
    const rows = text.trim().split('\r\n');
    expect(rows).toHaveLength(3);
    expect(rows[0]).toContain('Received date,Received time');
    expect(text).toContain('2026/11/20,10:00:00');
    expect(
      (await quality.get('/api/reports/universe/reconsiderations.csv?from=2026-11-01&through=2026-11-30')).text,
    ).toContain('No row in these days');
  });
});

test.each([
  '/api/audit/samples',
  '/api/reports/public-metrics?year=2026',
  '/api/reports/universe/reconsiderations.csv?from=2026-01-01&through=2026-01-02',
])('%s is for those who answer for quality', async (url) => {
  const nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
  expect((await nurse.get(url)).status).toBe(403);
  expect((await callerOf(app).get(url)).status).toBe(401);
});
