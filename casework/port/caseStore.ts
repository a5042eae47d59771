import type { RecordedEvent } from '@openum/domain/case/event.ts';
import type { Channel } from '@openum/domain/case/request.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { CaseRows } from '../projection/rows.ts';
import type { ArrivalSummary } from './arrivals.ts';
import type { Scope } from './scope.ts';

/** An event as the log keeps it. `hash` is over `previousHash` and the canonical text of the event (docs/adr on the chain). */
export type StoredEvent = RecordedEvent & {
  readonly caseId: string;
  /** 1 for the first event of the case, without gaps. */
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
};

/** A message as it came in or a file as it was given: bytes kept unaltered. */
export type KeptMessage = {
  readonly messageId: string;
  readonly clientId: string;
  readonly channel: Channel;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly receivedAt: Instant;
  /** Bundle.identifier, by which a resubmission is recognised. Absent for channels without one. */
  readonly identifier?: { readonly system: string; readonly value: string };
};

export type Append = {
  readonly caseId: string;
  /** Number of events that the writer had seen; 0 for a new case. */
  readonly expectedVersion: number;
  readonly events: readonly RecordedEvent[];
  /** Identifies the intention: a second append with the same one changes nothing and answers as the first did. */
  readonly commandId?: string;
  readonly rows: CaseRows;
  readonly documents?: readonly {
    readonly documentId: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
  }[];
  readonly notices?: readonly {
    readonly noticeId: string;
    readonly pdf: Uint8Array;
    readonly html: string;
  }[];
  /** The message that caused it and the answer that was given, so that a resubmission gets the same answer. */
  readonly message?: KeptMessage & { readonly answer: Uint8Array };
  /** Work that must follow, delivered at least once after the transaction. */
  readonly outbox: readonly {
    readonly outboxId: string;
    readonly topic: OutboxTopic;
    readonly caseId: string;
  }[];
};

export type OutboxTopic =
  | 'notices.due'
  | 'letters.send'
  | 'physician.due'
  | 'documents.read'
  /** The entry names the episode where others name a case. */
  | 'episodeDocuments.read';

export type AppendOutcome =
  | { readonly kind: 'appended'; readonly version: number }
  /** Somebody else wrote first. `since` are the events that the writer had not seen. */
  | {
      readonly kind: 'conflict';
      readonly version: number;
      readonly since: readonly StoredEvent[];
    }
  | { readonly kind: 'sameCommand'; readonly version: number }
  | {
      readonly kind: 'sameMessage';
      readonly caseId: string;
      readonly answer: Uint8Array;
    }
  /** Same identifier, other content: a sender's mistake that must not be answered with the old case. */
  | { readonly kind: 'messageReused'; readonly caseId: string };

/** The log of cases. An append writes events, read models, files and outbox in one transaction, or nothing. */
export type CaseStore = {
  events(scope: Scope, caseId: string): Promise<readonly StoredEvent[]>;
  append(scope: Scope, append: Append): Promise<AppendOutcome>;
  /** Whether an act with this id has been written. */
  commandDone(scope: Scope, commandId: string): Promise<boolean>;
  /** The message with this identifier from this client, if it has been answered. */
  answered(
    scope: Scope,
    clientId: string,
    identifier: { readonly system: string; readonly value: string },
  ): Promise<
    | {
        readonly caseId?: string;
        readonly sha256: string;
        readonly answer: Uint8Array;
      }
    | undefined
  >;
  /** Keeps a message that made no case, with the answer given; it stands on the intake list until a person has settled it. */
  keepMessage(
    scope: Scope,
    message: KeptMessage & {
      readonly answer: Uint8Array;
      /** `waiting`: nothing is wrong with it; a person has to read it into a request. */
      readonly outcome: 'unprocessable' | 'rejected' | 'waiting';
      readonly summary?: ArrivalSummary;
    },
  ): Promise<void>;
  message(
    scope: Scope,
    messageId: string,
  ): Promise<{ readonly contentType: string; readonly bytes: Uint8Array } | undefined>;
  document(
    scope: Scope,
    caseId: string,
    documentId: string,
  ): Promise<{ readonly contentType: string; readonly bytes: Uint8Array } | undefined>;
  notice(
    scope: Scope,
    caseId: string,
    noticeId: string,
  ): Promise<{ readonly pdf: Uint8Array; readonly html: string } | undefined>;
  /** Read models as stored, for comparison with what the log gives. */
  rows(scope: Scope, caseId: string): Promise<CaseRows | undefined>;
  /** Case ids in ascending order, for walks over everything. */
  caseIds(scope: Scope, after: string | undefined, limit: number): Promise<readonly string[]>;
};

/** What every log of this product keeps of an event, be it of a case or of an episode. */
export type Loggable = {
  readonly type: string;
  readonly data: unknown;
  readonly actor: unknown;
  readonly onBehalfOf?: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
};

/** Computes the chain: pure, so that the store and the verifier cannot differ. `sha256Hex` comes from the caller. */
export const canonicalEvent = (e: Loggable, logId: string, sequence: number): string =>
  JSON.stringify([
    logId,
    sequence,
    e.type,
    sortKeys(e.data),
    sortKeys(e.actor),
    e.onBehalfOf ?? null,
    e.occurredAt,
    e.recordedAt,
  ]);

const sortKeys = (x: unknown): unknown => {
  if (x === null || typeof x !== 'object') return x;
  if (Array.isArray(x)) return x.map(sortKeys);
  // Without a prototype, so that a member named __proto__ is a member like any other.
  const sorted: Record<string, unknown> = Object.create(null);
  const given = x as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(given).sort()) if (given[key] !== undefined) sorted[key] = sortKeys(given[key]);
  return sorted;
};
