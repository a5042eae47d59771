import type { LineOfBusiness, Urgency } from '../case/request.ts';
import type { AppealDraft } from '../denial/appeal/draft.ts';
import type { LetterFacts } from '../denial/letter/record.ts';
import type { AuthorizedSpan, DeliveredService } from '../ledger/service.ts';
import type { BoundPart, PacketWay } from '../packet/record.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';

/** A patient as the practice knows them; a copy in each episode, so that later changes do not rewrite the record. */
export type Patient = {
  readonly patientId: string;
  readonly family: string;
  readonly given: string;
  readonly birthDate: CalendarDate;
  /** The practice's own chart number. */
  readonly chartNumber?: string;
  /** Records fall under 42 CFR Part 2. */
  readonly part2?: boolean;
};

export type Clinician = { readonly userId?: string; readonly name: string; readonly npi?: string };

/** A programme of the practice: where, at which level, and the code by which a day of it is billed. */
export type Programme = {
  readonly programmeId: string;
  readonly name: string;
  readonly levelOfCare: string;
  readonly code: string;
  /** Charge for a day, in cents. */
  readonly charge: number;
  /** Days of the week on which it is given, Monday being 1. Absent: every day. */
  readonly weekdays?: readonly number[];
};

export const coverageOrders = [1, 2, 3] as const;

export type EpisodeCoverage = {
  readonly coverageId: string;
  /** Who pays first. */
  readonly order: (typeof coverageOrders)[number];
  readonly payerId: string;
  readonly payerName: string;
  readonly memberNumber: string;
  readonly groupNumber?: string;
  readonly lineOfBusiness?: LineOfBusiness;
  /** State whose insurance law governs the contract (USPS code). */
  readonly stateOfIssue?: string;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
};

export const submissionKinds = ['initial', 'continuedStay', 'stepUp', 'stepDown', 'retrospective'] as const;
export type SubmissionKind = (typeof submissionKinds)[number];

export const submissionChannels = ['pas', 'x12', 'packet', 'phone', 'fax', 'portal'] as const;
export type SubmissionChannel = (typeof submissionChannels)[number];

/** A request to a payer, by whatever way it went. */
export type Submission = {
  readonly submissionId: string;
  readonly kind: SubmissionKind;
  readonly coverageId: string;
  readonly levelOfCare: string;
  readonly codes: readonly string[];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly units?: number;
  readonly urgency: Urgency;
  readonly channel: SubmissionChannel;
  readonly sentAt: Instant;
  /** Number, address or system that it went to. */
  readonly sentTo?: string;
  readonly spokeWith?: string;
  /** The payer's number of it. */
  readonly reference?: string;
  /** What was said of the patient, in the words that were sent. */
  readonly clinicalSummary: string;
  /** ICD-10-CM, the principal one first. */
  readonly diagnoses?: readonly string[];
  readonly noteCheckId?: string;
};

export const answerOutcomes = [
  'approved',
  'partiallyApproved',
  'modified',
  'denied',
  'pended',
  'informationRequested',
  'withdrawn',
  /** The payer's system could not take it: nothing was asked for. */
  'rejected',
] as const;
export type AnswerOutcome = (typeof answerOutcomes)[number];

export type SubmissionAnswer = {
  readonly outcome: AnswerOutcome;
  readonly answeredAt: Instant;
  readonly spokeWith?: string;
  readonly reference?: string;
  readonly reason?: string;
  /** What was asked for, when information is wanted. */
  readonly wanted?: readonly string[];
  readonly informationDueAt?: Instant;
};

/** An authorization of a payer, as it was told. */
export type PayerAuthorization = AuthorizedSpan & {
  readonly coverageId: string;
  readonly submissionId?: string;
  /** When the payer wants the next clinical update. */
  readonly nextReviewOn?: CalendarDate;
  readonly contact?: string;
};

const serviceSources = ['attendance', 'csv', 'claim'] as const;

export type BilledService = { readonly claimId: string; readonly billedOn: CalendarDate };

/** A named person let something through that nothing covers. */
export type Override = { readonly reason: string };

const denialSources = ['answer', 'letter', 'remittance'] as const;

export type Denial = LetterFacts & {
  readonly denialId: string;
  readonly coverageId: string;
  readonly source: (typeof denialSources)[number];
  readonly receivedOn: CalendarDate;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly levelOfCare?: string;
  readonly submissionId?: string;
  readonly claimId?: string;
  /** Claim adjustment and remark codes, as sent. */
  readonly adjustmentCodes: readonly string[];
  readonly remarkCodes: readonly string[];
  readonly reason?: string;
  /** Cents denied. */
  readonly amount: number;
  /** Last day on which an appeal can be filed. */
  readonly appealBy?: CalendarDate;
};

export const denialCauses = [
  'notObtained',
  'expiredMidStay',
  'wrongLevelOfCare',
  'documentation',
  'missedPeerToPeer',
  'retroNotPursued',
  'coding',
  'other',
] as const;
export type DenialCause = (typeof denialCauses)[number];

export const appealOutcomes = [
  'upheld',
  'overturned',
  'partlyOverturned',
  'withdrawn',
  /** Ended without a look at the question: it came too late, or something was missing. */
  'dismissed',
] as const;
export type PracticeAppealOutcome = (typeof appealOutcomes)[number];

export type PracticeAppeal = {
  readonly appealId: string;
  readonly denialId: string;
  /** 1 for the first level. */
  readonly level: number;
  readonly urgency: Urgency;
  readonly dueOn?: CalendarDate;
  readonly sentTo?: string;
  /** The letter as it stands or as it went. */
  readonly letter: string;
  /** The same point by point, where it was written here. */
  readonly draft?: AppealDraft;
};

/** Letter and exhibits in one file, as bound from the draft that stood then; kept byte by byte under its id. */
export type AppealFile = {
  readonly fileId: string;
  readonly pages: number;
  readonly sha256: string;
  readonly parts: readonly BoundPart[];
};

/** How an appeal went. */
export type AppealSending = {
  readonly sentOn: CalendarDate;
  readonly fileId?: string;
  readonly way?: PacketWay;
  readonly reference?: string;
  readonly spokeWith?: string;
  /** What the server said that took it. */
  readonly response?: string;
};

export type AppealAnswer = {
  readonly outcome: PracticeAppealOutcome;
  readonly answeredOn: CalendarDate;
  /** Cents that the payer pays after all; absent while nobody knows. */
  readonly recovered?: number;
  readonly note?: string;
  /** The payer's own number of the appeal. */
  readonly reference?: string;
  /** The payer's system said so; nobody wrote it down. */
  readonly saidByPayer?: true;
};

export const talkResults = ['overturned', 'partlyOverturned', 'upheld', 'informationOnly'] as const;
export type TalkResult = (typeof talkResults)[number];

export type TalkOffer = {
  readonly offerId: string;
  /** The payer's own id of it, where the payer's system said that it offers a talk; absent: somebody wrote it down. */
  readonly payerOfferId?: string;
  readonly submissionId?: string;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** Payer's number to call, and who will be there. */
  readonly phone?: string;
  readonly payerPhysician?: string;
  readonly reason?: string;
};

export type RecordedService = DeliveredService & { readonly source: (typeof serviceSources)[number] };
