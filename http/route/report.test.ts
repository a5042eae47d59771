import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type {
  ComplianceView,
  DashboardView,
  ReportedClocksView,
  ReportedLinesView,
  ReportedTalksView,
} from '../contract/report.ts';
import type { WorkListView } from '../contract/workList.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let director: Caller;

beforeAll(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  director = callerOf(app, await world.sessionOf('umDirector@plan.example'));
  const send = senderOf(app, tokens.plan).submit;
  await send(homeOxygenBundle({ name: 'approved', spo2: 86 }));
  await send(homeOxygenBundle({ name: 'pended', spo2: 89 }));
});
afterAll(() => app.close());

const dashboard = async (query = '') => (await director.get(`/api/dashboard${query}`)).body as DashboardView;
const get = async <T>(url: string) => (await director.get(url)).body as T;

describe('the dashboard', () => {
  test('counts what came in, what was decided, and who has the rest', async () => {
    const d = await dashboard();
    expect(d.volume).toEqual([{ day: '2026-11-20', channel: 'pas', cases: 2 }]);
    expect(d.decisions).toMatchObject({ decided: 1, approvedByRule: 1, rates: { approved: 1 } });
    expect(d.unowned).toMatchObject({ open: 1 });
    expect(d.aging[0]).toMatchObject({ fromDays: 0, toDays: 1, cases: 1 });
    expect(d.compliance.total.open).toBeGreaterThan(0);
  });

  test('is of the days asked for, both in it', async () => {
    expect((await dashboard('?from=2026-11-20&through=2026-11-20')).volume).toHaveLength(1);
    expect((await dashboard('?from=2026-11-01&through=2026-11-19')).volume).toEqual([]);
    expect((await dashboard('?lineOfBusiness=chip')).unowned.open).toBe(0);
  });

  test.each([
    ['?from=2026-13-01', 'from'],
    ['?from=2026-11-02&through=2026-11-01', 'through'],
    ['?state=Texas', 'state'],
    ['?lineOfBusiness=chip,mars', 'lineOfBusiness.1'],
  ])('%s is refused by its field', async (query, path) => {
    expect(await director.get(`/api/dashboard${query}`)).toMatchObject({ status: 400, body: { fields: [{ path }] } });
  });
});

describe('each number opens its list', () => {
  test('the clocks of a rule', async () => {
    const { groups, rules } = await get<ComplianceView>('/api/reports/compliance?by=rule&hard=true');
    for (const { key, figures } of groups) {
      const { rows } = await get<ReportedClocksView>(`/api/reports/clocks?hard=true&outcome=open&ruleId=${key.rule}`);
      expect(rows).toHaveLength(figures.open);
      expect(rules[key.rule ?? '']?.citation).toBeTruthy();
    }
    expect(groups.length).toBeGreaterThan(0);
  });

  test('the cases that are open, that nobody has', async () => {
    const statuses = async (query: string) =>
      (await get<WorkListView>(`/api/reports/cases?${query}`)).rows.map((r) => r.status);
    expect(await statuses('open=true&assignee=none')).toEqual(['received']);
    expect(await statuses('from=2026-11-20&through=2026-11-20&channel=pas')).toHaveLength(2);
    expect(await statuses('due=overdue&open=true')).toEqual([]);
  });

  test('first decisions and talks, as many rows as are counted', async () => {
    const { decisions, talks } = await get<DashboardView>('/api/dashboard?from=2026-11-01&through=2026-11-30');
    const lines = async (query: string) =>
      (await get<ReportedLinesView>(`/api/reports/lines?decidedFrom=2026-11-01&decidedThrough=2026-11-30&${query}`))
        .rows;
    expect(decisions.lines.approved).toBeGreaterThan(0);
    for (const [outcome, count] of Object.entries(decisions.lines))
      expect(await lines(`outcome=${outcome}`)).toHaveLength(count);
    expect(await lines('outcome=approved&byRule=true')).toHaveLength(decisions.approvedByRule);
    const held = await get<ReportedTalksView>(
      '/api/reports/talks?talk=held&talkFrom=2026-11-01&talkThrough=2026-11-30',
    );
    expect(held.rows).toHaveLength(talks.held);
    expect((await director.get('/api/reports/lines.csv?outcome=approved')).text.trim().split('\r\n')).toHaveLength(
      decisions.lines.approved + 1,
    );
    expect((await director.get('/api/reports/talks.csv?talk=held')).text.trim().split('\r\n')).toHaveLength(
      talks.held + 1,
    );
  });

  test('as a file, with the same rows', async () => {
    const file = await director.get('/api/reports/cases.csv?open=true');
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.text.trim().split('\r\n')).toHaveLength(2);
    expect((await director.get('/api/reports/clocks.csv?outcome=open')).text).toContain('MA-PRE-STD-PA');
    expect((await director.get('/api/reports/compliance.csv?by=jurisdiction,month')).text).toContain('US-FED,2026-11');
  });

  test('and looking is in the log of reads', async () => {
    let logged = 0;
    const { record } = world.casework.readLog;
    world.casework.readLog.record = async (scope, entry) => {
      if (entry.what === 'report') logged += 1;
      await record(scope, entry);
    };
    await director.get('/api/reports/cases');
    await director.get('/api/reports/cases.csv');
    await director.get('/api/reports/clocks');
    await director.get('/api/reports/clocks.csv');
    expect(logged).toBe(4);
  });

  test('a page that never was is refused by its field', async () => {
    expect(await director.get('/api/reports/clocks?after=nonsense')).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'after' }] },
    });
  });
});

test.each([
  '/api/dashboard',
  '/api/reports/compliance',
  '/api/reports/compliance.csv',
  '/api/reports/clocks',
  '/api/reports/clocks.csv',
  '/api/reports/cases',
  '/api/reports/cases.csv',
])('%s is for those who answer for the department', async (url) => {
  const nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
  expect(await nurse.get(url)).toMatchObject({ status: 403, body: { code: 'roleMissing' } });
  expect((await callerOf(app).get(url)).status).toBe(401);
  expect((await director.get(url)).status).toBe(200);
});

test('another plan’s figures stay its own', async () => {
  const scope = { tenantId: `not ${plan.tenantId}` };
  expect(await world.casework.reports.openByDay(scope, {})).toEqual([]);
});
