import { coordinator, nurse, otherPhysician, physician } from '@openum/testkit/case/actors.ts';
import { approval, denial, determine, referred, withdrawn } from '@openum/testkit/case/acts.ts';
import {
  agreed,
  declinedBy,
  guest,
  hoursLater,
  inpatientRule,
  intended,
  missedBy,
  offered,
  slotIn,
  stateRule,
  talked,
} from '@openum/testkit/case/peerToPeer.ts';
import { aRequest, oxygenItem } from '@openum/testkit/case/request.ts';
import { after, by, caseOf, now, received, type Story, when } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import { caseStatus } from '../case/status.ts';
import type { Instant } from '../time/instant.ts';
import { deputyNeeded, openPeerToPeers, outcomeMissing, peerToPeerStatus } from './peerToPeer.ts';

const given = after(received(), referred());
const open = after(given, offered());

const the = (story: Story) => {
  const [p] = caseOf(story).peerToPeer;
  if (!p) throw new Error('given: nothing was offered');
  return p;
};
const statusAt = (story: Story, at: Instant, deadlines: readonly Instant[] = []) =>
  peerToPeerStatus(the(story), at, deadlines);

const deny = (story: Story, at: Instant, rules = [stateRule], deadlines: readonly Instant[] = []) =>
  when(story, determine([denial()], { now: at, peerToPeer: { offers: rules, deadlines } }));
const denied = expect.arrayContaining([expect.objectContaining({ type: 'ItemDetermined' })]);

describe('where a rule demands an offer before a denial', () => {
  test('nobody denies before one was made, and the refusal names the rule', () => {
    expect(deny(given, now)).toMatchObject({
      code: 'peerToPeerOfferMissing',
      facts: { item: 1, citation: '40 P.S. 991.2155' },
    });
  });

  test('an approval needs none', () => {
    const approve = determine([approval()], { peerToPeer: { offers: [stateRule], deadlines: [] } });
    expect(when(given, approve)).toEqual(denied);
    expect(caseStatus(caseOf(after(open, { ...approve, now: hoursLater(1) })))).toBe('determined');
  });

  test('nobody denies while the offer stands or a time is agreed on', () => {
    expect(deny(open, hoursLater(1))).toMatchObject({ code: 'peerToPeerOpen' });
    expect(deny(after(open, agreed()), hoursLater(1))).toMatchObject({ code: 'peerToPeerOpen' });
  });

  test.each([
    ['was held', after(open, agreed(), talked()), 3],
    ['was held without an agreed time', after(open, talked()), 3],
    ['was declined', after(open, declinedBy()), 1],
    ['was missed by the clinician', after(open, agreed(), missedBy('provider', hoursLater(3))), 4],
    ['was left unanswered until the window closed', open, 48],
  ])('a denial is possible once the talk %s', (_what, story, hours) => {
    expect(deny(story, hoursLater(hours))).toEqual(denied);
  });

  test('a talk that the plan missed opens no way to a denial before the window closes', () => {
    const story = after(open, agreed(), missedBy('plan', hoursLater(3)));
    expect(deny(story, hoursLater(4))).toMatchObject({ code: 'peerToPeerOpen' });
    expect(deny(after(story, agreed(24, guest, hoursLater(5)), talked(hoursLater(25))), hoursLater(26))).toEqual(
      denied,
    );
  });

  test('an agreed time that went by without a record stops a denial, even after the window', () => {
    expect(deny(after(open, agreed()), hoursLater(60))).toMatchObject({ code: 'peerToPeerOutcomeMissing' });
  });

  test('an offer about another line does not count', () => {
    const request = aRequest({ items: [oxygenItem(), oxygenItem({ sequence: 2 })] });
    const story = after(received(request), offered({ itemSequences: [2] }), declinedBy());
    expect(deny(story, hoursLater(1))).toMatchObject({ code: 'peerToPeerOfferMissing' });
  });
});

describe('where the intent to deny comes first', () => {
  const early = offered({ rule: inpatientRule });

  test('there is neither an offer nor a denial before it', () => {
    expect(when(given, early)).toMatchObject({ code: 'intentToDenyMissing', facts: { item: 1 } });
    expect(deny(given, now, [inpatientRule])).toMatchObject({ code: 'intentToDenyMissing' });
  });

  test('it decides nothing', () => {
    const story = after(given, intended());
    expect(caseStatus(caseOf(story))).toBe('physicianReview');
    expect(caseOf(story).items[0]?.determination).toBeUndefined();
  });

  test('only a physician records it, with a reason', () => {
    expect(when(given, { ...intended(), actor: nurse })).toMatchObject({ code: 'roleMissing' });
    expect(when(given, by(physician, { type: 'RecordIntentToDeny', itemSequences: [1], reason: ' ' }))).toMatchObject({
      code: 'fieldMissing',
    });
  });

  test('after it and the talk a denial is possible', () => {
    expect(deny(after(given, intended(), early, talked()), hoursLater(3), [inpatientRule])).toEqual(denied);
  });

  test('an offer made before the intent does not count', () => {
    const story = after(given, offered(), declinedBy(), { ...intended(), now: hoursLater(1) });
    expect(deny(story, hoursLater(2), [inpatientRule])).toMatchObject({ code: 'peerToPeerOfferMissing' });
  });
});

describe('the window', () => {
  const deadline = hoursLater(10);

  test('ends with the rule when no deadline comes first', () => {
    expect(the(after(given, offered({ deadlines: [hoursLater(90)] }))).window.closesAt).toBe(hoursLater(48));
  });

  test('ends with the earliest hard deadline when that comes first', () => {
    const story = after(given, offered({ deadlines: [hoursLater(20), deadline], slots: [] }));
    expect(the(story).window.closesAt).toBe(deadline);
  });

  test('moves up when a deadline comes nearer after the offer', () => {
    expect(statusAt(open, hoursLater(11))).toBe('offered');
    expect(statusAt(open, hoursLater(11), [deadline])).toBe('expired');
  });

  test('is that of the rule when the deadline has passed already: a late case still gets its talk', () => {
    const late = offered({ now: hoursLater(100), windowEndsAt: hoursLater(148), deadlines: [deadline], slots: [] });
    expect(the(after(given, late)).window.closesAt).toBe(hoursLater(148));
  });

  test('holds every time that is offered, agreed on or proposed', () => {
    expect(when(given, offered({ slots: [slotIn(48)] }))).toMatchObject({ facts: { field: 'slots' } });
    expect(when(given, offered({ slots: [slotIn(-1)] }))).toMatchObject({ facts: { field: 'slots' } });
    expect(when(open, agreed(48, nurse))).toMatchObject({ facts: { field: 'slots' } });
    expect(when(open, agreed(50, nurse, hoursLater(49)))).toMatchObject({ code: 'peerToPeerWindowClosed' });
  });
});

describe('an offer', () => {
  test('goes through its course', () => {
    expect(statusAt(open, hoursLater(1))).toBe('offered');
    expect(statusAt(after(open, agreed()), hoursLater(1))).toBe('scheduled');
    expect(statusAt(after(open, agreed(), talked()), hoursLater(90))).toBe('held');
    expect(statusAt(after(open, declinedBy()), hoursLater(90))).toBe('declined');
    expect(statusAt(after(open, agreed(), missedBy('provider', hoursLater(3))), hoursLater(90))).toBe('missed');
    expect(statusAt(open, hoursLater(48))).toBe('expired');
  });

  test('is not made twice for a line while one is open', () => {
    expect(when(open, offered({ offerId: 'offer-2' }))).toMatchObject({ code: 'peerToPeerAlreadyOpen' });
    expect(caseOf(after(open, declinedBy(), offered({ offerId: 'offer-2' }))).peerToPeer).toHaveLength(2);
  });

  test('is made for lines that are still to be decided', () => {
    expect(when(after(received(), determine()), offered())).toMatchObject({ code: 'notAllowedInStatus' });
    expect(when(given, offered({ itemSequences: [7] }))).toMatchObject({ code: 'itemUnknown' });
  });

  test('that has ended takes nothing more', () => {
    for (const more of [agreed(), talked(), declinedBy(nurse)])
      expect(when(after(open, declinedBy()), more)).toMatchObject({ code: 'peerToPeerEnded' });
    expect(when(open, by(nurse, { type: 'DeclinePeerToPeer', offerId: 'x', declinedBy: 'y' }))).toMatchObject({
      code: 'peerToPeerUnknown',
    });
  });

  test('cannot be called missed before its time', () => {
    expect(when(open, missedBy('provider', hoursLater(1)))).toMatchObject({ code: 'peerToPeerNotYetMissed' });
    expect(when(after(open, agreed()), missedBy('provider', hoursLater(1)))).toMatchObject({
      code: 'peerToPeerNotYetMissed',
    });
    expect(when(open, missedBy('provider', hoursLater(48)))).toEqual([
      expect.objectContaining({ type: 'PeerToPeerMissed' }),
    ]);
  });

  test('held names a person of each side with credentials, notes and what it means', () => {
    expect(when(open, talked(now, { participants: [] }))).toMatchObject({
      facts: { field: 'participants (provider)' },
    });
    expect(when(open, talked(now, { notes: '' }))).toMatchObject({ facts: { field: 'notes' } });
    expect(when(open, talked(now, { effect: '' }))).toMatchObject({ facts: { field: 'effect' } });
    const nameless = [
      { name: 'A', side: 'provider' as const, credentials: '' },
      { name: 'B', side: 'plan' as const, credentials: 'MD' },
    ];
    expect(when(open, talked(now, { participants: nameless }))).toMatchObject({
      facts: { field: 'participants (credentials)' },
    });
  });

  test('keeps each attempt to reach the clinician', () => {
    const call = (attemptId: string, result: 'noAnswer' | 'voicemail') =>
      by(coordinator, { type: 'LogPeerToPeerAttempt', offerId: 'offer-1', attemptId, number: '309-555-0140', result });
    expect(the(after(open, call('a1', 'noAnswer'), call('a2', 'voicemail'))).attempts).toMatchObject([
      { attemptId: 'a1', result: 'noAnswer', recordedBy: coordinator.name },
      { attemptId: 'a2', result: 'voicemail' },
    ]);
  });

  test('changes no clock', () => {
    const story = after(open, agreed(), talked());
    expect(caseOf(story).clocks).toEqual(caseOf(given).clocks);
  });
});

describe('nothing is missed silently', () => {
  test('an agreed time or a window that went by asks for a record of what happened', () => {
    expect(outcomeMissing(the(open), hoursLater(47), [])).toBe(false);
    expect(outcomeMissing(the(open), hoursLater(48), [])).toBe(true);
    const story = after(open, agreed());
    expect(outcomeMissing(the(story), hoursLater(2), [])).toBe(false);
    expect(outcomeMissing(the(story), hoursLater(3), [])).toBe(true);
    expect(outcomeMissing(the(after(story, talked())), hoursLater(90), [])).toBe(false);
  });

  test('a talk that the plan missed asks for a deputy, until one is named or a time is agreed anew', () => {
    const missed = after(open, agreed(), missedBy('plan', hoursLater(3)));
    expect(deputyNeeded(the(missed))).toBe(true);
    const to = { userId: otherPhysician.userId, name: otherPhysician.name };
    const named = by(
      physician,
      { type: 'EscalatePeerToPeer', offerId: 'offer-1', to, reason: 'Leave.' },
      hoursLater(4),
    );
    expect(deputyNeeded(the(after(missed, named)))).toBe(false);
    expect(the(after(missed, named)).physician).toEqual(to);
    expect(deputyNeeded(the(after(missed, agreed(24, guest, hoursLater(4)))))).toBe(false);
    expect(deputyNeeded(the(after(open, agreed(), missedBy('provider', hoursLater(3)))))).toBe(false);
  });

  test('the deputy is somebody else', () => {
    const to = { userId: physician.userId, name: physician.name };
    expect(
      when(open, by(physician, { type: 'EscalatePeerToPeer', offerId: 'offer-1', to, reason: 'x' })),
    ).toMatchObject({
      code: 'alreadyAssigned',
    });
  });

  test('a case that is decided or taken back asks for nothing more', () => {
    expect(openPeerToPeers(caseOf(open))).toHaveLength(1);
    expect(openPeerToPeers(caseOf(after(open, withdrawn)))).toEqual([]);
  });
});

describe('a clinician who came by the link', () => {
  test('takes one of the times offered, proposes others, or declines', () => {
    expect(the(after(open, agreed(24))).scheduled).toMatchObject({ slot: slotIn(24), recordedBy: guest.name });
    expect(when(open, agreed(5))).toMatchObject({ code: 'fieldInvalid', facts: { field: 'slot' } });
    const proposal = by(guest, {
      type: 'ProposePeerToPeerTimes',
      offerId: 'offer-1',
      slots: [slotIn(5)],
      callBack: '309-555-0199',
      message: 'In clinic until noon.',
      deadlines: [],
    });
    expect(the(after(open, proposal)).proposals).toMatchObject([{ slots: [slotIn(5)], callBack: '309-555-0199' }]);
    expect(statusAt(after(open, declinedBy()), now)).toBe('declined');
  });

  test('can touch no other offer', () => {
    const other = { ...guest, offerId: 'offer-2' };
    for (const act of [agreed(2, other), declinedBy(other)])
      expect(when(open, act)).toMatchObject({ code: 'otherPeerToPeer' });
  });
});

test('a line that was decided and asked for anew needs an offer of its own', () => {
  const change = (items: ReturnType<typeof oxygenItem>[]) => ({
    type: 'ReviseRequest' as const,
    actor: { kind: 'client' as const, clientId: 'c', name: 'Clinic' },
    now: hoursLater(6),
    items,
    diagnoses: [{ sequence: 1, code: 'J44.9', principal: true }],
    messageId: 'm2',
    clocks: [],
    documents: [],
    facts: [],
    replaces: [],
    evaluations: [],
    automatic: [],
  });
  const approvedAfterTalk = after(open, talked(), determine([approval()], { now: hoursLater(4) }));
  const anew = after(approvedAfterTalk, change([oxygenItem({ quantity: { value: 6, unit: 'mo' } })]));
  expect(deny(anew, hoursLater(60))).toMatchObject({ code: 'peerToPeerOfferMissing' });
});
