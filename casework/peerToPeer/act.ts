import type {
  attemptResults,
  Offered,
  OfferReason,
  offerChannels,
  Side,
  TalkOutcome,
} from '@openum/domain/peerToPeer/event.ts';

export type GivenSlot = { readonly startsAt: string; readonly endsAt: string };
type GivenReply = { readonly callBack?: string | undefined; readonly message?: string | undefined };

/** What a person at the desk may ask for around a talk with the treating clinician. */
export type PeerToPeerAct =
  | { readonly type: 'RecordIntentToDeny'; readonly itemSequences: readonly number[]; readonly reason: string }
  | {
      readonly type: 'OfferPeerToPeer';
      readonly itemSequences: readonly number[];
      readonly because: OfferReason;
      readonly slots: readonly GivenSlot[];
      readonly to: { readonly [K in keyof Offered['to']]: string | undefined } & { readonly name: string };
      readonly how: (typeof offerChannels)[number];
      readonly physicianUserId?: string | undefined;
    }
  | ({ readonly type: 'SchedulePeerToPeer'; readonly offerId: string; readonly slot: GivenSlot } & GivenReply)
  | ({
      readonly type: 'ProposePeerToPeerTimes';
      readonly offerId: string;
      readonly slots: readonly GivenSlot[];
    } & GivenReply)
  | {
      readonly type: 'LogPeerToPeerAttempt';
      readonly offerId: string;
      readonly number: string;
      readonly result: (typeof attemptResults)[number];
      readonly note?: string | undefined;
    }
  | {
      /** Who speaks for the plan is the person who records it. */
      readonly type: 'RecordPeerToPeerHeld';
      readonly offerId: string;
      readonly clinicians: readonly { readonly name: string; readonly credentials: string }[];
      readonly notes: string;
      readonly outcome: TalkOutcome;
      readonly effect: string;
    }
  | { readonly type: 'RecordPeerToPeerMissed'; readonly offerId: string; readonly by: Side; readonly reason: string }
  | {
      readonly type: 'DeclinePeerToPeer';
      readonly offerId: string;
      readonly declinedBy: string;
      readonly reason?: string | undefined;
    }
  | {
      readonly type: 'EscalatePeerToPeer';
      readonly offerId: string;
      readonly toUserId: string;
      readonly reason: string;
    };
