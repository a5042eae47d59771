import {
  bariatricBundle,
  homeOxygenBundle,
  lungScreeningBundle,
  partialHospitalizationBundle,
} from '@openum/testkit/fhir/bundles.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { WorkListCounts, WorkListView } from '../contract/workList.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let nurse: Caller;

const person = (memberNumber: string, family: string, given: string, birthDate: string) => ({
  person: { memberNumber, family, given, birthDate },
});

beforeAll(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
  const { submit } = senderOf(app, tokens.plan);
  const requests = [
    homeOxygenBundle({ name: 'pended-1', spo2: 89 }),
    homeOxygenBundle({ name: 'pended-2', spo2: 89, ...person('PHP1000002', 'Brandvold', 'Tobias', '1968-07-21') }),
    lungScreeningBundle({ name: 'approved' }),
    bariatricBundle({ name: 'pended-3', bmi: 34 }),
    partialHospitalizationBundle({ name: 'urgent', hoursPerWeek: 12 }),
  ];
  for (const bundle of requests) {
    expect((await submit(bundle)).status).toBe(200);
    world.pass({ minutes: 10 });
  }
});
afterAll(() => app.close());

const page = async (query: string): Promise<WorkListView> =>
  (await nurse.get(`/api/cases?${query}`)).body as WorkListView;
const members = async (query: string): Promise<string[]> =>
  (await page(query)).rows.map((r) => r.memberName).toSorted();

describe('the work list', () => {
  test('shows the case that is due first, first', async () => {
    const { rows } = await page('queue=clinical');
    expect(rows.map((r) => r.memberName)).toEqual([
      'Eastwood-Ruiz, Noah',
      'Akerman, Rosalind',
      'Brandvold, Tobias',
      'Dahlgren, Ingrid',
    ]);
    expect(rows.map((r) => r.nextDueAt)).toEqual(rows.map((r) => r.nextDueAt).toSorted());
  });

  test.each([
    ['queue=physician', []],
    ['status=determined', ['Fairbanks, Leopold']],
    ['status=determined,received&urgency=expedited', ['Eastwood-Ruiz, Noah']],
    ['urgency=expedited', ['Eastwood-Ruiz, Noah']],
    ['text=brand', ['Brandvold, Tobias']],
    ['text=PHP1000004', ['Dahlgren, Ingrid']],
    ['assignee=me', []],
    ['lineOfBusiness=commercialInsured', []],
    ['dueBefore=2026-11-24T00:00:00Z', ['Eastwood-Ruiz, Noah']],
  ])('filtered by %s', async (query, expected) => {
    expect(await members(query)).toEqual(expected);
  });

  test('`me` are the cases of who asks, `none` those of nobody', async () => {
    const { rows } = await page('text=Dahlgren');
    const { caseId, version } = rows[0]!;
    await nurse.act(caseId, version, { type: 'Claim' });
    expect(await members('assignee=me')).toEqual(['Dahlgren, Ingrid']);
    expect(await members('assignee=none&queue=clinical')).not.toContain('Dahlgren, Ingrid');
    const now = (await page('text=Dahlgren')).rows[0]!;
    await nurse.act(caseId, now.version, { type: 'Release' });
  });

  test('comes in pages that leave nothing out and repeat nothing', async () => {
    const all = (await page('limit=200')).rows.map((r) => r.caseId);
    const seen: string[] = [];
    let after = '';
    do {
      const { rows, next } = await page(`limit=2${after}`);
      expect(rows.length).toBeLessThanOrEqual(2);
      seen.push(...rows.map((r) => r.caseId));
      after = next ? `&after=${encodeURIComponent(next)}` : '';
    } while (after !== '');
    expect(seen).toEqual(all);
    expect(all).toHaveLength(5);
  });

  test.each([
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['queue=everything', 'queue'],
    ['status=determined,lost', 'status.1'],
    ['dueBefore=tomorrow', 'dueBefore'],
    ['after=not-a-cursor', 'after'],
    ['after=WyIyMDI2Il0', 'after'],
  ])('refuses %s and names the field', async (query, path) => {
    const { status, body } = await nurse.get(`/api/cases?${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalidBody', fields: [{ path }] });
  });

  test('counts the same cases by the time that is left', async () => {
    const { body } = await nurse.get('/api/cases/counts?queue=clinical');
    const { buckets } = body as WorkListCounts;
    expect(Object.values(buckets).reduce((a, b) => a + b)).toBe(4);
    expect(buckets.overdue).toBe(0);
    world.pass({ hours: 24 * 40 });
    const later = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
    const then = (await later.get('/api/cases/counts?queue=clinical')).body as WorkListCounts;
    expect(then.buckets).toEqual({ overdue: 4, within4Hours: 0, today: 0, within3Days: 0, later: 0 });
  });

  test('the whole list is a file, filtered as the list is', async () => {
    const later = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
    const all = await later.get('/api/cases.csv?queue=clinical');
    const { rows } = (await later.get('/api/cases?queue=clinical&limit=200')).body as WorkListView;
    expect(all.headers['content-type']).toContain('text/csv');
    expect(all.text.trim().split('\r\n')).toHaveLength(rows.length + 1);
    for (const { caseNumber } of rows) expect(all.text).toContain(caseNumber);
  });

  test.each([
    '/api/session',
    '/api/cases',
    '/api/cases.csv',
    '/api/cases/counts',
    '/api/cases/0190d000-0000-7000-8000-000000000001',
    '/api/cases/0190d000-0000-7000-8000-000000000001/documents/1',
    '/api/cases/0190d000-0000-7000-8000-000000000001/notices/0190d000-0000-7000-8000-000000000001/pdf',
    '/api/members?text=a',
    '/api/providers?text=a',
    '/api/services?text=a',
    '/api/diagnoses?text=a',
    '/api/decision-reasons',
    '/api/users',
  ])('and everything else is for people who have signed in: %s', async (url) => {
    const { status, body } = await callerOf(app).get(url);
    expect(status).toBe(401);
    expect(body).toEqual({ code: 'signInRequired', message: 'Sign in to go on.' });
  });

  test('an address that is not there is a 404 in a sentence', async () => {
    expect(await nurse.get('/api/nothing')).toMatchObject({
      status: 404,
      body: { code: 'notFound', message: 'There is nothing at this address.' },
    });
  });
});
