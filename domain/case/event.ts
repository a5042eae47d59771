import type { Actor } from '../actor/actor.ts';
import type { AppealEvent, ReconsiderationEvent } from '../appeal/event.ts';
import type { CaseManagementEvent } from '../caseManagement/event.ts';
import type { DocumentKind } from '../checklist/kind.ts';
import type { Duration, LapseEffect } from '../clock/rule.ts';
import type { StartedClock } from '../clock/started.ts';
import type { CoverageEndEvent } from '../coverageEnd/event.ts';
import type { Evaluation } from '../criteria/evaluation.ts';
import type { DeliveryChannel, DeliveryEvent } from '../delivery/event.ts';
import type { Determination } from '../determination/determination.ts';
import type { EmbeddedReport } from '../document/embedded.ts';
import type { SaidPart } from '../document/part.ts';
import type { ExtractionEvent } from '../extraction/event.ts';
import type { Fact } from '../fact/fact.ts';
import type { InformationLinkEvent } from '../information/event.ts';
import type { IntakeEvent } from '../intake/event.ts';
import type { NoticeFormat, NoticeKind } from '../notice/document.ts';
import type { Part2Event } from '../part2/event.ts';
import type { PeerToPeerEvent } from '../peerToPeer/event.ts';
import type { PhysicianEvent } from '../physician/event.ts';
import type { ReopeningEvent } from '../reopening/event.ts';
import type { StayEvent } from '../stay/event.ts';
import type { SuggestionEvent } from '../suggestion/event.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';
import type { ToldByPhone } from '../urgency/told.ts';
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
  /** What it is, once somebody has said so. */
  readonly kind?: DocumentKind;
  /** What ranges of its pages are, as people have said one after another. */
  readonly parts?: readonly SaidPart[];
  /** Day of the record itself: when the note was written, the picture taken. Absent: nobody said. */
  readonly recordedOn?: CalendarDate;
  /** A person gave the message as a file: it is read page by page, in a machine's words too. */
  readonly uploaded?: true;
  /** What is to be said of the files inside it. */
  readonly embedded?: readonly EmbeddedReport[];
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
  /** The appeal that a letter speaks of. */
  readonly appealId?: string;
  /** The review by a quality improvement organization for which a letter explains the end of coverage. */
  readonly reviewId?: string;
  readonly templateId: string;
  readonly templateVersion: string;
  readonly language: string;
  readonly pdfSha256: string;
  readonly htmlSha256: string;
  /** By which it goes first; what became of it is told by the events of its delivery. */
  readonly channel: DeliveryChannel;
  /** Address of mail or number of fax. */
  readonly sendTo?: string;
  /** Where a mail says that the letter is in the post. */
  readonly announceTo?: string;
  /** Of the template's text, so that a letter and the version that it names cannot drift apart. */
  readonly templateSha256?: string;
  readonly format?: NoticeFormat;
  /** Where it goes, when that is not the address of the request. */
  readonly addressee?: readonly string[];
  /** `deposited`: on paper it counts as sent once the carrier has it. Absent: when it was issued. */
  readonly countsWhen?: 'deposited';
  /** The letter that this one takes the place of. */
  readonly reissue?: Reissue;
  /** The run of letters that it belongs to. */
  readonly bulkRunId?: string;
};

export const reissueReasons = [
  'addressCorrected',
  'languageChanged',
  'formatChanged',
  'errorInLetter',
  'lostInMail',
] as const;
export type Reissue = {
  readonly noticeId: string;
  readonly because: (typeof reissueReasons)[number];
  readonly explanation: string;
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
        readonly because:
          | 'received'
          | 'revised'
          | 'urgencyChanged'
          | 'receiptCorrected'
          | 'continuedStay'
          | 'decided'
          | 'reopened';
        /** The clocks that run from now on; those that ran before for the same lines are superseded. */
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
        /** A request to expedite was refused in a line of business where the member is told of it, by this rule. */
        readonly refusal?: { readonly citation: string; readonly told?: ToldByPhone };
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
  | InformationLinkEvent
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
      /** Somebody asked the owner to look at it. */
      readonly type: 'OwnerReminded';
      readonly data: { readonly to: Assignee; readonly text: string };
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
  | IntakeEvent
  | StayEvent
  | ReopeningEvent
  | CaseManagementEvent
  | CoverageEndEvent
  | PhysicianEvent
  | PeerToPeerEvent
  | AppealEvent
  | ReconsiderationEvent
  | DeliveryEvent
  | ExtractionEvent
  | SuggestionEvent
  | Part2Event;

export type CaseEventType = CaseEvent['type'];

/** An event with who, on whose behalf, when it happened and when it was written down. */
export type RecordedEvent = CaseEvent & {
  readonly actor: Actor;
  readonly onBehalfOf?: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
};
