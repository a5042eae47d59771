import { peerToPeer } from './peerToPeer.ts';
import { at, readsAs } from './readsAs.ts';

readsAs(peerToPeer, {
  IntentToDenyRecorded: [
    { itemSequences: [1], reason: 'saturation is above the limit' },
    'Recorded the intent to deny item 1, which decides nothing: saturation is above the limit',
  ],
  PeerToPeerOffered: [
    {
      offerId: 'o1',
      itemSequences: [1],
      because: 'demanded',
      rule: { ruleId: 'r', ruleVersion: '1', citation: '40 P.S. 991.2155' },
      window: { opensAt: at('2026-11-20T15:00:00.000Z'), closesAt: at('2026-11-22T15:00:00.000Z') },
      slots: [],
      to: { name: 'Dr. Amara Osei' },
      how: 'phone',
    },
    'Offered Dr. Amara Osei a peer-to-peer on item 1 by phone, because a rule demands it; open until 2026-11-22 (40 P.S. 991.2155).',
  ],
  PeerToPeerScheduled: [
    {
      offerId: 'o1',
      slot: { startsAt: at('2026-11-21T15:00:00.000Z'), endsAt: at('2026-11-21T15:30:00.000Z') },
      callBack: '555-0100',
    },
    'Agreed on the peer-to-peer for 2026-11-21, call 555-0100.',
  ],
  PeerToPeerTimesProposed: [
    {
      offerId: 'o1',
      slots: [{ startsAt: at('2026-11-21T17:00:00.000Z'), endsAt: at('2026-11-21T17:30:00.000Z') }],
      message: 'in clinic before noon',
    },
    'Proposed other times for the peer-to-peer: 2026-11-21: in clinic before noon.',
  ],
  PeerToPeerAttempted: [
    { offerId: 'o1', attemptId: 'a1', number: '555-0100', result: 'voicemail', note: 'left the number of the desk' },
    'Called 555-0100 for the peer-to-peer: left a voice message: left the number of the desk.',
  ],
  PeerToPeerHeld: [
    {
      offerId: 'o1',
      participants: [
        { name: 'Dr. Amara Osei', side: 'provider', credentials: 'MD' },
        { name: 'Dr. Bo Lind', side: 'plan', credentials: 'MD' },
      ],
      notes: 'n',
      outcome: 'newInformation',
      effect: 'a night oximetry will be sent',
    },
    'Held the peer-to-peer between Dr. Amara Osei and Dr. Bo Lind; new information came up: a night oximetry will be sent',
  ],
  PeerToPeerMissed: [
    { offerId: 'o1', by: 'provider', reason: 'no answer on two numbers' },
    'Recorded that the clinician missed the peer-to-peer: no answer on two numbers',
  ],
  PeerToPeerDeclined: [
    { offerId: 'o1', declinedBy: 'Dr. Amara Osei', reason: 'will appeal' },
    'Dr. Amara Osei declined the peer-to-peer: will appeal.',
  ],
  PeerToPeerTold: [
    { offerId: 'o1', about: 'agreed', keys: ['hour'], plan: ['Dr. Bo Lind'], clinician: 'mailed' },
    'Reminded of the agreed peer-to-peer: for the plan Dr. Bo Lind; the clinician by mail.',
  ],
  PeerToPeerEscalated: [
    { offerId: 'o1', to: { userId: 'u2', name: 'Dr. Ana Ruiz' }, reason: 'leave' },
    'Gave the peer-to-peer to Dr. Ana Ruiz as deputy: leave',
  ],
});
