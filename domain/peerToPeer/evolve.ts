import { actorName } from '../actor/actor.ts';
import type { RecordedEvent } from '../case/event.ts';
import type { Case } from '../case/state.ts';
import type { PeerToPeerEvent } from './event.ts';
import type { PeerToPeer } from './peerToPeer.ts';

type Recorded = Extract<RecordedEvent, { type: PeerToPeerEvent['type'] }>;

const withOffer = (c: Case, offerId: string, change: (p: PeerToPeer) => PeerToPeer): Case => ({
  ...c,
  peerToPeer: c.peerToPeer.map((p) => (p.offerId === offerId ? change(p) : p)),
});

const withoutSlot = ({ scheduled: _, ...rest }: PeerToPeer): PeerToPeer => rest;

export const evolvePeerToPeer = (c: Case, e: Recorded): Case => {
  const told = {
    at: e.occurredAt,
    recordedBy: actorName(e.actor),
  };
  switch (e.type) {
    case 'IntentToDenyRecorded':
      return { ...c, intentsToDeny: [...c.intentsToDeny, { ...e.data, by: told.recordedBy, at: told.at }] };
    case 'PeerToPeerOffered':
      return {
        ...c,
        peerToPeer: [
          ...c.peerToPeer,
          {
            ...e.data,
            offeredAt: told.at,
            offeredBy: told.recordedBy,
            proposals: [],
            attempts: [],
            missed: [],
            escalations: [],
            told: [],
          },
        ],
      };
    case 'PeerToPeerScheduled': {
      const { offerId, ...data } = e.data;
      return withOffer(c, offerId, (p) => ({ ...p, scheduled: { ...data, ...told } }));
    }
    case 'PeerToPeerTimesProposed': {
      const { offerId, ...data } = e.data;
      return withOffer(c, offerId, (p) => ({ ...p, proposals: [...p.proposals, { ...data, ...told }] }));
    }
    case 'PeerToPeerAttempted': {
      const { offerId, ...data } = e.data;
      return withOffer(c, offerId, (p) => ({ ...p, attempts: [...p.attempts, { ...data, ...told }] }));
    }
    case 'PeerToPeerHeld': {
      const { offerId, ...data } = e.data;
      return withOffer(c, offerId, (p) => ({ ...withoutSlot(p), held: { ...data, ...told } }));
    }
    case 'PeerToPeerMissed': {
      const { offerId, ...data } = e.data;
      return withOffer(c, offerId, (p) => ({ ...withoutSlot(p), missed: [...p.missed, { ...data, ...told }] }));
    }
    case 'PeerToPeerDeclined': {
      const { offerId, ...data } = e.data;
      return withOffer(c, offerId, (p) => ({ ...withoutSlot(p), declined: { ...data, ...told } }));
    }
    case 'PeerToPeerTold': {
      const { offerId, ...data } = e.data;
      return withOffer(c, offerId, (p) => ({ ...p, told: [...p.told, { ...data, ...told }] }));
    }
    case 'PeerToPeerEscalated': {
      const { offerId, ...data } = e.data;
      return withOffer(c, offerId, (p) => ({
        ...p,
        physician: data.to,
        escalations: [...p.escalations, { ...data, ...told }],
      }));
    }
    default: {
      const never: never = e;
      throw new Error(`unknown event ${(never as RecordedEvent).type}`);
    }
  }
};
