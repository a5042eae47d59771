import type {
  Address,
  Coding,
  Diagnosis,
  Provider,
  RequestedItem,
  ReviewType,
  ServicePeriod,
  Setting,
  Urgency,
} from '@openum/domain/case/request.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { Issue } from './issue.ts';

export type Identifier = { readonly system?: string; readonly value: string };

/** The patient as the sender described them; linking to a row of the member register is the task of casework. */
export type MemberAsSent = {
  readonly fullUrl: string;
  /** The surest of `memberNumbers`. */
  readonly memberNumber: string;
  /** Every number that may name the member: Coverage member identifier, Patient `MB`, subscriber number, others. */
  readonly memberNumbers: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly family: string;
  readonly given: string;
  readonly birthDate?: CalendarDate;
  readonly sex: 'female' | 'male' | 'other' | 'unknown';
  readonly address?: Address;
  readonly language?: string;
};

export type PayorAsSent = {
  readonly fullUrl: string;
  readonly name: string;
  readonly identifiers: readonly Identifier[];
};

export type CoverageAsSent = {
  readonly fullUrl: string;
  readonly payor: PayorAsSent;
  readonly memberId?: string;
  readonly subscriberId?: string;
  /** Code of the relationship to the subscriber: `self`, `child`, or X12 1069. */
  readonly relationship?: string;
  readonly planId?: string;
  readonly planName?: string;
  readonly groupNumber?: string;
  readonly groupName?: string;
  readonly types: readonly Coding[];
  readonly period?: {
    readonly start?: CalendarDate;
    readonly end?: CalendarDate;
  };
};

export type SubmittedItem = RequestedItem & {
  /** X12 1322: I initial, R renewal, S revised, 1 and 2 appeals, 3 cancel, 4 extension, 5 notification. */
  readonly certificationType: string;
  /** X12 1525: AR admission, HS health services, IN individual, SC specialty care. */
  readonly requestType: string;
  /** X12 1365 service type. */
  readonly category?: string;
  /** Upper end of a range of codes, when a range was asked for. */
  readonly serviceEnd?: Coding;
  readonly revenueCode?: string;
  readonly typeOfBill?: string;
  /** Authorization that this line continues or changes. */
  readonly previousAuthorizationNumber?: string;
  readonly administrationReferenceNumber?: string;
  readonly infoChanged?: 'added' | 'changed';
  readonly cancelled: boolean;
};

/** A file that came with the request. `bytes` are the decoded attachment, unaltered. */
export type SubmittedDocument = {
  readonly fullUrl: string;
  readonly title: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** X12 755 report type of the supporting information that points to it. */
  readonly reportType?: string;
  readonly date?: string;
};

/** What a `$submit` Bundle says, in the words of the trade. Everything is as sent; nothing is looked up or decided. */
export type Submission = {
  readonly kind: 'submission';
  /** Together with `senderReference` the key of idempotence. */
  readonly bundleIdentifier: Identifier;
  readonly senderReference: Identifier;
  /** fullUrl of the Claim. */
  readonly claimFullUrl: string;
  readonly claimType: 'institutional' | 'professional' | 'oral';
  readonly isUpdate: boolean;
  /** Every line, or the whole Claim, is cancelled. */
  readonly isCancel: boolean;
  /** Identifier of the Claim that this one replaces, for an update. */
  readonly priorReference?: Identifier;
  readonly reviewType: ReviewType;
  readonly urgency: Urgency;
  /** Which element made it expedited. */
  readonly urgencyBasis?: string;
  readonly setting: Setting;
  readonly member: MemberAsSent;
  readonly coverage: CoverageAsSent;
  readonly requestingProvider: Provider;
  readonly diagnoses: readonly Diagnosis[];
  readonly items: readonly SubmittedItem[];
  readonly admission?: ServicePeriod;
  readonly dischargedOn?: CalendarDate;
  readonly documents: readonly SubmittedDocument[];
  /** Free-form messages of the sender, in order. */
  readonly messages: readonly string[];
  readonly authorizationNumber?: string;
  readonly administrationReferenceNumber?: string;
  readonly warnings: readonly Issue[];
};

/** One business error (second failure channel): HTTP 200, ClaimResponse.outcome `error`. */
export type BusinessError = {
  /** X12 901 reject reason. */
  readonly code901: string;
  /** X12 889 follow-up action. */
  readonly followup889: 'C' | 'N' | 'P' | 'R' | 'Y';
  /** X12 element, for example `2010C-NM109`. */
  readonly element?: string;
  /** FHIRPath in the request bundle. */
  readonly path?: string;
  /** What is wrong and what helps, without values of the request. */
  readonly text: string;
};
