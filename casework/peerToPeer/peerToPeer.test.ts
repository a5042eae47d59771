import { outcomeMissing, peerToPeerStatus } from '@openum/domain/peerToPeer/peerToPeer.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { coordinator, nurse, otherPhysician, physician } from '@openum/testkit/case/actors.ts';
import { denial } from '@openum/testkit/case/acts.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope, tenant } from '@openum/testkit/case/plan.ts';
import { aRequest, oxygenItem } from '@openum/testkit/case/request.ts';
import { beforeEach, expect, test } from 'vitest';
import type { Executed } from '../case/execute.ts';
import { readCase } from '../view/caseView.ts';
import { readBoard } from './board.ts';

let plan: Plan;
let caseId: string;

/** Oxygen during a stay in hospital: the rule of Medicare Advantage for inpatient care under way binds it. */
const inpatient = () => {
  const {
    channel: _c,
    receivedAt: _r,
    zone: _z,
    member: _m,
    coverage: _v,
    authorizationRequired: _a,
    items: _i,
    ...rest
  } = aRequest();
  const { isDrug: _d, ...item } = oxygenItem();
  return oxygenArrival({
    facts: noSaturation,
    request: { ...rest, setting: 'inpatient', reviewType: 'concurrent', items: [item] },
  });
};

beforeEach(async () => {
  plan = await aPlan();
  ({ caseId } = await plan.receive(inpatient()));
  await plan.store.identity.createUser(
    { ...otherPhysician, tenantId: tenant.tenantId, email: 'other@plan.example', active: true },
    'hash',
  );
  await plan.act(nurse, caseId, {
    type: 'CompleteReview',
    outcome: 'refer',
    summary: 'No saturation was sent.',
    itemSequences: [1],
  });
});

const soon = (hours: number) => {
  const startsAt = addElapsed(plan.environment.now(), { hours });
  return { startsAt, endsAt: addElapsed(startsAt, { minutes: 30 }) };
};
const intend = () =>
  plan.act(physician, caseId, { type: 'RecordIntentToDeny', itemSequences: [1], reason: 'No value was sent.' });
const offer = () =>
  plan.act(physician, caseId, {
    type: 'OfferPeerToPeer',
    itemSequences: [1],
    because: 'demanded',
    slots: [soon(3)],
    to: { name: 'Dr. Amara Osei', npi: '1770000056', phone: '' },
    how: 'phone',
  });
const theOffer = async () => {
  const [p] = (await plan.state(caseId)).peerToPeer;
  if (!p) throw new Error('given: nothing was offered');
  return p;
};
const deny = () => {
  const { alternatives: _a, authorized: _b, ...d } = denial();
  return plan.decide(caseId, [d]);
};
const code = (executed: Executed) => (executed.kind === 'refused' ? executed.refusal.code : executed.kind);
const tasks = async () => (await plan.store.cases.rows(scope, caseId))?.tasks ?? [];
const steps = async () => (await tasks()).map((t) => t.stepId).filter((s) => s.startsWith('peerToPeer'));

test('an inpatient denial goes by way of the intent, the offer and its end', async () => {
  expect(code(await deny())).toBe('intentToDenyMissing');
  expect(code(await offer())).toBe('intentToDenyMissing');
  await intend();
  expect(code(await deny())).toBe('peerToPeerOfferMissing');
  expect(code(await offer())).toBe('done');
  expect(code(await deny())).toBe('peerToPeerOpen');
  const { offerId } = await theOffer();
  await plan.act(coordinator, caseId, { type: 'DeclinePeerToPeer', offerId, declinedBy: 'Dr. Amara Osei' });
  expect(code(await deny())).toBe('done');
});

test('the rule, its window and who speaks for the plan are put in here, not by the caller', async () => {
  await intend();
  await offer();
  expect(await theOffer()).toMatchObject({
    rule: { ruleId: 'MA-INPATIENT-INTENT', citation: expect.stringContaining('CMS-4208-F') },
    window: { closesAt: addElapsed(plan.environment.now(), { hours: 24 }) },
    to: { name: 'Dr. Amara Osei', npi: '1770000056' },
    physician: { userId: physician.userId },
  });
  expect((await theOffer()).to).not.toHaveProperty('phone');
});

test('the page of the case says what the rule demands, and until when an offer would stand', async () => {
  const view = await readCase(plan.casework, scope, caseId, physician);
  expect(view?.peerToPeer).toMatchObject({
    demand: { offers: [{ ruleId: 'MA-INPATIENT-INTENT', intentFirst: true }] },
    next: { rule: { demand: 'beforeDenial' }, closesAt: addElapsed(plan.environment.now(), { hours: 24 }) },
  });
});

test('a talk that was held names the plan’s physician with the credentials of the account', async () => {
  await intend();
  await offer();
  const { offerId } = await theOffer();
  const held = await plan.act(physician, caseId, {
    type: 'RecordPeerToPeerHeld',
    offerId,
    clinicians: [{ name: 'Dr. Amara Osei', credentials: 'MD' }],
    notes: 'An exercise test will follow.',
    outcome: 'newInformation',
    effect: 'Decision waits for the test.',
  });
  expect(held.kind).toBe('done');
  expect((await theOffer()).held?.participants).toContainEqual({
    name: physician.name,
    side: 'plan',
    credentials: 'physician, internal medicine, IL 036.112233',
  });
});

test('an offer is a task until somebody writes down what became of it, late once its time has passed', async () => {
  await intend();
  expect(await steps()).toEqual([]);
  await offer();
  const { window, offerId } = await theOffer();
  expect(await tasks()).toContainEqual(
    expect.objectContaining({ stepId: 'peerToPeer', dueAt: window.closesAt, assigneeUserId: physician.userId }),
  );
  const slot = soon(3);
  await plan.act(coordinator, caseId, { type: 'SchedulePeerToPeer', offerId, slot });
  expect(await tasks()).toContainEqual(expect.objectContaining({ stepId: 'peerToPeer', dueAt: slot.endsAt }));

  plan.environment.pass({ hours: 40 });
  const [row] = (await readBoard(plan.casework, scope)).rows;
  if (!row) throw new Error('the board is empty');
  expect(peerToPeerStatus(row.offer, plan.environment.now(), row.deadlines)).toBe('scheduled');
  expect(outcomeMissing(row.offer, plan.environment.now(), row.deadlines)).toBe(true);
  expect(code(await deny())).toBe('peerToPeerOutcomeMissing');

  await plan.act(coordinator, caseId, {
    type: 'RecordPeerToPeerMissed',
    offerId,
    by: 'provider',
    reason: 'No answer.',
  });
  expect(await steps()).toEqual(['peerToPeerMissed']);
  expect((await readBoard(plan.casework, scope)).rows).toHaveLength(1);
  expect(code(await deny())).toBe('done');
  expect(await steps()).toEqual([]);
  expect((await readBoard(plan.casework, scope)).rows).toEqual([]);
});

test('a talk that the plan missed goes to a deputy, who is another physician', async () => {
  await intend();
  await offer();
  const { offerId } = await theOffer();
  await plan.act(coordinator, caseId, { type: 'SchedulePeerToPeer', offerId, slot: soon(3) });
  plan.environment.pass({ hours: 4 });
  await plan.act(nurse, caseId, { type: 'RecordPeerToPeerMissed', offerId, by: 'plan', reason: 'In surgery.' });
  expect(await steps()).toEqual(['peerToPeerDeputy']);
  const escalate = (toUserId: string) =>
    plan.act(physician, caseId, { type: 'EscalatePeerToPeer', offerId, toUserId, reason: 'In surgery.' });
  expect(code(await escalate(nurse.userId))).toBe('fieldInvalid');
  expect(code(await escalate(physician.userId))).toBe('alreadyAssigned');
  expect(code(await escalate(otherPhysician.userId))).toBe('done');
  expect(await tasks()).toContainEqual(
    expect.objectContaining({ stepId: 'peerToPeer', assigneeUserId: otherPhysician.userId }),
  );
});

test('the board shows another tenant nothing', async () => {
  await intend();
  await offer();
  expect((await readBoard(plan.casework, { tenantId: 'other' })).rows).toEqual([]);
});
