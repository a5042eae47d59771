import type { Actor, GuestActor } from '@openum/domain/actor/actor.ts';
import type { CaseCommand, CommandOf } from '@openum/domain/case/command.ts';
import type { Slot } from '@openum/domain/peerToPeer/event.ts';
import type { DemandedOffer } from '@openum/domain/peerToPeer/rule.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';
import { nurse, physician } from './actors.ts';
import { by, now } from './story.ts';

export const stateRule: DemandedOffer = {
  ruleId: 'PA-P2P-BEFORE-DENIAL',
  ruleVersion: '1',
  citation: '40 P.S. 991.2155',
  intentFirst: false,
};
export const inpatientRule: DemandedOffer = {
  ruleId: 'MA-INPATIENT-INTENT',
  ruleVersion: '1',
  citation: 'CMS-4208-F',
  intentFirst: true,
};

export const hoursLater = (hours: number): Instant => addElapsed(now, { hours });
export const slotIn = (hours: number): Slot => ({
  startsAt: hoursLater(hours),
  endsAt: addElapsed(hoursLater(hours), { minutes: 30 }),
});

export const guest: GuestActor = { kind: 'guest', name: 'Dr. Amara Osei', npi: '1770000056', offerId: 'offer-1' };

/** A talk offered at `now` for 48 hours, with a time after 2 and one after 24 hours. */
export const offered = (change: Partial<CommandOf<'OfferPeerToPeer'>> = {}): CaseCommand => ({
  type: 'OfferPeerToPeer',
  actor: nurse,
  now,
  offerId: 'offer-1',
  itemSequences: [1],
  because: 'demanded',
  rule: stateRule,
  windowEndsAt: hoursLater(48),
  deadlines: [],
  slots: [slotIn(2), slotIn(24)],
  to: { name: 'Dr. Amara Osei', npi: '1770000056', phone: '309-555-0140' },
  how: 'portal',
  physician: { userId: physician.userId, name: physician.name },
  ...change,
});

export const intended = (itemSequences: readonly number[] = [1]): CaseCommand =>
  by(physician, {
    type: 'RecordIntentToDeny',
    itemSequences,
    reason: 'Saturation at rest is 92 percent; the limit is 88 percent.',
  });

export const agreed = (hours = 2, actor: Actor = guest, at: Instant = now): CaseCommand =>
  by(actor, { type: 'SchedulePeerToPeer', offerId: 'offer-1', slot: slotIn(hours), deadlines: [] }, at);

export const talked = (
  at: Instant = hoursLater(2),
  change: Partial<CommandOf<'RecordPeerToPeerHeld'>> = {},
): CaseCommand => ({
  type: 'RecordPeerToPeerHeld',
  actor: physician,
  now: at,
  offerId: 'offer-1',
  participants: [
    { name: 'Dr. Amara Osei', side: 'provider', credentials: 'MD, pulmonology' },
    { name: physician.name, side: 'plan', credentials: 'MD, internal medicine, IL 036.112233' },
  ],
  notes: 'The clinic has no value at or below 88 percent.',
  outcome: 'upheldIntent',
  effect: 'Nothing new; the intent stands.',
  ...change,
});

export const missedBy = (side: 'provider' | 'plan', at: Instant): CaseCommand =>
  by(
    nurse,
    { type: 'RecordPeerToPeerMissed', offerId: 'offer-1', by: side, reason: 'Nobody answered.', deadlines: [] },
    at,
  );

export const declinedBy = (actor: Actor = guest, at: Instant = now): CaseCommand =>
  by(actor, { type: 'DeclinePeerToPeer', offerId: 'offer-1', declinedBy: 'Dr. Amara Osei' }, at);
