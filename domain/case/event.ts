import type { Actor } from '../actor/actor.ts';
import type { CaseManagementEvent } from '../caseManagement/event.ts';
import type { Duration, LapseEffect } from '../clock/rule.ts';
import type { StartedClock } from '../clock/started.ts';
import type { Evaluation } from '../criteria/evaluation.ts';
import type { Determination } from '../determination/determination.ts';
import type { Fact } from '../fact/fact.ts';
import type { NoticeKind } from '../notice/document.ts';
import type { PeerToPeerEvent } from '../peerToPeer/event.ts';
import type { Instant } from '../time/instant.ts';
import type { AuthorizationRequest, Diagnosis, RequestedItem, Urgency } from './request.ts';

export type AttachedDocument = {
  readonly documentId: string;
  readonly title: string;
  readonly contentType: string;
  /** Length of the kept bytes. */
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Where it came from: fullUrl in the bundle, or how it was given. */
  readonly origin: string;
};

export type InformationItem = {
  readonly text: string;
  readonly itemSequence?: number;
  /** Leaf of the criteria tree that this answers, when it came from one. */
  readonly leafPath?: string;
};

export type Assignee = { readonly userId: string; readonly name: string };

export type IssuedNotice = {
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly audience: 'member' | 'provider';
  readonly itemSequences: readonly number[];
  /** The clock that a letter about a time limit speaks of; absent in a letter about decisions. */
  readonly clockId?: string;
  readonly templateId: string;
  readonly templateVersion: string;
  readonly language: string;
  readonly pdfSha256: string;
  readonly htmlSha256: string;
  readonly channel: 'portal' | 'print';
};

/** What happened to a case, in the past tense. The list only grows. */
export type CaseEvent =
  | {
      readonly type: 'RequestReceived';
      readonly data: {
        readonly caseNumber: string;
        readonly request: AuthorizationRequest;
      };
    }
  | {
      /** The sender repeats every line: changed, added or no longer asked for. Undecided lines take the new wording. */
      readonly type: 'RequestRevised';
      readonly data: {
        readonly items: readonly RequestedItem[];
        readonly diagnoses: readonly Diagnosis[];
        readonly rationale?: string;
        readonly messageId: string;
        readonly senderReference?: AuthorizationRequest['senderReference'];
      };
    }
  | {
      readonly type: 'ClocksStarted';
      readonly data: {
        readonly because: 'received' | 'revised' | 'urgencyChanged' | 'receiptCorrected';
        /** The clocks that run from now on; those that ran before and are not named here are superseded. */
        readonly clocks: readonly StartedClock[];
      };
    }
  | {
      readonly type: 'ClockExtended';
      readonly data: {
        readonly clockId: string;
        readonly ruleId: string;
        /** One of the rule's own. */
        readonly ground: string;
        /** Absent: all that the rule allows. */
        readonly by?: Duration;
        readonly reason: string;
        readonly dueBefore: Instant;
        /** Where the rule wants a notice: once it has gone out in time. */
        readonly dueAfter: Instant;
      };
    }
  | {
      /** A clock that binds ran out without the act that it waited for. What follows is its own rule's effect, never a denial. */
      readonly type: 'DeadlineMissed';
      readonly data: {
        readonly clockId: string;
        readonly ruleId: string;
        readonly citation: string;
        readonly lapseEffect: LapseEffect;
        readonly dueAt: Instant;
        readonly notedAt: Instant;
        readonly lateBySeconds: number;
        /** Lines that were still to be decided. */
        readonly itemSequences: readonly number[];
      };
    }
  | { readonly type: 'DocumentAttached'; readonly data: AttachedDocument }
  | {
      readonly type: 'FactsRecorded';
      readonly data: {
        readonly facts: readonly Fact[];
        readonly replaces?: readonly string[];
      };
    }
  | {
      readonly type: 'CriteriaEvaluated';
      readonly data: { readonly evaluations: readonly Evaluation[] };
    }
  | {
      readonly type: 'UrgencyChanged';
      readonly data: {
        readonly from: Urgency;
        readonly to: Urgency;
        readonly basis: string;
        readonly attested: true;
      };
    }
  | {
      readonly type: 'InformationRequested';
      readonly data: {
        readonly requestId: string;
        readonly items: readonly InformationItem[];
        readonly message?: string;
        readonly dueAt: Instant;
      };
    }
  | {
      readonly type: 'InformationReceived';
      readonly data: {
        readonly requestId: string;
        readonly summary: string;
        readonly documentIds: readonly string[];
      };
    }
  | {
      readonly type: 'Assigned';
      readonly data: {
        readonly to: Assignee;
        readonly from?: Assignee;
        readonly reason?: string;
      };
    }
  | {
      readonly type: 'Released';
      readonly data: { readonly from: Assignee; readonly reason?: string };
    }
  | {
      readonly type: 'ReviewCompleted';
      readonly data: {
        readonly outcome: 'approve' | 'refer';
        readonly itemSequences: readonly number[];
        readonly summary: string;
      };
    }
  | {
      readonly type: 'ReferredToPhysician';
      readonly data: {
        readonly itemSequences: readonly number[];
        readonly reason: string;
        readonly specialty?: string;
      };
    }
  | { readonly type: 'ItemDetermined'; readonly data: Determination }
  | { readonly type: 'NoticeIssued'; readonly data: IssuedNotice }
  | {
      readonly type: 'Withdrawn';
      readonly data: { readonly requestedBy: string; readonly reason: string };
    }
  | {
      readonly type: 'Voided';
      readonly data: {
        readonly reason: string;
        readonly duplicateOfCaseId?: string;
      };
    }
  | {
      readonly type: 'ReceiptCorrected';
      readonly data: {
        readonly from: Instant;
        readonly to: Instant;
        readonly reason: string;
      };
    }
  | {
      readonly type: 'NoteAdded';
      readonly data: { readonly noteId: string; readonly text: string };
    }
  | CaseManagementEvent
  | PeerToPeerEvent;

export type CaseEventType = CaseEvent['type'];

/** An event with who, on whose behalf, when it happened and when it was written down. */
export type RecordedEvent = CaseEvent & {
  readonly actor: Actor;
  readonly onBehalfOf?: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
};
