import type { Instant } from '../time/instant.ts';
import type { Duration } from './rule.ts';

export type ExtensionTaken = {
  readonly takenAt: Instant;
  /** One of the grounds of the rule's `extension`. */
  readonly ground: string;
  readonly noticeSentAt?: Instant;
  /** Absent: all that the rule allows. */
  readonly by?: Duration;
};

export type InformationAsked = {
  readonly sentAt: Instant;
  readonly answeredAt?: Instant;
  /** When the request asked to have the answer. */
  readonly supplyDueAt?: Instant;
};

/** What happened to a clock after it started, in any order. */
export type ClockHistory = {
  readonly extensions: readonly ExtensionTaken[];
  readonly informationRequests: readonly InformationAsked[];
  /** The decision or notice that this clock was waiting for. */
  readonly stoppedAt?: Instant;
  readonly stoppedBy?: string;
};

export const emptyHistory: ClockHistory = {
  extensions: [],
  informationRequests: [],
};
