import { receiveAdmission } from '@openum/casework/admission/admit.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import { coordinator, nurse } from '@openum/testkit/case/actors.ts';
import { alarmPolicy as policy } from '@openum/testkit/case/clock.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, expect, test } from 'vitest';
import { sweepReviews } from './overdue.ts';

let plan: Plan;
let caseId: string;
const failures: unknown[] = [];

const sweep = () =>
  sweepReviews({ casework: plan.casework, notifications: plan.store.notifications, policy }, (_, e) =>
    failures.push(e),
  );
const told = async (userId: string) =>
  (await plan.store.notifications.ofUser(scope, userId, 50)).rows.map((n) => [n.stepId.split('.')[0], n.late]);

/** Admitted in the night to Monday, the first three days approved on that morning: through Wednesday. */
beforeEach(async () => {
  plan = await aPlan();
  failures.length = 0;
  const received = await receiveAdmission(plan.as(coordinator), {
    submissionId: 'notice-1',
    memberId: 'member-1',
    facilityNpi: '1770000031',
    admittedAt: '2026-11-23T01:30:00-06:00',
    admissionSource: 'emergency',
    levelOfCare: 'medicalSurgical',
    requestedDays: 3,
    diagnoses: ['J96.01'],
    documents: [],
  });
  if (isRefusal(received) || received.kind !== 'received') throw new Error('given: it was received');
  caseId = received.caseId;
  await plan.act(nurse, caseId, { type: 'Claim' });
  const service = (await plan.state(caseId)).items[0]?.service ?? { system: '', code: '' };
  await plan.act(nurse, caseId, {
    type: 'CompleteReview',
    outcome: 'approve',
    summary: 'Oxygen need.',
    items: [
      {
        itemSequence: 1,
        authorized: {
          service,
          quantity: { value: 3, unit: 'day' },
          period: { start: '2026-11-23', end: '2026-11-25' },
        },
      },
    ],
  });
});

test('a next review that nobody has begun by its moment rings at the owner and at the lead, once', async () => {
  expect(await sweep()).toBe(0);
  plan.environment.pass({ hours: 72 });
  expect(await sweep()).toBe(1);
  expect(await told(nurse.userId)).toEqual([['reviewOverdue', true]]);
  expect(await told(coordinator.userId)).toEqual([['reviewOverdue', true]]);
  expect(await sweep()).toBe(0);
  expect(failures).toEqual([]);
});

test('a stay with days that wait for a decision is left to its clocks', async () => {
  await plan.act(nurse, caseId, {
    type: 'RequestContinuedStay',
    days: 2,
    levelOfCare: 'medicalSurgical',
    clinicalUpdate: 'Still on four litres of oxygen.',
    receivedAt: plan.environment.now(),
    channel: 'phone',
    urgency: 'expedited',
    requestedBy: 'UR of the hospital',
  });
  plan.environment.pass({ hours: 72 });
  expect(await sweep()).toBe(0);
});

test('a stay that ended rings no more', async () => {
  plan.environment.pass({ hours: 24 });
  await plan.act(nurse, caseId, {
    type: 'RecordDischarge',
    dischargedAt: plan.environment.now(),
    disposition: 'home',
  });
  plan.environment.pass({ hours: 72 });
  expect(await sweep()).toBe(0);
});
