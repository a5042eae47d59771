import { isRefusal } from '@openum/domain/case/refusal.ts';
import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import { coordinator, nurse, person } from '@openum/testkit/case/actors.ts';
import { aPlan, type Plan, rosalind, scope, tenant } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { receiveAdmission } from '../admission/admit.ts';
import { demandOf } from '../peerToPeer/basis.ts';
import { verifyCase } from '../verify/verify.ts';
import type { StayAct } from './act.ts';
import { readCensus } from './census.ts';
import { readStay } from './view.ts';

const concurrentNurse = person('concurrent', ['concurrentReviewNurse']);
let plan: Plan;
let caseId: string;

/** Monday 23 November 2026, 09:00 in Chicago; admitted that night. */
const admitted = async (lineOfBusiness: LineOfBusiness = 'medicareAdvantage', stateOfIssue = 'IL', days = 3) => {
  plan = await aPlan();
  const coverage = { ...rosalind.coverage, lineOfBusiness, stateOfIssue };
  await plan.store.register.saveMembers(scope, [{ ...rosalind, coverage }]);
  const received = await receiveAdmission(plan.as(coordinator), {
    submissionId: 'notice-1',
    memberId: 'member-1',
    facilityNpi: '1770000031',
    admittedAt: '2026-11-23T01:30:00-06:00',
    admissionSource: 'emergency',
    levelOfCare: 'medicalSurgical',
    requestedDays: days,
    diagnoses: ['J96.01'],
    documents: [],
  });
  if (isRefusal(received) || received.kind !== 'received') throw new Error('given: it was received');
  caseId = received.caseId;
};
const approve = async (itemSequence: number, start: string, end: string, days: number) => {
  const state = await plan.state(caseId);
  const item = state.items.find((i) => i.sequence === itemSequence);
  if (!item) throw new Error('given: there is such an item');
  return plan.act(nurse, caseId, {
    type: 'CompleteReview',
    outcome: 'approve',
    summary: 'Oxygen need and intravenous antibiotics.',
    items: [
      {
        itemSequence,
        authorized: { service: item.service, quantity: { value: days, unit: 'day' }, period: { start, end } },
      },
    ],
  });
};
const more = (change: Partial<Extract<StayAct, { type: 'RequestContinuedStay' }>> = {}): StayAct => ({
  type: 'RequestContinuedStay',
  days: 2,
  levelOfCare: 'medicalSurgical',
  clinicalUpdate: 'Still on four litres of oxygen.',
  receivedAt: '2026-11-23T09:00:00-06:00',
  channel: 'phone',
  urgency: 'expedited',
  requestedBy: 'UR of the hospital',
  ...change,
});
const view = async () => {
  const reading = readStay(await plan.state(caseId), plan.casework.knowledge, plan.environment.now());
  if (!reading) throw new Error('given: there is a stay');
  return reading;
};
const census = () => readCensus(plan.casework, tenant, { presence: 'in' }, undefined, 50);

beforeEach(() => admitted());

describe('a wish for more days', () => {
  test('becomes a line of its own from the day after the last, with clocks that wait for it alone', async () => {
    await approve(1, '2026-11-23', '2026-11-25', 3);
    expect((await plan.act(nurse, caseId, more())).kind).toBe('done');
    const state = await plan.state(caseId);
    expect(state.items[1]).toMatchObject({
      sequence: 2,
      service: { code: '0121' },
      quantity: { value: 2, unit: 'day' },
      period: { start: '2026-11-26', end: '2026-11-27' },
      reviewType: 'concurrent',
      levelOfCare: 'medicalSurgical',
    });
    expect(state.clocks.filter((k) => k.itemSequences).map((k) => [k.ruleId, k.itemSequences])).toEqual([
      ['MA-CONC-INPATIENT', [2]],
    ]);
    expect(await verifyCase(plan.casework, scope, caseId)).toEqual([]);
  });

  test('asked a day before the end of the approved days has the 24-hour clock, asked later that of an urgent request', async () => {
    for (const [receivedAt, rules] of [
      ['2026-11-24T17:00:00-06:00', ['ERISA-CONC-URG-EXTEND', 'PA-CONC-URG']],
      ['2026-11-25T09:00:00-06:00', ['ERISA-PRE-URG', 'PA-PRE-URG']],
    ] as const) {
      await admitted('commercialInsured', 'PA');
      await approve(1, '2026-11-23', '2026-11-25', 3);
      plan.environment.pass({ hours: 48 });
      await plan.act(nurse, caseId, more({ receivedAt }));
      const state = await plan.state(caseId);
      expect(state.stay?.continued[0]?.askedBeforeEnd).toBe(rules[0] === 'ERISA-CONC-URG-EXTEND');
      expect(state.clocks.filter((k) => k.itemSequences).map((k) => k.ruleId)).toEqual(rules);
    }
  });

  test('at another level is asked as the service of that level', async () => {
    await approve(1, '2026-11-23', '2026-11-25', 3);
    await plan.act(nurse, caseId, more({ levelOfCare: 'stepDown' }));
    expect((await plan.state(caseId)).items[1]?.service.code).toBe('0206');
  });

  test('a change of its urgency starts its own clocks anew, and no other', async () => {
    await admitted('commercialInsured', 'PA');
    await approve(1, '2026-11-23', '2026-11-25', 3);
    await plan.act(nurse, caseId, more({ urgency: 'standard' }));
    const before = (await plan.state(caseId)).clocks.filter((k) => k.itemSequences === undefined);
    plan.environment.pass({ hours: 2 });
    await plan.act(nurse, caseId, {
      type: 'SetUrgency',
      urgency: 'expedited',
      basis: 'Worse since noon.',
      attested: true,
    });
    const state = await plan.state(caseId);
    expect(state.clocks.filter((k) => k.itemSequences === undefined)).toEqual(before);
    const own = state.clocks.filter((k) => k.itemSequences);
    expect(own.map((k) => [k.startEvent, k.startedAt])).toEqual(
      own.map(() => ['expediteRequested', '2026-11-23T17:00:00.000Z']),
    );
    expect(own.length).toBeGreaterThan(0);
  });

  test.each<readonly [string, StayAct]>([
    ['levelOfCare', more({ levelOfCare: 'penthouse' })],
    ['receivedAt', more({ receivedAt: 'yesterday' })],
    ['from', more({ from: '2026-11-20' })],
    ['to', { type: 'ChangeLevelOfCare', to: 'penthouse', effectiveAt: '2026-11-23T08:00:00-06:00', reason: 'x' }],
    [
      'facilityNpi',
      { type: 'BeginStay', facilityNpi: '1999999999', admittedAt: '2026-11-23T08:00:00Z', levelOfCare: 'stepDown' },
    ],
    ['dischargedAt', { type: 'RecordDischarge', dischargedAt: 'noon', disposition: 'home' }],
  ])('or another act with a wrong %s is refused by the name of the field', async (field, act) => {
    expect(await plan.act(nurse, caseId, act)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'fieldInvalid', facts: { field } },
    });
  });
});

describe('the census', () => {
  test('shows the next review as soon as the days are approved, and its task stands', async () => {
    expect((await census()).rows).toMatchObject([{ stay: { review: 'pending' }, levelLabel: 'Medical or surgical' }]);
    await approve(1, '2026-11-23', '2026-11-25', 3);
    const reading = await census();
    expect(reading.rows).toMatchObject([
      {
        stay: { review: 'due', reviewDueAt: '2026-11-24T23:00:00.000Z', approvedDays: 3, updateAwaited: true },
        deliveredDays: 1,
        usedDays: 1,
      },
    ]);
    expect(reading.counts).toMatchObject({ in: 1, overdue: 0 });
    const rows = await plan.store.cases.rows(scope, caseId);
    expect(rows?.tasks.map((t) => t.stepId)).toEqual(expect.arrayContaining(['continuedStayReview', 'clinicalUpdate']));
  });

  test('counts days of care without an authorization, and the review that is overdue', async () => {
    await approve(1, '2026-11-23', '2026-11-25', 3);
    plan.environment.pass({ hours: 4 * 24 });
    const { rows, counts } = await census();
    expect(rows[0]).toMatchObject({ deliveredDays: 5, usedDays: 3 });
    expect(counts.overdue).toBe(1);
    expect((await view()).count).toMatchObject({ delivered: 5, used: 3, unfunded: 2 });
  });

  test('leaves the stay once the member is discharged and nothing is open', async () => {
    await approve(1, '2026-11-23', '2026-11-25', 3);
    plan.environment.pass({ hours: 5 });
    await plan.act(concurrentNurse, caseId, {
      type: 'RecordDischarge',
      dischargedAt: '2026-11-23T13:00:00-06:00',
      disposition: 'home',
    });
    expect((await census()).rows).toEqual([]);
    expect((await view()).review).toMatchObject({ kind: 'discharged' });
    expect(await verifyCase(plan.casework, scope, caseId)).toEqual([]);
  });
});

test('what is told of a stay: each wish with its stage, who asked, and what became of it', async () => {
  await approve(1, '2026-11-23', '2026-11-25', 3);
  await plan.act(nurse, caseId, more());
  expect((await view()).lines).toMatchObject([
    {
      itemSequence: 1,
      stage: 'concurrent',
      status: 'approved',
      covered: { from: '2026-11-23', through: '2026-11-25' },
    },
    { itemSequence: 2, status: 'pended', requestedBy: 'UR of the hospital', askedBeforeEnd: true },
  ]);
  expect((await view()).nextDay).toBe('2026-11-28');
});

test('a stay approved ahead is under concurrent rules once more days of it are asked for', async () => {
  await approve(1, '2026-11-23', '2026-11-25', 3);
  await plan.act(nurse, caseId, more());
  const state = await plan.state(caseId);
  const ahead = { ...state, request: { ...state.request, reviewType: 'prospective' as const } };
  expect(demandOf(ahead, plan.casework.knowledge, plan.environment.now()).offers.map((o) => o.ruleId)).toContain(
    'MA-INPATIENT-INTENT',
  );
});
