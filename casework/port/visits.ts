import type { Movement } from '@openum/domain/admission/movement.ts';
import type { VisitPhase } from '@openum/domain/admission/visit.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

/** A visit as the facility numbers it; two senders may use the same number for different visits. */
export type VisitKey = { readonly clientId: string; readonly visitNumber: string };

/** A message about a visit: its bytes unaltered, and what was read in them. */
export type KeptMovement = VisitKey & {
  readonly messageId: string;
  /** The sender's own number of the message. */
  readonly controlId: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly receivedAt: Instant;
  readonly movement: Movement;
};

export type MovementKept =
  | { readonly kind: 'kept' }
  /** The sender used this control id before. `answer` is absent while the first one is still being worked on, or was left at that. */
  | { readonly kind: 'repeated'; readonly messageId: string; readonly sha256: string; readonly answer?: Uint8Array };

/** One line of the list of visits. Everything in it but the case follows from the messages. */
export type VisitRow = VisitKey & {
  readonly phase: VisitPhase;
  readonly inpatient: boolean;
  readonly memberNumber: string;
  /** `family, given`. */
  readonly memberName: string;
  readonly birthDate: CalendarDate;
  readonly facilityName: string;
  readonly admittedAt?: Instant;
  readonly dischargedAt?: Instant;
  /** What keeps it from being reviewed, in sentences without values. */
  readonly problems: readonly string[];
  /** How many messages it was read from; a row read from fewer never takes the place of one read from more. */
  readonly messages: number;
  readonly lastReceivedAt: Instant;
};

export type ListedVisit = VisitRow & { readonly caseId?: string };

export type VisitFilter = {
  /** With problems: a person has to complete them. */
  readonly incomplete?: boolean;
  readonly phase?: VisitPhase;
};

export type VisitPage = {
  /** The last told of first. */
  readonly rows: readonly ListedVisit[];
  readonly next?: string;
};

/** What the facilities' systems tell of their patients, and the case that each stay became. */
export type Visits = {
  /** Keeps a message, before anything else is done with it. */
  keep(scope: Scope, message: KeptMovement): Promise<MovementKept>;
  /** Keeps the answer that was given; the first one stands. */
  answer(scope: Scope, messageId: string, answer: Uint8Array): Promise<void>;
  /** Everything that was told of a visit, in no order. */
  movements(scope: Scope, key: VisitKey): Promise<readonly Movement[]>;
  save(scope: Scope, row: VisitRow): Promise<void>;
  visit(scope: Scope, key: VisitKey): Promise<ListedVisit | undefined>;
  /**
   * Gives a saved visit its case and says which one stands: one that was there before, unless that is `instead`. Throws when the
   * visit was never saved.
   */
  claim(scope: Scope, key: VisitKey, caseId: string, instead?: string): Promise<string>;
  /** How many visits a person has to complete. */
  countIncomplete(scope: Scope): Promise<number>;
  page(scope: Scope, filter: VisitFilter, after: string | undefined, limit: number): Promise<VisitPage>;
};
