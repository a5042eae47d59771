import {
  attemptResults,
  mailResults,
  offerChannels,
  offerReasons,
  sides,
  talkOutcomes,
} from '@openum/domain/peerToPeer/event.ts';
import type { DemandedOffer } from '@openum/domain/peerToPeer/rule.ts';
import { addElapsed, type Instant, instant } from '@openum/domain/time/instant.ts';
import fc from 'fast-check';
import { type Bodies, moment, mostly, reason, sequences, some } from './piece.ts';

export const demanded = (intentFirst: boolean): DemandedOffer => ({
  ruleId: intentFirst ? 'inpatient' : 'state',
  ruleVersion: '1',
  citation: 'test',
  intentFirst,
});

export const deadlines = some<readonly Instant[]>(
  [],
  [instant('2026-11-24T05:59:59.999Z')],
  [instant('2026-11-23T15:30:00Z'), instant('2026-12-01T05:59:59.999Z')],
);

const slot = moment.map((startsAt) => ({ startsAt, endsAt: addElapsed(startsAt, { minutes: 30 }) }));

const offerId = mostly(some('offer-1'), some('offer-2'));

const talk = fc.record({
  offerId,
  participants: mostly(
    some([
      { name: 'Dr. Amara Osei', side: 'provider' as const, credentials: 'MD' },
      { name: 'Dr. Bo Lind', side: 'plan' as const, credentials: 'MD, IL 036.1' },
    ]),
    some([]),
  ),
  notes: reason,
  outcome: some(...talkOutcomes),
  effect: reason,
});

export const peerToPeerBodies: Bodies<
  | 'RecordIntentToDeny'
  | 'OfferPeerToPeer'
  | 'SchedulePeerToPeer'
  | 'ProposePeerToPeerTimes'
  | 'LogPeerToPeerAttempt'
  | 'RecordPeerToPeerHeld'
  | 'RecordPeerToPeerMissed'
  | 'DeclinePeerToPeer'
  | 'TellPeerToPeer'
  | 'EscalatePeerToPeer'
> = {
  RecordIntentToDeny: fc.record({ itemSequences: sequences, reason }),
  OfferPeerToPeer: fc.record({
    offerId,
    itemSequences: sequences,
    because: some(...offerReasons),
    rule: some(demanded(false), demanded(true)),
    windowEndsAt: moment,
    deadlines,
    slots: fc.array(slot, { maxLength: 1 }),
    to: some({ name: 'Dr. Amara Osei', npi: '1770000056' }),
    how: some(...offerChannels),
  }),
  SchedulePeerToPeer: fc.record({ offerId, slot, deadlines }),
  ProposePeerToPeerTimes: fc.record({ offerId, slots: fc.array(slot, { maxLength: 2 }), deadlines }),
  LogPeerToPeerAttempt: fc.record({
    offerId,
    attemptId: some('attempt'),
    number: reason,
    result: some(...attemptResults),
  }),
  RecordPeerToPeerHeld: talk,
  RecordPeerToPeerMissed: fc.record({ offerId, by: some(...sides), reason, deadlines }),
  DeclinePeerToPeer: fc.record({ offerId, declinedBy: reason }),
  TellPeerToPeer: fc.record({
    offerId,
    about: some('link', 'agreed', 'window'),
    keys: fc.subarray(['a', 'b']),
    plan: some(['Dr. Bo Lind']),
    clinician: some(...mailResults),
  }),
  EscalatePeerToPeer: fc.record({ offerId, to: some({ userId: 'u2', name: 'B' }), reason }),
};
