import { isRefusal } from '@openum/domain/case/refusal.ts';
import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import { coordinator } from '@openum/testkit/case/actors.ts';
import { aPlan, type Plan, rosalind, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type AdmissionForm, receiveAdmission } from './admit.ts';
import { readAdmission } from './reading.ts';

let plan: Plan;
beforeEach(async () => {
  plan = await aPlan();
});

/** The tests' clock stands at 15:00 UTC on Monday 23 November 2026, 09:00 in Chicago. */
const form = (change: Partial<AdmissionForm> = {}): AdmissionForm => ({
  submissionId: 'notice-1',
  memberId: 'member-1',
  facilityNpi: '1770000031',
  admittedAt: '2026-11-23T01:30:00-06:00',
  admissionSource: 'emergency',
  levelOfCare: 'medicalSurgical',
  requestedDays: 3,
  diagnoses: ['J96.01'],
  documents: [],
  ...change,
});

const admit = async (change: Partial<AdmissionForm> = {}) => {
  const received = await receiveAdmission(plan.as(coordinator), form(change));
  if (isRefusal(received) || received.kind !== 'received')
    throw new Error(`it was not received: ${JSON.stringify(received)}`);
  return received.state;
};
const rulesOf = (clocks: readonly { ruleId: string }[]) => clocks.map((k) => k.ruleId);
const covered = (lineOfBusiness: LineOfBusiness, stateOfIssue = 'IL') =>
  plan.store.register.saveMembers(scope, [
    { ...rosalind, coverage: { ...rosalind.coverage, lineOfBusiness, stateOfIssue } },
  ]);

describe('an admission notice', () => {
  test('opens a concurrent review of the first days, expedited because the member is there', async () => {
    const { request, items } = await admit();
    expect(request).toMatchObject({
      channel: 'admissionNotice',
      reviewType: 'concurrent',
      urgency: 'expedited',
      setting: 'inpatient',
      stay: { levelOfCare: 'medicalSurgical', admittedAt: '2026-11-23T07:30:00.000Z', admissionSource: 'emergency' },
    });
    expect(items[0]).toMatchObject({
      service: { code: '0121' },
      quantity: { value: 3, unit: 'day' },
      period: { start: '2026-11-23', end: '2026-11-25' },
      reviewType: 'concurrent',
    });
    expect(items[0]).not.toHaveProperty('determination');
  });

  test('stays concurrent when it comes so late that the days it asks for have passed', async () => {
    const { request } = await admit({ admittedAt: '2026-11-18T10:00:00-06:00', requestedDays: 2 });
    expect(request.reviewType).toBe('concurrent');
  });

  test('that comes after the discharge is reviewed in retrospect, all days of the stay, by the claim clocks', async () => {
    const state = await admit({
      admittedAt: '2026-11-16T10:00:00-06:00',
      dischargedAt: '2026-11-20T12:00:00-06:00',
    });
    expect(state.request).toMatchObject({
      reviewType: 'retrospective',
      urgency: 'standard',
      retrospective: { reason: 'emergencyAdmission', serviceEndedOn: '2026-11-20' },
    });
    expect(state.items[0]).toMatchObject({
      quantity: { value: 4 },
      period: { start: '2026-11-16', end: '2026-11-19' },
      reviewType: 'retrospective',
    });
    expect(rulesOf(state.clocks)).toContain('MA-RETRO-OTHER');
  });

  test('sent twice makes one case', async () => {
    await admit();
    expect(await receiveAdmission(plan.as(coordinator), form())).toMatchObject({ kind: 'repeated' });
    expect(await receiveAdmission(plan.as(coordinator), form({ requestedDays: 4 }))).toEqual({
      kind: 'identifierReused',
    });
  });

  test.each<readonly [string, Partial<AdmissionForm>]>([
    ['memberId', { memberId: 'nobody' }],
    ['facilityNpi', { facilityNpi: '1999999999' }],
    ['attendingNpi', { attendingNpi: '1999999999' }],
    ['levelOfCare', { levelOfCare: 'penthouse' }],
    ['admittedAt', { admittedAt: '2026-11-23' }],
    ['admittedAt', { admittedAt: '2026-11-24T10:00:00-06:00' }],
    ['dischargedAt', { dischargedAt: '2026-11-22T10:00:00-06:00' }],
    ['deliveredAt', { delivery: { at: '2026-11-24T10:00:00-06:00', kind: 'vaginal' } }],
  ])('with a wrong %s is refused by the name of the field, and opens nothing', async (field, change) => {
    expect(await receiveAdmission(plan.as(coordinator), form(change))).toMatchObject({
      code: 'fieldInvalid',
      facts: { field },
    });
    expect(await plan.store.cases.caseIds(scope, undefined, 10)).toEqual([]);
  });
});

describe('post-stabilization care', () => {
  test('of Medicare Advantage is answered within the hour or paid for', async () => {
    const state = await admit({ postStabilizationRequestedAt: '2026-11-23T08:40:00-06:00' });
    const clock = state.clocks.find((k) => k.ruleId === 'MA-POSTSTAB');
    expect(clock).toMatchObject({ startEvent: 'postStabilizationRequested', startedAt: '2026-11-23T14:40:00.000Z' });
    expect(rulesOf((await admit({ submissionId: 'notice-2' })).clocks)).not.toContain('MA-POSTSTAB');
  });
});

describe('when the notice came', () => {
  const notice = async (change: Partial<AdmissionForm>) =>
    readAdmission(await admit(change), plan.casework.knowledge)?.notice;

  test('within 24 hours of an admission on a business day it is in time', async () => {
    expect(await notice({ admittedAt: '2026-11-23T01:30:00-06:00' })).toMatchObject({ lateBySeconds: 0 });
  });

  test('after an admission on a Saturday it is in time until five on Monday', async () => {
    expect(await notice({ admittedAt: '2026-11-21T03:00:00-06:00' })).toMatchObject({
      dueAt: '2026-11-23T23:00:00.000Z',
      lateBySeconds: 0,
    });
  });

  test('later than that is said by how much, and decides nothing', async () => {
    const state = await admit({ admittedAt: '2026-11-20T08:00:00-06:00' });
    expect(readAdmission(state, plan.casework.knowledge)?.notice).toMatchObject({ lateBySeconds: 2 * 86400 + 3600 });
    expect(state.items[0]?.determination).toBeUndefined();
  });
});

describe('the hours after a delivery', () => {
  const maternity = { levelOfCare: 'maternity', admittedAt: '2026-11-22T06:00:00-06:00', diagnoses: ['O80'] };
  const delivery = (kind: 'vaginal' | 'caesarean') => ({ at: '2026-11-22T10:00:00-06:00', kind });

  test('need no authorization under a group health plan: two days, four after a caesarean', async () => {
    await covered('commercialInsured');
    const [two] = (await admit({ ...maternity, requestedDays: 3, delivery: delivery('vaginal') })).items;
    expect(two?.determination).toMatchObject({ outcome: 'notRequired' });
    const [five] = (
      await admit({ ...maternity, submissionId: 'n2', requestedDays: 5, delivery: delivery('caesarean') })
    ).items;
    expect(five?.determination).toMatchObject({ outcome: 'notRequired' });
  });

  test('end; what is asked for beyond them is reviewed', async () => {
    await covered('commercialInsured');
    const [item] = (await admit({ ...maternity, requestedDays: 4, delivery: delivery('vaginal') })).items;
    expect(item?.determination).toBeUndefined();
  });
});
