import { coordinator, director, nurse, otherNurse, physician } from '@openum/testkit/case/actors.ts';
import {
  answered,
  approval,
  asked,
  claimedBy,
  denial,
  determine,
  notice,
  referred,
  voided,
  withdrawn,
} from '@openum/testkit/case/acts.ts';
import { aRequest, clock, document, oxygenItem, receivedAt } from '@openum/testkit/case/request.ts';
import { after, by, caseOf, happened, now, received, type Story, when } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import { itemsWithoutNotice } from '../flow/caseFacts.ts';
import { addElapsed } from '../time/instant.ts';
import type { Urgency } from './request.ts';
import { caseStatus, itemStatus } from './status.ts';

const twoItems = aRequest({ items: [oxygenItem(), oxygenItem({ sequence: 2 })] });
const statusOf = (story: Story) => caseStatus(caseOf(story));

describe('who has a case', () => {
  const claimed = after(received(), claimedBy());

  test('whoever claims it, until it is released', () => {
    expect(caseOf(claimed).assignee).toEqual({ userId: nurse.userId, name: nurse.name });
    expect(caseOf(after(claimed, by(nurse, { type: 'Release' }))).assignee).toBeUndefined();
  });

  test('nobody claims it twice or takes it from another', () => {
    expect(when(claimed, claimedBy(nurse))).toMatchObject({ code: 'alreadyAssigned' });
    expect(when(claimed, claimedBy(otherNurse))).toMatchObject({ code: 'assignedToAnother' });
  });

  test('a lead may give it to somebody else, and the log says from whom', () => {
    const to = { userId: otherNurse.userId, name: otherNurse.name };
    const assign = by(director, { type: 'Assign', to, reason: 'Leave' });
    expect(happened(when(claimed, assign))).toEqual([
      { type: 'Assigned', data: { to, from: { userId: nurse.userId, name: nurse.name }, reason: 'Leave' } },
    ]);
    expect(when(after(claimed, assign), assign)).toMatchObject({ code: 'alreadyAssigned' });
    expect(when(received(), by(nurse, { type: 'Release' }))).toMatchObject({ code: 'notAssigned' });
  });

  test('the owner can be reminded of it by another, not by themselves, and nothing changes', () => {
    const remind = (actor: typeof director, text = 'The letter is due at noon.') =>
      by(actor, { type: 'RemindOwner', text });
    const to = { userId: nurse.userId, name: nurse.name };
    expect(happened(when(claimed, remind(director)))).toEqual([
      { type: 'OwnerReminded', data: { to, text: 'The letter is due at noon.' } },
    ]);
    expect(caseOf(after(claimed, remind(director))).assignee).toEqual(to);
    expect(when(claimed, remind(director, ' '))).toMatchObject({ code: 'fieldMissing' });
    expect(when(claimed, remind(nurse))).toMatchObject({ code: 'remindsThemselves' });
    expect(when(received(), remind(director))).toMatchObject({ code: 'notAssigned' });
  });

  test('a referral frees it for a physician', () => {
    const story = after(claimed, referred());
    expect(caseOf(story).assignee).toBeUndefined();
    expect(statusOf(story)).toBe('physicianReview');
    expect(statusOf(after(story, claimedBy(physician)))).toBe('physicianReview');
  });
});

describe('urgency', () => {
  const set = (urgency: Urgency, change: { basis?: string; attested?: boolean } = {}) =>
    by(nurse, {
      type: 'SetUrgency',
      urgency,
      basis: 'Saturation fell to 80 percent.',
      attested: true,
      clocks: [clock('clock-2')],
      ...change,
    });
  const expedited = (by: 'physician' | 'provider' | 'member') =>
    received(aRequest({ urgency: 'expedited', urgencyRequestedBy: by }));

  test('is raised with a ground and an attestation, and the clocks start anew', () => {
    expect(happened(when(received(), set('expedited'))).map((e) => e.type)).toEqual([
      'UrgencyChanged',
      'ClocksStarted',
    ]);
    const c = caseOf(after(received(), set('expedited')));
    expect(c.urgency).toBe('expedited');
    expect(c.clocks.map((k) => k.clockId)).toEqual(['clock-2']);
    expect(c.supersededClocks.map((k) => k.clockId)).toEqual(['clock-1']);
    expect(when(received(), set('expedited', { basis: ' ' }))).toMatchObject({ code: 'fieldMissing' });
    expect(when(received(), set('expedited', { attested: false }))).toMatchObject({ code: 'attestationMissing' });
  });

  test('that a physician asked for cannot be taken away (42 CFR 422.570(c)(2)(ii))', () => {
    expect(when(expedited('physician'), set('standard'))).toMatchObject({ code: 'physicianRequestMustBeExpedited' });
  });

  test.each(['provider', 'member'] as const)('that a %s asked for may be declined', (who) => {
    expect(caseOf(after(expedited(who), set('standard'))).urgency).toBe('standard');
  });

  test('does not change to what it is', () => {
    expect(when(received(), set('standard'))).toMatchObject({ code: 'urgencyUnchanged' });
  });
});

describe('a corrected receipt', () => {
  const correct = (
    receivedAtNow = addElapsed(receivedAt, { hours: -24 }),
    reason = 'The fax of Sunday was overlooked.',
  ) => by(coordinator, { type: 'CorrectReceipt', receivedAt: receivedAtNow, reason, clocks: [clock('clock-2')] });

  test('keeps both moments, the reason and the clocks that ran before', () => {
    const story = after(received(), correct());
    const c = caseOf(story);
    expect(story.events.find((e) => e.type === 'ReceiptCorrected')?.data).toEqual({
      from: receivedAt,
      to: addElapsed(receivedAt, { hours: -24 }),
      reason: 'The fax of Sunday was overlooked.',
    });
    expect(c.receivedAt).toBe(addElapsed(receivedAt, { hours: -24 }));
    expect(c.request.receivedAt).toBe(receivedAt);
    expect(c.clocks.map((k) => k.clockId)).toEqual(['clock-2']);
    expect(c.supersededClocks.map((k) => k.clockId)).toEqual(['clock-1']);
  });

  test('needs a reason and does not lie in the future', () => {
    expect(when(received(), correct(undefined, ' '))).toMatchObject({
      code: 'fieldMissing',
      facts: { field: 'reason' },
    });
    expect(when(received(), correct(addElapsed(now, { seconds: 1 })))).toMatchObject({ code: 'receiptInFuture' });
  });
});

describe('a request for information', () => {
  const waiting = after(received(), claimedBy(), asked());

  test('waits for its answer, and then the review goes on', () => {
    expect(statusOf(waiting)).toBe('awaitingInformation');
    const story = after(waiting, answered());
    expect(statusOf(story)).toBe('clinicalReview');
    expect(caseOf(story).informationRequests).toMatchObject([
      { requestId: 'ask-1', sentAt: now, answeredAt: now, summary: 'The clinic sent an exercise test.' },
    ]);
  });

  test('leaves every clock where it is: whether one stops is for its rule to say', () => {
    expect(caseOf(waiting).clocks).toEqual(caseOf(received()).clocks);
  });

  test('brings documents that a physician must open too', () => {
    const answer = { ...answered(), documents: [document('test')] } as ReturnType<typeof answered>;
    const story = after(waiting, answer, by(nurse, { type: 'Release' }));
    expect(when(story, determine())).toMatchObject({ code: 'evidenceNotOpened' });
  });

  test('is one at a time, with a text and a day that lies ahead', () => {
    expect(when(waiting, asked('ask-2'))).toMatchObject({ code: 'notAllowedInStatus' });
    expect(when(received(), { ...asked(), items: [] } as never)).toMatchObject({ code: 'fieldMissing' });
    expect(when(received(), { ...asked(), items: [{ text: ' ' }] } as never)).toMatchObject({ code: 'fieldMissing' });
    expect(when(received(), { ...asked(), dueAt: now } as never)).toMatchObject({ code: 'fieldInvalid' });
  });

  test('is answered by its own answer, once', () => {
    expect(when(waiting, answered('another'))).toMatchObject({ code: 'informationRequestUnknown' });
    expect(when(after(waiting, answered()), answered())).toMatchObject({ code: 'notAllowedInStatus' });
    expect(when(waiting, { ...answered(), summary: '' } as never)).toMatchObject({ code: 'fieldMissing' });
  });

  test('may be asked again after an answer', () => {
    const again = after(waiting, answered(), asked('ask-2'));
    expect(statusOf(again)).toBe('awaitingInformation');
    expect(caseOf(again).informationRequests).toHaveLength(2);
  });
});

describe('the status of a case', () => {
  test('is with a physician only when every open line is', () => {
    expect(statusOf(after(received(twoItems), referred([1])))).toBe('clinicalReview');
    expect(statusOf(after(received(twoItems), referred([1, 2])))).toBe('physicianReview');
    expect(statusOf(after(received(twoItems), referred([1]), determine([approval({ itemSequence: 2 })])))).toBe(
      'physicianReview',
    );
  });

  test('is determined when no line is open', () => {
    expect(statusOf(after(received(twoItems), determine()))).not.toBe('determined');
    expect(statusOf(after(received(twoItems), determine(), determine([denial({ itemSequence: 2 })])))).toBe(
      'determined',
    );
  });
});

describe.each([
  ['withdrawn', withdrawn],
  ['voided', voided],
] as const)('a %s case', (status, closing) => {
  const story = after(received(twoItems), determine(), closing);

  test('keeps what was decided and denies nothing that was not', () => {
    expect(statusOf(story)).toBe(status);
    expect(caseOf(story).items.map(itemStatus)).toEqual(['denied', 'cancelled']);
    expect(caseOf(story).items[1]?.determination).toBeUndefined();
  });

  test('still takes the letters about what was decided before', () => {
    expect(itemsWithoutNotice(caseOf(story))).toEqual([1]);
    const letters = (['member', 'provider'] as const).map((audience) => notice({ audience, noticeId: audience }));
    const record = by({ kind: 'system', component: 'notices' }, { type: 'RecordNotices', notices: letters });
    expect(itemsWithoutNotice(caseOf(after(story, record)))).toEqual([]);
  });

  test('is decided and closed no more', () => {
    expect(when(story, determine([denial({ itemSequence: 2 })]))).toMatchObject({ code: 'notAllowedInStatus' });
    expect(when(story, withdrawn)).toMatchObject({ code: 'notAllowedInStatus' });
    expect(when(story, voided)).toMatchObject({ code: 'notAllowedInStatus' });
  });
});

test('a withdrawal says who wanted it and why, a void why', () => {
  for (const field of ['requestedBy', 'reason'])
    expect(when(received(), { ...withdrawn, [field]: ' ' } as never)).toMatchObject({ facts: { field } });
  expect(when(received(), { ...voided, reason: '' } as never)).toMatchObject({ facts: { field: 'reason' } });
});

describe('letters', () => {
  const record = (itemSequences: readonly number[]) =>
    by(coordinator, { type: 'RecordNotices', notices: [notice({ itemSequences })] });

  test('are about lines that have been decided', () => {
    expect(when(received(), record([1]))).toMatchObject({ code: 'noticeWithoutDetermination', facts: { item: 1 } });
    expect(when(received(), by(coordinator, { type: 'RecordNotices', notices: [] }))).toMatchObject({
      code: 'fieldMissing',
    });
  });

  test('are missing until both member and provider have theirs', () => {
    const decided = after(received(), determine());
    expect(itemsWithoutNotice(caseOf(decided))).toEqual([1]);
    expect(itemsWithoutNotice(caseOf(after(decided, record([1]))))).toEqual([1]);
  });
});

test('facts replace those that they name and leave the others', () => {
  const fact = (id: string) => ({
    id,
    key: 'vital.oxygenSaturation',
    value: { kind: 'quantity', value: 90, unit: '%' } as const,
    source: { kind: 'person', userId: 'nurse', name: 'N', basis: 'chart' } as const,
  });
  const record = (id: string, replaces?: readonly string[]) =>
    by(nurse, { type: 'RecordFacts', facts: [fact(id)], evaluations: [], ...(replaces ? { replaces } : {}) });
  const story = after(received(), record('a'), record('b'), record('c', ['a']));
  expect(caseOf(story).facts.map((f) => f.id)).toEqual(['b', 'c']);
  expect(when(received(), by(nurse, { type: 'RecordFacts', facts: [], evaluations: [] }))).toMatchObject({
    code: 'fieldMissing',
  });
});
