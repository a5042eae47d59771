import type { Physicians } from '@openum/casework/port/physicians.ts';
import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { addElapsed, instant } from '@openum/domain/time/instant.ts';
import { licence, nurse, otherPhysician, person, physician } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope, tenant } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { sweepPhysicians, watchCase } from './watch.ts';

let plan: Plan;
let caseId: string;
const failures: unknown[] = [];

const hire = ({ userId, name, roles, qualification }: PersonActor) =>
  plan.store.identity.createUser(
    {
      userId,
      tenantId: tenant.tenantId,
      email: `${userId}@plan.example`,
      name,
      roles,
      active: true,
      ...(qualification ? { qualification } : {}),
    },
    'hash',
  );
const watch = () => ({ casework: plan.casework, notifications: plan.store.notifications });
const sweep = () => sweepPhysicians(watch(), new Set(), (_, e) => failures.push(e));
const owner = async () => (await plan.state(caseId)).assignee?.userId;
const told = async (userId: string) =>
  (await plan.store.notifications.ofUser(scope, userId, 9)).rows.map((n) => n.stepId.replace(/\.\d+$/, ''));
const away = (userId: string, hours: number) =>
  plan.store.physicians.recordAbsence(scope, userId, {
    absenceId: `away-${userId}`,
    from: plan.environment.now(),
    until: addElapsed(plan.environment.now(), { hours }),
    recordedAt: plan.environment.now(),
    recordedBy: 'Ana',
  });
const conflict: Parameters<Physicians['declareConflict']>[2] = {
  conflictId: 'k1',
  kind: 'practice',
  identifier: '1770000031',
  name: 'Peoria Lung Clinic',
  declaredAt: instant('2026-11-23T15:00:00Z'),
  declaredBy: 'Ana',
};
const opens = (actor: PersonActor) =>
  plan.store.readLog.record(scope, {
    readId: `read-${actor.userId}`,
    caseId,
    userId: actor.userId,
    purpose: 'utilizationReview',
    what: 'case',
    at: plan.environment.now(),
  });
const director = person('director', ['umDirector']);

beforeEach(async () => {
  plan = await aPlan();
  failures.length = 0;
  await hire(otherPhysician);
  await hire(director);
  const received = await plan.receive(oxygenArrival({ facts: noSaturation, receivedAt: plan.environment.now() }, 'a'));
  caseId = received.caseId;
  const referral = { type: 'CompleteReview', outcome: 'refer', summary: 'No saturation.', itemSequences: [1] } as const;
  await plan.act(nurse, caseId, referral);
});

describe('a referred case', () => {
  test('leaves the work of finding a physician in the outbox', async () => {
    const entries = await plan.store.outbox.take(plan.environment.now(), 9, 60);
    expect(entries.map((e) => e.topic)).toContain('physician.due');
  });

  test('goes to a physician who is told of it, once', async () => {
    expect(await watchCase(watch(), scope, caseId)).toBe(true);
    expect(await watchCase(watch(), scope, caseId)).toBe(false);
    const id = (await owner()) ?? '';
    expect([physician.userId, otherPhysician.userId]).toContain(id);
    expect(await told(id)).toEqual(['physicianAssigned']);
    expect(await told(director.userId)).toEqual([]);
  });

  test('passes by a physician who declared a conflict with the clinic', async () => {
    await plan.store.physicians.declareConflict(scope, physician.userId, conflict);
    await sweep();
    expect(await owner()).toBe(otherPhysician.userId);
  });

  test('goes to the next, before the deadline is in danger, when it is not opened; and both and the director are told', async () => {
    await sweep();
    const first = (await owner()) ?? '';
    plan.environment.pass({ hours: 24 * 3 });
    expect(await sweep()).toBe(0);
    plan.environment.pass({ hours: 24 });
    expect(await sweep()).toBe(1);
    const second = (await owner()) ?? '';
    expect(second).not.toBe(first);
    for (const userId of [first, second, director.userId]) expect(await told(userId)).toContain('physicianChanged');
    expect(failures).toEqual([]);
  });

  test('stays with a physician who has opened it', async () => {
    await sweep();
    const first = (await owner()) === physician.userId ? physician : otherPhysician;
    await opens(first);
    plan.environment.pass({ hours: 24 * 6 });
    expect(await sweep()).toBe(0);
  });

  test('leaves a physician who goes away, opened or not', async () => {
    await sweep();
    const first = (await owner()) ?? '';
    await away(first, 24 * 30);
    expect(await sweep()).toBe(1);
    expect(await owner()).not.toBe(first);
  });

  test('is never given to nobody in silence: the director is told once why, and it is given as soon as somebody may have it', async () => {
    await away(physician.userId, 24);
    await away(otherPhysician.userId, 24);
    expect([await sweep(), await sweep()]).toEqual([1, 0]);
    expect(await owner()).toBeUndefined();
    expect(await told(director.userId)).toEqual(['physicianMissing']);
    const rows = await plan.store.cases.rows(scope, caseId);
    expect(rows?.tasks.map((t) => t.stepId)).toContain('physicianMissing');
    plan.environment.pass({ hours: 24 });
    expect(await sweep()).toBe(1);
    expect(await owner()).toBeDefined();
    const after = await plan.store.cases.rows(scope, caseId);
    expect(after?.tasks.map((t) => t.stepId)).not.toContain('physicianMissing');
  });

  test('is handed over with a reason, to somebody who may decide it and to nobody else', async () => {
    await sweep();
    const newcomer = person('newcomer', ['medicalDirector'], {
      profession: 'physician',
      licences: [licence({ status: 'inactive' })],
      specialties: [],
      boardCertified: false,
    });
    await hire(newcomer);
    const handOver = (toUserId: string, reason?: string) =>
      plan.act(physician, caseId, { type: 'AssignPhysician', because: 'handOver', toUserId, reason });
    const target = (await owner()) === physician.userId ? otherPhysician : physician;
    expect(await handOver(target.userId)).toMatchObject({ refusal: { code: 'fieldMissing' } });
    expect(await handOver(newcomer.userId, 'Leave')).toMatchObject({ kind: 'refused' });
    expect(await handOver(target.userId, 'She knows the field.')).toMatchObject({ kind: 'done' });
    expect(await owner()).toBe(target.userId);
  });

  test('is decided by nobody who declared a conflict, even with the case in hand', async () => {
    await plan.act(physician, caseId, { type: 'Claim' });
    await plan.store.physicians.declareConflict(scope, physician.userId, conflict);
    const [line] = (await plan.state(caseId)).items;
    const decided = await plan.decide(caseId, [
      {
        outcome: 'approved',
        itemSequence: 1,
        authorized: { service: line?.service ?? { system: '', code: '' }, period: { start: '2026-12-01' } },
      },
    ]);
    expect(decided).toMatchObject({ kind: 'refused', refusal: { code: 'conflictDeclared' } });
  });
});
