import type { Actor } from '@openum/domain/actor/actor.ts';
import type { AuthorizationRequest, Channel, RequestedItem } from '@openum/domain/case/request.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { DocumentKind } from '@openum/domain/checklist/kind.ts';
import type { EmbeddedReport } from '@openum/domain/document/embedded.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import type { KeptMessage } from '../port/caseStore.ts';
import type { Tenant } from '../port/identity.ts';

/** A line as it was asked for; whether it is a drug is looked up. */
export type ArrivingItem = Omit<RequestedItem, 'isDrug'>;

/** What came in, read out of whatever channel, before it is linked to a member or decided. */
export type Arrival = {
  readonly tenant: Tenant;
  readonly actor: Actor;
  /** The practice for which a person of it sends. */
  readonly onBehalfOf?: string;
  readonly receivedAt: Instant;
  readonly message: KeptMessage;
  /** Numbers under which the member may be registered, the likeliest first. */
  readonly memberNumbers: readonly string[];
  readonly memberBirthDate?: CalendarDate;
  readonly request: Omit<
    AuthorizationRequest,
    'channel' | 'receivedAt' | 'zone' | 'member' | 'coverage' | 'items' | 'authorizationRequired' | 'messageId'
  > & { readonly items: readonly ArrivingItem[] };
  /** The message out of which a person entered this one; it is a document of the case. */
  readonly source?: {
    readonly messageId: string;
    readonly channel: Channel;
    readonly contentType: string;
    readonly sizeBytes: number;
    readonly sha256: string;
    /** What is to be said of the files inside it. */
    readonly embedded?: readonly EmbeddedReport[];
  };
  readonly documents: readonly {
    readonly title: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
    readonly origin: string;
    /** What it is, where the sender says it. */
    readonly kind?: DocumentKind;
    /** Day of the record itself, where the sender says it. */
    readonly recordedOn?: CalendarDate;
  }[];
  /** Id for the case that this opens, where it was given to it beforehand so that two messages at once open one. */
  readonly caseId?: string;
  /** Reference of an earlier request that this one changes, when the sender says so. */
  readonly changes?: string;
  /** Clinical facts with their sources; those of the diagnoses are added here. */
  readonly facts: readonly Fact[];
  /** The answer in the words of the channel, kept so that a resubmission gets the same one. */
  readonly answer: (received: { readonly caseId: string; readonly state: Case }) => Uint8Array;
};

/** A request that can be read and cannot be taken: the sender must mend something. No case is made; the message is kept. */
export type ArrivalProblem = {
  readonly what:
    | 'memberNotFound'
    | 'birthDateMismatch'
    | 'memberNotCovered'
    | 'providerIdentifierMissing'
    | 'serviceMissing'
    | 'serviceDateInvalid'
    | 'updateNotSupported'
    | 'requestRefused';
  readonly itemSequence?: number;
  /** For people; no health information in it. */
  readonly text: string;
};

export type Received =
  | { readonly kind: 'received'; readonly caseId: string; readonly state: Case; readonly answer: Uint8Array }
  /** The same message again: nothing was done twice, and this is what was answered. */
  | { readonly kind: 'repeated'; readonly answer: Uint8Array }
  /** The identifier was used before for another content. */
  | { readonly kind: 'identifierReused' }
  | { readonly kind: 'problems'; readonly problems: readonly ArrivalProblem[] };
