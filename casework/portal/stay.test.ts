import { isRefusal } from '@openum/domain/case/refusal.ts';
import { coordinator, nurse, person } from '@openum/testkit/case/actors.ts';
import { aPlan, type Plan, tenant } from '@openum/testkit/case/plan.ts';
import { beforeEach, expect, test } from 'vitest';
import { receiveAdmission } from '../admission/admit.ts';
import type { Tenant } from '../port/identity.ts';
import { actOnOwn, type OwnAct } from './act.ts';
import type { AtPortal } from './portal.ts';
import { readOwn } from './view.ts';

const practice: Tenant = { ...tenant, tenantId: 'practice', name: 'Peoria Hospital', kind: 'practice' };
let plan: Plan;
let caseId: string;
const at = (
  npis: readonly string[] = ['1770000031'],
  roles: Parameters<typeof person>[1] = ['utilizationReviewStaff'],
): AtPortal => ({
  casework: plan.casework,
  access: { plan: tenant, npis },
  practice,
  actor: person('ur', roles),
  now: plan.environment.now(),
});
const wish = (change: Partial<Extract<OwnAct, { type: 'RequestContinuedStay' }>> = {}): OwnAct => ({
  type: 'RequestContinuedStay',
  days: 2,
  levelOfCare: 'medicalSurgical',
  clinicalUpdate: 'Still on four litres of oxygen.',
  ...change,
});

beforeEach(async () => {
  plan = await aPlan();
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
});

test('the facility asks for more days of its own stay, at once and expedited, in its own name', async () => {
  expect((await actOnOwn(at(), caseId, 'c1', wish())).kind).toBe('done');
  expect((await plan.state(caseId)).stay?.continued).toMatchObject([
    {
      channel: 'portal',
      urgency: 'expedited',
      requestedBy: 'Person ur, Peoria Hospital',
      receivedAt: plan.environment.now(),
    },
  ]);
  const view = await readOwn(at(), caseId);
  expect(view?.items).toHaveLength(2);
  expect(view?.stay).toMatchObject({ nextDay: '2026-11-28', approvedDays: 0 });
});

test('the same wish sent twice is one wish', async () => {
  await actOnOwn(at(), caseId, 'c1', wish());
  await actOnOwn(at(), caseId, 'c1', wish());
  expect((await plan.state(caseId)).stay?.continued).toHaveLength(1);
});

test('a stay of another practice does not exist, and a biller asks for no days', async () => {
  expect(await actOnOwn(at(['1999999999']), caseId, 'c1', wish())).toMatchObject({ refusal: { code: 'caseNotFound' } });
  expect(await actOnOwn(at(undefined, ['biller']), caseId, 'c1', wish())).toMatchObject({
    refusal: { code: 'roleMissing' },
  });
});

test('an update is kept with who gave it; after the discharge the page says why no days can be asked for', async () => {
  await actOnOwn(at(), caseId, 'c1', { type: 'RecordClinicalUpdate', summary: 'Off oxygen.' });
  expect((await plan.state(caseId)).stay?.updates).toMatchObject([
    { from: 'Person ur, Peoria Hospital', channel: 'portal' },
  ]);
  expect((await readOwn(at(), caseId))?.stay).not.toHaveProperty('closed');
  plan.environment.pass({ hours: 5 });
  await plan.act(nurse, caseId, {
    type: 'RecordDischarge',
    dischargedAt: '2026-11-23T13:00:00-06:00',
    disposition: 'home',
  });
  expect((await readOwn(at(), caseId))?.stay?.closed).toContain('retrospective review');
  expect(await actOnOwn(at(), caseId, 'c2', wish())).toMatchObject({ refusal: { code: 'stayEnded' } });
});
