import { isRefusal } from '@openum/domain/case/refusal.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { coordinator, nurse, physician } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { linksOf, revokeLink } from '../guestLink/desk.ts';
import { secondFactorTries } from '../guestLink/enter.ts';
import { readBoard } from './board.ts';
import { answerAsGuest, enterGuest, type GuestAnswer, greetGuest } from './guest.ts';
import { makeTalkLink } from './guestLink.ts';

const hash = 'a'.repeat(64);
const right = { npi: '1770000056', birthDate: '1951-03-09' };
const wrong = { ...right, npi: '1770000064' };

let plan: Plan;
let caseId: string;
let offerId: string;

const slot = (hours: number) => {
  const startsAt = addElapsed(plan.environment.now(), { hours });
  return { startsAt, endsAt: addElapsed(startsAt, { minutes: 30 }) };
};
const offer = async (npi?: string) => {
  await plan.act(nurse, caseId, {
    type: 'OfferPeerToPeer',
    itemSequences: [1],
    because: 'informationMissing',
    slots: [slot(3), slot(24)],
    to: { name: 'Dr. Amara Osei', npi, phone: '309-555-0140' },
    how: 'portal',
  });
  offerId = (await plan.state(caseId)).peerToPeer.at(-1)?.offerId ?? '';
};
beforeEach(async () => {
  plan = await aPlan();
  ({ caseId } = await plan.receive(oxygenArrival({ facts: noSaturation })));
  await offer(right.npi);
});

const made = (linkHash = hash) => makeTalkLink(plan.as(nurse), caseId, offerId, linkHash);
const enter = (factor = right) => enterGuest(plan.casework, hash, factor);
const answer = (a: GuestAnswer) => answerAsGuest(plan.casework, hash, right, a);
const theOffer = async () => (await plan.state(caseId)).peerToPeer.at(-1);

describe('a link', () => {
  test('is made for an open offer to a clinician with an NPI, and ends with the window', async () => {
    expect(await made()).toEqual({ expiresAt: (await theOffer())?.window.closesAt });
    expect(await linksOf(plan.as(nurse), caseId)).toMatchObject([
      { about: 'peerToPeer', subjectId: offerId, createdBy: nurse.name },
    ]);
    expect(JSON.stringify(await linksOf(plan.as(nurse), caseId))).not.toContain(hash);
  });

  test('is not made without an NPI, for another offer, or by somebody who may offer no talk', async () => {
    expect(await makeTalkLink(plan.as(nurse), caseId, 'other', hash)).toMatchObject({ code: 'peerToPeerUnknown' });
    const biller = { ...nurse, roles: ['biller'] as const };
    expect(await makeTalkLink(plan.as(biller), caseId, offerId, hash)).toMatchObject({ code: 'roleMissing' });
    await plan.act(coordinator, caseId, { type: 'DeclinePeerToPeer', offerId, declinedBy: 'x' });
    expect(await made()).toMatchObject({ code: 'peerToPeerUnknown' });
    await offer();
    expect(await made()).toMatchObject({ code: 'fieldInvalid', facts: { field: 'npi' } });
  });

  test('leads nowhere before it is made, after it is revoked, and once the window has closed', async () => {
    expect(await enter()).toEqual({ kind: 'gone' });
    await made();
    expect((await enter()).kind).toBe('in');
    await revokeLink(plan.as(nurse), caseId, { about: 'peerToPeer', subjectId: offerId });
    expect(await enter()).toEqual({ kind: 'gone' });
    await made('b'.repeat(64));
    plan.environment.pass({ hours: 100 });
    expect(await enterGuest(plan.casework, 'b'.repeat(64), right)).toEqual({ kind: 'gone' });
    expect(await greetGuest(plan.casework, 'b'.repeat(64))).toBeUndefined();
  });

  test('made anew ends the earlier one', async () => {
    await made();
    await made('b'.repeat(64));
    expect(await enter()).toEqual({ kind: 'gone' });
  });
});

describe('the second factor', () => {
  test('before it, there is nothing but the plan and two initials', async () => {
    await made();
    const greeting = await greetGuest(plan.casework, hash);
    expect(greeting).toMatchObject({ initials: 'R. A.', locked: false });
    expect(JSON.stringify(greeting)).not.toMatch(/Rosalind|Akerman|E1390|1951/u);
  });

  test('asks for both, the NPI and the date of birth', async () => {
    await made();
    expect(await enter(wrong)).toEqual({ kind: 'wrong', triesLeft: secondFactorTries - 1 });
    expect(await enter({ ...right, birthDate: '1951-03-10' })).toEqual({
      kind: 'wrong',
      triesLeft: secondFactorTries - 2,
    });
    expect(await enter()).toMatchObject({
      kind: 'in',
      view: { member: 'Rosalind Akerman', services: [expect.stringMatching(/^E1390 /u)], status: 'offered' },
    });
  });

  test('wrong too often locks the link, for the right one too, and the desk sees it', async () => {
    await made();
    for (let n = 0; n < secondFactorTries; n++) expect((await enter(wrong)).kind).toBe('wrong');
    expect(await enter()).toEqual({ kind: 'locked' });
    expect(await answer({ kind: 'decline' })).toEqual({ kind: 'locked' });
    expect(await greetGuest(plan.casework, hash)).toMatchObject({ locked: true });
    expect(await linksOf(plan.as(nurse), caseId)).toMatchObject([{ lockedAt: plan.environment.now() }]);
    expect((await theOffer())?.declined).toBeUndefined();
    expect((await readBoard(plan.casework, scope)).rows).toMatchObject([{ linkLocked: true }]);
    await made('b'.repeat(64));
    expect((await readBoard(plan.casework, scope)).rows).toMatchObject([{ linkLocked: false }]);
  });

  test('each look is written down', async () => {
    await made();
    await greetGuest(plan.casework, hash);
    await enter(wrong);
    await enter();
    const reads = await plan.store.readLog.ofCase(scope, caseId, 9);
    expect(reads.map((r) => [r.clientId, r.resourceId])).toEqual(
      expect.arrayContaining([
        ['guest without second factor', offerId],
        [`guest ${right.npi}`, offerId],
      ]),
    );
    expect(reads.filter((r) => r.clientId?.startsWith('guest'))).toHaveLength(2);
  });
});

describe('the clinician', () => {
  beforeEach(async () => {
    await made();
  });

  test('takes a time that was offered, with a number to call', async () => {
    const taken = await answer({ kind: 'choose', slot: slot(3), callBack: '309-555-0199', message: 'Ask for me.' });
    expect(taken).toMatchObject({ kind: 'in', view: { status: 'scheduled', agreed: slot(3) } });
    expect((await theOffer())?.scheduled).toMatchObject({ callBack: '309-555-0199', recordedBy: 'Dr. Amara Osei' });
    const last = (await plan.store.cases.events(scope, caseId)).at(-1);
    expect(last?.actor).toEqual({ kind: 'guest', name: 'Dr. Amara Osei', npi: right.npi, offerId });
  });

  test('cannot take a time that was not', async () => {
    const taken = await answer({ kind: 'choose', slot: slot(5) });
    expect(isRefusal(taken) && taken.code).toBe('fieldInvalid');
  });

  test('proposes other times', async () => {
    await answer({ kind: 'propose', slots: [slot(6)], callBack: ' ' });
    expect((await theOffer())?.proposals).toMatchObject([{ slots: [slot(6)] }]);
    expect((await theOffer())?.proposals[0]).not.toHaveProperty('callBack');
  });

  test('declines, after which nothing more is taken', async () => {
    expect(await answer({ kind: 'decline', reason: 'Will appeal.' })).toMatchObject({ view: { status: 'declined' } });
    const again = await answer({ kind: 'choose', slot: slot(3) });
    expect(isRefusal(again) && again.code).toBe('peerToPeerEnded');
  });

  test('sees the questions and why the plan means to decide against it', async () => {
    await plan.act(nurse, caseId, { type: 'CompleteReview', outcome: 'refer', summary: 'x', itemSequences: [1] });
    await plan.act(physician, caseId, { type: 'RecordIntentToDeny', itemSequences: [1], reason: 'No saturation.' });
    const entered = await enter();
    expect(entered.kind === 'in' && entered.view.intent).toEqual(['No saturation.']);
    expect(entered.kind === 'in' && entered.view.questions.length).toBeGreaterThan(0);
  });
});
