import type { Assignee } from '../case/event.ts';
import type { Instant } from '../time/instant.ts';
import type { PeerToPeerBasis } from './rule.ts';

/** A time for the talk; the end is not part of it. */
export type Slot = { readonly startsAt: Instant; readonly endsAt: Instant };

export const offerReasons = ['informationMissing', 'providerDisagrees', 'demanded'] as const;
export type OfferReason = (typeof offerReasons)[number];

export const offerChannels = ['phone', 'portal', 'letter'] as const;
export const attemptResults = ['reached', 'voicemail', 'noAnswer', 'busy', 'wrongNumber'] as const;
export const talkOutcomes = ['upheldIntent', 'newInformation', 'changedView'] as const;
export type TalkOutcome = (typeof talkOutcomes)[number];
export const sides = ['provider', 'plan'] as const;
export type Side = (typeof sides)[number];

export type Offered = {
  readonly offerId: string;
  readonly itemSequences: readonly number[];
  readonly because: OfferReason;
  readonly rule: PeerToPeerBasis;
  readonly window: { readonly opensAt: Instant; readonly closesAt: Instant };
  readonly slots: readonly Slot[];
  readonly to: { readonly name: string; readonly npi?: string; readonly phone?: string; readonly email?: string };
  readonly how: (typeof offerChannels)[number];
  /** Who speaks for the plan. */
  readonly physician?: Assignee;
};

export type Reply = { readonly callBack?: string; readonly message?: string };

export type Participant = {
  readonly name: string;
  readonly side: Side;
  /** Profession, licence, specialty: what the record needs to show who spoke. */
  readonly credentials: string;
};

export type Talk = {
  readonly participants: readonly Participant[];
  readonly notes: string;
  readonly outcome: TalkOutcome;
  /** What it means for the decision, in words. */
  readonly effect: string;
};

/** Whether word reached the clinician by mail, and if not, why. */
export const mailResults = ['mailed', 'noAddress', 'noServer', 'refused'] as const;
/** `unavailable`: the mail server cannot be reached now; the link is good, and whoever made it hands it over. */
export type LinkMailResult = (typeof mailResults)[number] | 'unavailable';

/** Word of a talk to both sides: the link, or a reminder. */
export type Word = {
  readonly about: 'link' | 'agreed' | 'window';
  /** Reminders that it stands for; none for a link. */
  readonly keys: readonly string[];
  /** People of the plan who were told. */
  readonly plan: readonly string[];
  readonly clinician: (typeof mailResults)[number];
};

/** What happens around a talk with the treating clinician. None of it is a determination, and none of it stops a clock. */
export type PeerToPeerEvent =
  | {
      readonly type: 'IntentToDenyRecorded';
      readonly data: { readonly itemSequences: readonly number[]; readonly reason: string };
    }
  | { readonly type: 'PeerToPeerOffered'; readonly data: Offered }
  | { readonly type: 'PeerToPeerScheduled'; readonly data: { readonly offerId: string; readonly slot: Slot } & Reply }
  | {
      readonly type: 'PeerToPeerTimesProposed';
      readonly data: { readonly offerId: string; readonly slots: readonly Slot[] } & Reply;
    }
  | {
      readonly type: 'PeerToPeerAttempted';
      readonly data: {
        readonly offerId: string;
        readonly attemptId: string;
        readonly number: string;
        readonly result: (typeof attemptResults)[number];
        readonly note?: string;
      };
    }
  | { readonly type: 'PeerToPeerHeld'; readonly data: { readonly offerId: string } & Talk }
  | {
      readonly type: 'PeerToPeerMissed';
      readonly data: { readonly offerId: string; readonly by: Side; readonly reason: string };
    }
  | {
      readonly type: 'PeerToPeerDeclined';
      readonly data: { readonly offerId: string; readonly declinedBy: string; readonly reason?: string };
    }
  | {
      readonly type: 'PeerToPeerTold';
      readonly data: { readonly offerId: string } & Word;
    }
  | {
      readonly type: 'PeerToPeerEscalated';
      readonly data: { readonly offerId: string; readonly to: Assignee; readonly reason: string };
    };
