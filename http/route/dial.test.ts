import { factSourceKinds } from '@openum/domain/dial/dial.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { DialView } from '../contract/dial.ts';
import type { ReportedLinesView } from '../contract/report.ts';
import type { WorkListView } from '../contract/workList.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let director: Caller;
let quality: Caller;
let nurse: Caller;

beforeAll(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  director = callerOf(app, await world.sessionOf('umDirector@plan.example'));
  quality = callerOf(app, await world.sessionOf('qualityManager@plan.example'));
  nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
});
afterAll(() => app.close());

const view = async (caller = nurse) => (await caller.get('/api/dial')).body as DialView;
const act = async (caller: Caller, body: object, sequence?: number) =>
  caller.post('/api/dial/acts', { sequence: sequence ?? (await view()).dial.sequence, act: body });
const switchOff = async (change: object = {}) => ({
  type: 'ProposeDial',
  setting: { kind: 'automaticApproval', criteriaSetId: 'medicare-home-oxygen', approves: false, sources: [] },
  bases: ['sampleAudit'],
  reason: 'Two of eight samples failed.',
  effectiveFrom: (await view()).today,
  ...change,
});
const switchOn = () =>
  switchOff({
    setting: {
      kind: 'automaticApproval',
      criteriaSetId: 'medicare-home-oxygen',
      approves: true,
      sources: [...factSourceKinds],
    },
  });
const lastChange = async () => (await view()).dial.changes.at(-1)?.changeId;

describe('automatic approval', () => {
  test('is settled by two people, seen by all, and holds from the next request on', async () => {
    const submit = (name: string) => senderOf(app, tokens.plan).submit(homeOxygenBundle({ name, spo2: 86 }));
    const open = async () => ((await nurse.get('/api/cases?queue=clinical')).body as WorkListView).rows.length;
    await submit('before');
    expect(await open()).toBe(0);
    expect((await act(director, await switchOff())).status).toBe(200);
    await submit('proposed');
    expect(await open()).toBe(0);
    expect((await act(director, { type: 'ConfirmDial', changeId: await lastChange() })).text).toContain(
      'Somebody else must confirm',
    );
    expect((await act(quality, { type: 'ConfirmDial', changeId: await lastChange() })).status).toBe(200);
    await submit('after');
    expect(await open()).toBe(1);
    expect((await act(quality, await switchOn())).status).toBe(200);
    expect((await act(director, { type: 'ConfirmDial', changeId: await lastChange() })).status).toBe(200);
    await submit('on again');
    expect(await open()).toBe(1);
    const { number = 0 } = (await view()).dial.changes.at(-1) ?? {};
    expect((await view()).settled).toEqual({ [number]: 1 });
    const listed = (await director.get(`/api/reports/lines?dial=${number}`)).body as ReportedLinesView;
    expect(listed.rows).toMatchObject([{ serviceCode: 'E1390', byRule: true }]);
    const seen = (await view()).dial.changes.at(-1);
    expect(seen?.confirmed?.name).not.toBe(seen?.proposed.name);
  });

  test('may not be moved for cost, and the message says why', async () => {
    const refused = await act(director, await switchOff({ bases: ['cost'] }));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('judged by its own record');
  });

  test('a gold card rests on figures that are counted, not typed', async () => {
    const setting = {
      kind: 'goldCard',
      npi: '1770000031',
      providerName: 'Peoria Lung Clinic',
      services: ['E1390'],
      periodFrom: '2026-01-01',
      periodThrough: '2026-12-31',
      citation: 'Tex. Ins. Code 4201.653',
      decided: 100,
      approved: 100,
    };
    const refused = await act(director, await switchOff({ setting }));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('at least 5 decided requests');
    const history = await director.get(
      '/api/dial/history?npi=1770000031&services=E1390&from=2026-01-01&through=2026-12-31',
    );
    expect(history.body).toMatchObject({ decided: expect.any(Number), approved: expect.any(Number) });
  });

  test('of two people who looked at the same, the second learns that there is something newer', async () => {
    const { sequence } = (await view()).dial;
    expect((await act(director, await switchOff(), sequence)).status).toBe(200);
    expect((await act(quality, await switchOff(), sequence)).status).toBe(409);
  });

  test('is not for nurses to change', async () => {
    expect((await act(nurse, await switchOff())).status).toBe(403);
  });
});
