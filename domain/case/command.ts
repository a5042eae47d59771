import type { Actor } from '../actor/actor.ts';
import type { AppealCommand, NextAppeal, ReconsiderationCommand } from '../appeal/command.ts';
import type { CaseManagementCommand } from '../caseManagement/command.ts';
import type { BusinessCalendar } from '../clock/calendar.ts';
import type { Duration, TurnaroundRule } from '../clock/rule.ts';
import type { StartedClock } from '../clock/started.ts';
import type { CoverageEndCommand } from '../coverageEnd/command.ts';
import type { Evaluation } from '../criteria/evaluation.ts';
import type { DeliveryCommand } from '../delivery/command.ts';
import type {
  AdverseOutcome,
  Authorized,
  AutomaticOutcome,
  CriteriaReference,
  ReasonClass,
} from '../determination/determination.ts';
import type { ExtractionCommand } from '../extraction/command.ts';
import type { Fact } from '../fact/fact.ts';
import type { MakeInformationLink } from '../information/command.ts';
import type { IntakeCommand } from '../intake/command.ts';
import type { IntakeEvent } from '../intake/event.ts';
import type { Part2Command } from '../part2/command.ts';
import type { PeerToPeerCommand, PeerToPeerDemand } from '../peerToPeer/command.ts';
import type { PhysicianCommand } from '../physician/command.ts';
import type { ReopeningCommand } from '../reopening/command.ts';
import type { ApprovalLock } from '../reopening/lock.ts';
import type { StayCommand } from '../stay/command.ts';
import type { SuggestionCommand } from '../suggestion/command.ts';
import type { Instant } from '../time/instant.ts';
import type { ToldByPhone } from '../urgency/told.ts';
import type { Assignee, AttachedDocument, InformationItem, IssuedNotice } from './event.ts';
import type { AuthorizationRequest, Diagnosis, RequestedItem, Urgency } from './request.ts';

/** What a reviewer must be, by the rule that binds this case. Absent fields mean the stricter reading. */
export type ReviewerRequirement = {
  /** `memberState`: licensed in the member's state; `anyState`: a current unrestricted licence of any US state. */
  readonly licence: 'memberState' | 'anyState';
  /** When present, the reviewer must hold one of these. */
  readonly specialties?: readonly string[];
  /** Absent: no rule asks for a certificate of a board. */
  readonly boardCertified?: true;
  readonly citation: string;
};

export type ItemDecision =
  | {
      readonly outcome: 'approved';
      readonly itemSequence: number;
      readonly authorized: Authorized;
      readonly rationale?: string;
    }
  | {
      readonly outcome: AdverseOutcome;
      readonly itemSequence: number;
      readonly reasonClass: ReasonClass;
      readonly reasonCodes: readonly string[];
      readonly rationale: string;
      readonly memberRationale: string;
      readonly alternatives?: string;
      readonly authorized?: Authorized;
    };

export type AutomaticFinding = {
  readonly itemSequence: number;
  readonly outcome: AutomaticOutcome;
  readonly authorizationNumber: string;
};

type Body =
  | {
      readonly type: 'ReceiveRequest';
      readonly caseNumber: string;
      readonly request: AuthorizationRequest;
      readonly clocks: readonly StartedClock[];
      readonly documents: readonly AttachedDocument[];
      readonly facts: readonly Fact[];
      readonly evaluations: readonly Evaluation[];
      /** What the rules found for an item, with a number ready in case it is approved. */
      readonly automatic: readonly AutomaticFinding[];
      /** Earlier requests of the member that may be the same, from the rules. */
      readonly duplicates?: Extract<IntakeEvent, { type: 'PossibleDuplicatesFound' }>['data'];
      /** To whom it goes, when something is left for a person. */
      readonly route?: Extract<IntakeEvent, { type: 'CaseRouted' }>['data'];
    }
  | {
      /** From the sender of the request: every line again, as it is now asked for. */
      readonly type: 'ReviseRequest';
      readonly items: readonly RequestedItem[];
      readonly diagnoses: readonly Diagnosis[];
      readonly rationale?: string;
      readonly messageId: string;
      readonly senderReference?: AuthorizationRequest['senderReference'];
      readonly clocks: readonly StartedClock[];
      readonly documents: readonly AttachedDocument[];
      readonly facts: readonly Fact[];
      readonly replaces: readonly string[];
      readonly evaluations: readonly Evaluation[];
      readonly automatic: readonly AutomaticFinding[];
    }
  | {
      readonly type: 'AttachDocument';
      readonly document: AttachedDocument;
      /** Files that were inside it. */
      readonly inside?: readonly AttachedDocument[];
    }
  | {
      readonly type: 'RecordFacts';
      readonly facts: readonly Fact[];
      readonly replaces?: readonly string[];
      /** The criteria read again with these facts. */
      readonly evaluations: readonly Evaluation[];
    }
  | {
      readonly type: 'EvaluateCriteria';
      readonly evaluations: readonly Evaluation[];
    }
  | { readonly type: 'Assign'; readonly to: Assignee; readonly reason?: string }
  | { readonly type: 'Claim' }
  | { readonly type: 'Release'; readonly reason?: string }
  | { readonly type: 'RemindOwner'; readonly text: string }
  | {
      readonly type: 'SetUrgency';
      readonly urgency: Urgency;
      readonly basis: string;
      readonly attested: boolean;
      readonly clocks: readonly StartedClock[];
      /** The rule by which the member is told when a request to expedite is refused, and the clocks of that letter. */
      readonly refusalNotice?: { readonly citation: string; readonly clocks: readonly StartedClock[] };
      readonly told?: ToldByPhone;
    }
  | {
      readonly type: 'ExtendClock';
      readonly clockId: string;
      readonly ground: string;
      /** Absent: all that the rule allows. */
      readonly by?: Duration;
      readonly reason: string;
      /** The rule that started the clock, and the calendar of that rule. */
      readonly rule: TurnaroundRule;
      readonly calendar: BusinessCalendar;
    }
  | {
      /** From the sweep that watches the clocks. */
      readonly type: 'NoteMissedDeadline';
      readonly clockId: string;
      readonly rule: TurnaroundRule;
      readonly calendar: BusinessCalendar;
      /** All that was asked for, line by line; used only where the rule deems the request approved. */
      readonly grants: readonly { readonly itemSequence: number; readonly authorized: Authorized }[];
      /** The level that opens by itself, where an appeal was not decided in time. */
      readonly nextAppeal?: NextAppeal;
    }
  | {
      readonly type: 'RequestInformation';
      readonly requestId: string;
      readonly items: readonly InformationItem[];
      readonly message?: string;
      readonly dueAt: Instant;
    }
  | {
      readonly type: 'ReceiveInformation';
      readonly requestId: string;
      readonly summary: string;
      readonly documents: readonly AttachedDocument[];
      readonly facts: readonly Fact[];
      /** The criteria read again with these facts. */
      readonly evaluations: readonly Evaluation[];
    }
  | MakeInformationLink
  | {
      readonly type: 'CompleteReview';
      readonly outcome: 'approve';
      readonly summary: string;
      readonly items: readonly {
        readonly itemSequence: number;
        readonly authorized: Authorized;
        readonly criteria: readonly CriteriaReference[];
      }[];
    }
  | {
      readonly type: 'CompleteReview';
      readonly outcome: 'refer';
      readonly summary: string;
      readonly itemSequences: readonly number[];
      readonly specialty?: string;
    }
  | {
      readonly type: 'DetermineItems';
      readonly decisions: readonly ItemDecision[];
      readonly criteria: readonly (CriteriaReference & {
        readonly itemSequence: number;
      })[];
      readonly requirement: ReviewerRequirement;
      readonly peerToPeer: PeerToPeerDemand;
      /** Rules that bind the plan to what it authorized before. */
      readonly approvalLocks: readonly ApprovalLock[];
      readonly attestation: {
        readonly noConflictOfInterest: boolean;
        readonly reviewedRecord: boolean;
      };
      /** With whom this person declared a conflict that touches the case, from what they declared; never from the act itself. */
      readonly declaredConflict?: string;
      /** Ids of the documents that this person has opened in this case, from the log of reads; never from the person. */
      readonly evidenceOpened: readonly string[];
    }
  | {
      readonly type: 'RecordNotices';
      readonly notices: readonly IssuedNotice[];
    }
  | {
      readonly type: 'Withdraw';
      readonly requestedBy: string;
      readonly reason: string;
    }
  | {
      readonly type: 'Void';
      readonly reason: string;
      readonly duplicateOfCaseId?: string;
    }
  | {
      readonly type: 'CorrectReceipt';
      readonly receivedAt: Instant;
      readonly reason: string;
      readonly clocks: readonly StartedClock[];
    }
  | {
      readonly type: 'AddNote';
      readonly noteId: string;
      readonly text: string;
    }
  | IntakeCommand
  | StayCommand
  | ExtractionCommand
  | SuggestionCommand
  | Part2Command
  | ReopeningCommand
  | AppealCommand
  | ReconsiderationCommand
  | CaseManagementCommand
  | CoverageEndCommand
  | PhysicianCommand
  | PeerToPeerCommand
  | DeliveryCommand;

export type CommandType = Body['type'];

/** An intention, with who and when. `now` is the only time that the rules know. */
export type CaseCommand = Body & {
  readonly actor: Actor;
  readonly now: Instant;
  readonly onBehalfOf?: string;
  /** When it happened in the world, when that was earlier than `now` (a phone call written down later). */
  readonly occurredAt?: Instant;
  /** Clocks that may have run out before this came, with what they are counted by: a miss is noted before anything else. */
  readonly overdue?: readonly LapsedClock[];
  readonly onDecision?: DecisionClocks;
};

/** Clocks that a decision made now would start, by what was decided. */
export type DecisionClocks = Readonly<Record<'decisionMade' | 'adverseDecisionMade', readonly StartedClock[]>>;

export type LapsedClock = Pick<
  Extract<Body, { type: 'NoteMissedDeadline' }>,
  'clockId' | 'rule' | 'calendar' | 'grants' | 'nextAppeal'
>;

export type CommandOf<T extends CommandType> = Extract<CaseCommand, { type: T }>;
