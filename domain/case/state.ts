import type { Appeal, Reconsideration } from '../appeal/appeal.ts';
import type { CaseManagementReferral } from '../caseManagement/referral.ts';
import type { Duration } from '../clock/rule.ts';
import type { StartedClock } from '../clock/started.ts';
import type { CoverageEnd, DeliveredNotice } from '../coverageEnd/coverageEnd.ts';
import type { Evaluation } from '../criteria/evaluation.ts';
import type { DeliveryStep, OralNotice } from '../delivery/event.ts';
import type { Determination } from '../determination/determination.ts';
import type { DuplicateCandidate } from '../duplicate/duplicate.ts';
import type { AnsweredExtract } from '../extraction/evolve.ts';
import type { Fact } from '../fact/fact.ts';
import type { MarkedPart2 } from '../part2/evolve.ts';
import type { IntentToDeny, PeerToPeer } from '../peerToPeer/peerToPeer.ts';
import type { Sought } from '../physician/waiting.ts';
import type { Reopening } from '../reopening/event.ts';
import type { TeamRef } from '../routing/route.ts';
import type { StayRecord } from '../stay/stay.ts';
import type { AnsweredSuggestion } from '../suggestion/evolve.ts';
import type { Instant } from '../time/instant.ts';
import type { ToldByPhone } from '../urgency/told.ts';
import type { Assignee, AttachedDocument, CaseEvent, InformationItem, IssuedNotice } from './event.ts';
import type { AuthorizationRequest, RequestedItem, Urgency } from './request.ts';

export type InformationRequest = {
  readonly requestId: string;
  readonly items: readonly InformationItem[];
  readonly message?: string;
  readonly sentAt: Instant;
  readonly dueAt: Instant;
  readonly answeredAt?: Instant;
  readonly summary?: string;
};

export type Extension = {
  readonly clockId: string;
  readonly ruleId: string;
  readonly ground: string;
  readonly by?: Duration;
  readonly reason: string;
  readonly dueBefore: Instant;
  readonly dueAfter: Instant;
  readonly takenAt: Instant;
  /** When the letter about it went out. */
  readonly noticeIssuedAt?: Instant;
};

export type MissedDeadline = Extract<CaseEvent, { type: 'DeadlineMissed' }>['data'] & {
  /** When the letter about it went out, where its effect demands one. */
  readonly noticeIssuedAt?: Instant;
};

export type Note = {
  readonly noteId: string;
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
};

export type CaseItem = RequestedItem & {
  readonly determination?: Determination;
  /** Earlier determinations of this item, oldest first; none is ever lost. */
  readonly earlierDeterminations: readonly Determination[];
  readonly cancelled: boolean;
};

/** Everything the events say, folded. Status, due moments and tasks are derived from it, never kept in it. */
export type Case = {
  readonly kind: 'case';
  /** Number of events folded; the next one must be written on top of exactly this many. */
  readonly version: number;
  readonly caseNumber: string;
  readonly request: AuthorizationRequest;
  readonly receivedAt: Instant;
  readonly urgency: Urgency;
  readonly items: readonly CaseItem[];
  readonly documents: readonly AttachedDocument[];
  readonly facts: readonly Fact[];
  /** Latest evaluation of each item and criteria set. */
  readonly evaluations: readonly Evaluation[];
  readonly informationRequests: readonly InformationRequest[];
  readonly clocks: readonly StartedClock[];
  readonly supersededClocks: readonly StartedClock[];
  readonly extensions: readonly Extension[];
  readonly missedDeadlines: readonly MissedDeadline[];
  readonly assignee?: Assignee;
  /** Where a rule sent it; `toUserId` while nobody has settled otherwise. */
  readonly routed?: { readonly team: TeamRef; readonly because: string; readonly toUserId?: string };
  /** Earlier requests that may be the same, with who ruled which out. */
  readonly possibleDuplicates: readonly (DuplicateCandidate & {
    readonly ruledOut?: { readonly reason: string; readonly by: string; readonly at: Instant };
  })[];
  /** Items that wait for a physician. */
  readonly referred: readonly {
    readonly itemSequence: number;
    readonly reason: string;
    /** Field of medicine that the nurse asked for. */
    readonly specialty?: string;
    readonly at: Instant;
    readonly by: string;
  }[];
  readonly reviews: readonly {
    readonly outcome: 'approve' | 'refer';
    readonly by: string;
    readonly byUserId?: string;
    readonly summary: string;
    readonly at: Instant;
  }[];
  readonly notices: readonly (IssuedNotice & {
    readonly issuedAt: Instant;
    /** Items of this notice that were determined again after it: for them it is no notice any more. */
    readonly outdatedFor: readonly number[];
  })[];
  /** What became of the letters, oldest first. */
  readonly deliverySteps: readonly DeliveryStep[];
  /** Decisions that were told by telephone. */
  readonly oralNotices: readonly OralNotice[];
  /** Requests to expedite that were refused, where the member is told of it. */
  readonly expediteRefusals: readonly {
    readonly reason: string;
    readonly citation: string;
    readonly at: Instant;
    readonly told?: ToldByPhone;
    readonly noticeIssuedAt?: Instant;
  }[];
  readonly notes: readonly Note[];
  /** Talks offered to the treating clinician, oldest first. */
  readonly peerToPeer: readonly PeerToPeer[];
  readonly intentsToDeny: readonly IntentToDeny[];
  /** Decided lines that were opened again, oldest first. */
  readonly reopenings: readonly (Reopening & { readonly at: Instant })[];
  /** Appeals at every level, oldest first. */
  readonly appeals: readonly Appeal[];
  readonly reconsiderations: readonly Reconsideration[];
  /** Each look for a physician, oldest first. */
  readonly physiciansSought: readonly Sought[];
  /** Hand-offs to case management, oldest first. */
  readonly caseManagement: readonly CaseManagementReferral[];
  /** The stay that the case is about, with all its reviews. */
  readonly stay?: StayRecord;
  /** Plans to end what is covered, oldest first, with the reviews of them. */
  readonly coverageEnds: readonly CoverageEnd[];
  /** Medicare's standard notices that were handed over. */
  readonly medicareNotices: readonly DeliveredNotice[];
  /** What people made of the facts that rules read from documents, oldest first. */
  readonly extractedAnswers: readonly AnsweredExtract[];
  /** What people made of the suggestions of a model, oldest first. */
  readonly suggestionAnswers: readonly AnsweredSuggestion[];
  /** What people said about records under 42 CFR Part 2, oldest first. */
  readonly part2Marks: readonly MarkedPart2[];
  readonly withdrawn?: { readonly reason: string; readonly at: Instant };
  readonly voided?: { readonly reason: string; readonly at: Instant; readonly duplicateOfCaseId?: string };
  readonly lastEventAt: Instant;
};

export type CaseState = { readonly kind: 'none' } | Case;

export const noCase: CaseState = { kind: 'none' };

/** The lists of a case to which nothing has happened yet. */
export const nothingYet = {
  documents: [],
  facts: [],
  evaluations: [],
  informationRequests: [],
  clocks: [],
  supersededClocks: [],
  extensions: [],
  missedDeadlines: [],
  referred: [],
  reviews: [],
  notices: [],
  deliverySteps: [],
  oralNotices: [],
  notes: [],
  peerToPeer: [],
  intentsToDeny: [],
  reopenings: [],
  appeals: [],
  reconsiderations: [],
  physiciansSought: [],
  caseManagement: [],
  extractedAnswers: [],
  suggestionAnswers: [],
  part2Marks: [],
  coverageEnds: [],
  medicareNotices: [],
  possibleDuplicates: [],
  expediteRefusals: [],
} as const satisfies Partial<Case>;
