import type { LineOfBusiness, ReviewType, Setting } from '../case/request.ts';
import type { Duration } from '../clock/rule.ts';
import type { CalendarDate } from '../time/instant.ts';

export const peerToPeerDemands = ['beforeDenial', 'inform'] as const;

/** When a talk with the treating clinician is to be offered, and how long the offer stands. `content/peerToPeer/rules.json` holds them. */
export type PeerToPeerRule = {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** `beforeDenial`: without an offer there is no decision against the request. `inform`: the clinician is told of the possibility. */
  readonly demand: (typeof peerToPeerDemands)[number];
  /** The intent to deny is recorded before the offer, because after the decision a talk can no longer change it. */
  readonly intentFirst: boolean;
  readonly linesOfBusiness: readonly LineOfBusiness[];
  /** State whose law governs the contract; absent: every state. */
  readonly states?: readonly string[];
  readonly settings?: readonly Setting[];
  readonly reviewTypes?: readonly ReviewType[];
  /** How long the offer stands, unless a hard deadline ends it earlier. */
  readonly window: Duration;
  readonly calendar: string;
  readonly citation: string;
  readonly confidence: string;
  readonly effectiveFrom: CalendarDate;
  readonly note?: string;
};

/** What of a rule goes into the record. */
export type PeerToPeerBasis = { readonly ruleId: string; readonly ruleVersion: string; readonly citation: string };

/** A rule without which a decision against the request may not be made. */
export type DemandedOffer = PeerToPeerBasis & { readonly intentFirst: boolean };
