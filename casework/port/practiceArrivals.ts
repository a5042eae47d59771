import type { ArrivalOutcome, SaidVisit } from '@openum/domain/practiceArrival/arrival.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

export type ArrivalSettled = {
  readonly outcome: ArrivalOutcome;
  readonly at: Instant;
  readonly by?: { readonly userId: string; readonly name: string };
  readonly reason?: string;
  readonly episodeId?: string;
};

/** A message from a practice's own systems, kept whatever becomes of it. */
export type PracticeArrival = {
  readonly arrivalId: string;
  readonly clientId: string;
  readonly clientName: string;
  /** The sender's id of the message; of one that could not be read the hash of its bytes. */
  readonly controlId: string;
  readonly contentType: string;
  readonly sha256: string;
  readonly receivedAt: Instant;
  /** Absent: the message could not be read. */
  readonly said?: SaidVisit;
  /** Why it could not be read, in words without health information. */
  readonly problems: readonly string[];
  readonly settled?: ArrivalSettled;
};

export type KeptArrival = PracticeArrival & { readonly bytes: Uint8Array; readonly answer: Uint8Array };

export type ArrivalKept =
  | { readonly kind: 'kept' }
  /** The same message came before. */
  | { readonly kind: 'repeated'; readonly answer: Uint8Array }
  /** The id was used for another content. */
  | { readonly kind: 'reused' };

export type PracticeArrivals = {
  keep(scope: Scope, arrival: KeptArrival): Promise<ArrivalKept>;
  get(scope: Scope, arrivalId: string): Promise<PracticeArrival | undefined>;
  bytes(scope: Scope, arrivalId: string): Promise<Uint8Array | undefined>;
  /** What waits for somebody, in the order in which it came. */
  waiting(scope: Scope, limit: number): Promise<readonly PracticeArrival[]>;
  /** What was settled, the latest first. */
  settled(scope: Scope, limit: number): Promise<readonly PracticeArrival[]>;
  /** The course that an earlier message about this visit opened or changed. */
  ofVisit(scope: Scope, clientId: string, visitNumber: string): Promise<string | undefined>;
  /** False when it was settled before. */
  settle(scope: Scope, arrivalId: string, settled: ArrivalSettled): Promise<boolean>;
  /** Whether the practice takes up without a person what leaves no question. */
  automatic(scope: Scope): Promise<boolean>;
  saveAutomatic(scope: Scope, automatic: boolean): Promise<void>;
};
