import type { PeerToPeerEvent } from '@openum/domain/peerToPeer/event.ts';
import { attemptWords, becauseWords, channelWords, effectWords, mailWords, sideWords } from '../../peerToPeer/words.ts';
import { because, items, type TimelineSubject } from './subject.ts';

export const peerToPeer: TimelineSubject<PeerToPeerEvent['type']> = {
  label: 'Peer-to-peer',
  sentences: {
    IntentToDenyRecorded: (d) =>
      `Recorded the intent to deny ${items(d.itemSequences)}, which decides nothing: ${d.reason}`,
    PeerToPeerOffered: (d, said) =>
      `Offered ${d.to.name} a peer-to-peer on ${items(d.itemSequences)} ${channelWords[d.how]}, ${becauseWords[d.because]}; ` +
      `open until ${said.moment(d.window.closesAt)} (${d.rule.citation}).`,
    PeerToPeerScheduled: (d, said) =>
      `Agreed on the peer-to-peer for ${said.moment(d.slot.startsAt)}${d.callBack ? `, call ${d.callBack}` : ''}${because(d.message)}.`,
    PeerToPeerTimesProposed: (d, said) =>
      `Proposed other times for the peer-to-peer: ${d.slots.map((s) => said.moment(s.startsAt)).join('; ')}` +
      `${d.callBack ? `, call ${d.callBack}` : ''}${because(d.message)}.`,
    PeerToPeerAttempted: (d) => `Called ${d.number} for the peer-to-peer: ${attemptWords[d.result]}${because(d.note)}.`,
    PeerToPeerHeld: (d) =>
      `Held the peer-to-peer between ${d.participants.map((p) => p.name).join(' and ')}; ${effectWords[d.outcome]}: ${d.effect}`,
    PeerToPeerMissed: (d) => `Recorded that ${sideWords[d.by]} missed the peer-to-peer: ${d.reason}`,
    PeerToPeerDeclined: (d) => `${d.declinedBy} declined the peer-to-peer${because(d.reason)}.`,
    PeerToPeerTold: (d) => {
      const what = { link: 'Sent the link of', agreed: 'Reminded of the agreed', window: 'Reminded of the open' }[
        d.about
      ];
      const plan = d.plan.length > 0 ? `for the plan ${d.plan.join(', ')}; ` : '';
      return `${what} peer-to-peer: ${plan}the clinician ${mailWords[d.clinician]}.`;
    },
    PeerToPeerEscalated: (d) => `Gave the peer-to-peer to ${d.to.name} as deputy: ${d.reason}`,
  },
};
