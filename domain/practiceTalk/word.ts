import type { Side, TalkOutcome } from '../peerToPeer/event.ts';
import type { Instant } from '../time/instant.ts';

export const payerTalkStates = [
  'offered',
  'scheduled',
  'held',
  'missed',
  'declined',
  /** Everything that it was about was decided while there was still time for it. */
  'closed',
] as const;
export type PayerTalkState = (typeof payerTalkStates)[number];

/** How a talk that a payer offered stands, as its own system says it. */
export type TalkWord = {
  /** The payer's own id of the offer. */
  readonly payerOfferId: string;
  readonly state: PayerTalkState;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** The time that the payer has as agreed. */
  readonly agreedAt?: Instant;
  readonly phone?: string;
  readonly payerPhysician?: string;
  /** What is in question. */
  readonly reason?: string;
  /** What came of a talk that was held. */
  readonly outcome?: TalkOutcome;
  readonly missedBy?: Side;
  /** When the payer's system said so; a later word stands before an earlier one, whichever arrives first. */
  readonly saidAt: Instant;
};
