import type { Assignee } from '../case/event.ts';
import type { Instant } from '../time/instant.ts';
import type { attemptResults, Offered, Reply, Side, Slot, Talk, Word } from './event.ts';
import type { DemandedOffer } from './rule.ts';

/** Due moments of the hard clocks that are still open. The earliest of them that comes after the offer ends its window. */
export type Deadlines = readonly Instant[];

/** What a decision against a request must have behind it, from the rules that bind the case. */
export type PeerToPeerDemand = { readonly offers: readonly DemandedOffer[]; readonly deadlines: Deadlines };

type OnOffer = { readonly offerId: string };

export type PeerToPeerCommand =
  | { readonly type: 'RecordIntentToDeny'; readonly itemSequences: readonly number[]; readonly reason: string }
  | ({
      readonly type: 'OfferPeerToPeer';
      readonly rule: DemandedOffer;
      /** Where the window ends by the rule alone. */
      readonly windowEndsAt: Instant;
      readonly deadlines: Deadlines;
    } & Omit<Offered, 'rule' | 'window'>)
  | ({ readonly type: 'SchedulePeerToPeer'; readonly slot: Slot; readonly deadlines: Deadlines } & OnOffer & Reply)
  | ({
      readonly type: 'ProposePeerToPeerTimes';
      readonly slots: readonly Slot[];
      readonly deadlines: Deadlines;
    } & OnOffer &
      Reply)
  | ({
      readonly type: 'LogPeerToPeerAttempt';
      readonly attemptId: string;
      readonly number: string;
      readonly result: (typeof attemptResults)[number];
      readonly note?: string;
    } & OnOffer)
  | ({ readonly type: 'RecordPeerToPeerHeld' } & OnOffer & Talk)
  | ({
      readonly type: 'RecordPeerToPeerMissed';
      readonly by: Side;
      readonly reason: string;
      readonly deadlines: Deadlines;
    } & OnOffer)
  | ({ readonly type: 'DeclinePeerToPeer'; readonly declinedBy: string; readonly reason?: string } & OnOffer)
  | ({ readonly type: 'TellPeerToPeer' } & OnOffer & Word)
  | ({ readonly type: 'EscalatePeerToPeer'; readonly to: Assignee; readonly reason: string } & OnOffer);
