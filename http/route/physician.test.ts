import { addElapsed } from '@openum/domain/time/instant.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { BriefView, PhysicianFileView, PhysicianPeopleView, PhysicianQueueView } from '../contract/physician.ts';
import type { WorkListView } from '../contract/workList.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let caseId: string;
let nurse: Caller;
let physician: Caller;
let director: Caller;

const as = async (email: string): Promise<Caller> => callerOf(app, await world.sessionOf(email));
const send = (who: Caller, version: number, command: object) =>
  who.post(`/api/cases/${caseId}/commands`, {
    commandId: `00000000-0000-4000-8000-${String(version).padStart(12, '0')}`,
    expectedVersion: version,
    command,
  });
const firstRow = async (who: Caller) => {
  const [row] = ((await who.get('/api/cases')).body as WorkListView).rows;
  if (!row) throw new Error('given: a case');
  return row;
};
const queue = async () => (await physician.get('/api/physician/queue')).body as PhysicianQueueView;
const clinic = { kind: 'practice', name: 'Lakeside Specialty Clinic' };

beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  nurse = await as('clinicalReviewer@plan.example');
  physician = await as('medicalDirector@plan.example');
  director = await as('umDirector@plan.example');
  await senderOf(app, tokens.plan).submit(homeOxygenBundle({ name: 'pended', spo2: 89 }));
  const row = await firstRow(nurse);
  caseId = row.caseId;
  const summary = 'Saturation of 89 percent; swelling is not documented.';
  await send(nurse, row.version, { type: 'CompleteReview', outcome: 'refer', summary, itemSequences: [1] });
});
afterEach(() => app.close());

describe('the queue of physicians', () => {
  test('shows what was referred, with what speaks for and against it and whether the reader may decide it', async () => {
    const { rows, forecast } = await queue();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ row: { caseId }, reason: expect.stringContaining('89'), mine: { may: true } });
    expect(rows[0]?.points.length).toBeGreaterThan(2);
    expect(forecast.waiting).toBe(1);
  });

  test('is closed to those who neither decide nor answer for it', async () => {
    expect((await nurse.get('/api/physician/queue')).status).toBe(403);
  });

  test('is written into the log of reads', async () => {
    await queue();
    const brief = (await physician.get(`/api/cases/${caseId}/brief`)).body as BriefView;
    expect(brief.brief.items).toHaveLength(1);
    const reads = await world.store.readLog.ofCase({ tenantId: plan.tenantId }, caseId, 9);
    expect(reads.map((r) => r.what)).toContain('case');
  });
});

describe('the brief', () => {
  test('holds the criteria with their evidence, the referral and who might decide', async () => {
    const { brief, ranked } = (await physician.get(`/api/cases/${caseId}/brief`)).body as BriefView;
    const [criteria] = brief.items[0]?.criteria ?? [];
    expect(criteria?.unknown.length).toBeGreaterThan(0);
    expect([...(criteria?.supports ?? []), ...(criteria?.opposes ?? [])].some((p) => p.evidence.length > 0)).toBe(true);
    expect(brief.clock?.dueAt).toBeDefined();
    expect(ranked.map((m) => m.may)).toEqual([true, true]);
  });

  test('is not shown to a physician with a declared conflict, who may not take the case either', async () => {
    expect((await physician.post('/api/physician/files/me/conflicts', clinic)).status).toBe(200);
    const refused = await physician.get(`/api/cases/${caseId}/brief`);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([403, 'conflictDeclared']);
    expect((await queue()).rows[0]?.mine?.may).toBe(false);
    const { version } = await firstRow(nurse);
    const taken = await send(physician, version, { type: 'AssignPhysician', because: 'taken' });
    expect((taken.body as { code: string }).code).toBe('physicianBarred');
  });

  test('of a case that is not there is not found', async () => {
    expect((await physician.get('/api/cases/00000000-0000-4000-8000-000000000000/brief')).status).toBe(404);
  });
});

describe('what a physician says of their own work', () => {
  const file = async (who: Caller, id = 'me') =>
    (await who.get(`/api/physician/files/${id}`)).body as PhysicianFileView;

  test('is kept, ended and cancelled, and never lost', async () => {
    await physician.post('/api/physician/files/me/conflicts', { ...clinic, identifier: '1770000031', note: ' ' });
    const from = world.casework.environment.now();
    const until = addElapsed(from, { hours: 48 });
    await physician.post('/api/physician/files/me/absences', { from, until });
    const days = [{ weekday: 1, from: '08:00', to: '12:00' }];
    await physician.post('/api/physician/files/me/availability', { days, capacity: 6 });
    const before = await file(physician);
    expect(before).toMatchObject({ availability: { capacity: 6, hours: { days, zone: plan.zone } } });
    expect(before.conflicts[0]).not.toHaveProperty('note');
    await physician.post(`/api/physician/files/me/conflicts/${before.conflicts[0]?.conflictId}/end`, {});
    await physician.post(`/api/physician/files/me/absences/${before.absences[0]?.absenceId}/cancel`, {});
    const after = await file(physician);
    expect([after.conflicts[0]?.endedAt, after.absences[0]?.cancelledAt]).toEqual([from, from]);
  });

  test.each([
    ['conflicts', { ...clinic, identifier: '12' }, 'an NPI has ten digits'],
    ['absences', { from: '2026-11-20T17:00:00Z', until: '2026-11-20T16:30:00Z' }, 'must end after it begins'],
    ['absences', { from: '2026-11-01T17:00:00Z', until: '2026-11-02T16:30:00Z' }, 'has ended already'],
    ['availability', { days: [{ weekday: 1, from: '12:00', to: '08:00' }] }, 'hours must end after they begin'],
    ['availability', { zone: 'Mars/Olympus' }, 'not the name of a time zone'],
  ])('is refused with the field and the rule: %s %o', async (what, body, text) => {
    const answer = await physician.post(`/api/physician/files/me/${what}`, body);
    expect(answer.status).toBe(422);
    expect((answer.body as { message: string }).message).toContain(text);
  });

  test('is changed by the director as well, and by no other physician', async () => {
    const found = await world.store.identity.userForSignIn('medicalDirector@plan.example');
    const id = found?.user.userId ?? '';
    expect((await director.post(`/api/physician/files/${id}/availability`, { capacity: 3 })).status).toBe(200);
    const second = await as('secondPhysician@plan.example');
    expect((await second.get(`/api/physician/files/${id}`)).status).toBe(403);
    expect((await file(director, id)).availability?.capacity).toBe(3);
    const { people } = (await director.get('/api/physician/people')).body as PhysicianPeopleView;
    expect(people.find((p) => p.userId === id)).toMatchObject({ capacityPoints: 3, load: 0 });
  });

  test('of somebody who is not at the review desk is not found; a nurse says when they are away too', async () => {
    const file = async (role: string) =>
      callerOf(app, await world.sessionOf(`${role}@plan.example`)).get('/api/physician/files/me');
    expect((await file('qualityManager')).status).toBe(404);
    expect((await file('clinicalReviewer')).status).toBe(200);
  });
});
