import type { CalendarDate, Instant, ZoneId } from '../time/instant.ts';

export const linesOfBusiness = [
  'medicareAdvantage',
  'medicaidManagedCare',
  'chip',
  'qhp',
  'commercialInsured',
  'selfFundedErisa',
  'fehb',
  'medicareFfs',
] as const;
export type LineOfBusiness = (typeof linesOfBusiness)[number];

/** The stage of care at which a line is reviewed: before it, during it, after it. */
export const reviewTypes = ['prospective', 'concurrent', 'retrospective'] as const;
export type ReviewType = (typeof reviewTypes)[number];
export type Urgency = 'standard' | 'expedited';
export type Channel = 'pas' | 'x12' | 'portal' | 'fax' | 'phone' | 'mail' | 'admissionNotice';
export type Setting = 'inpatient' | 'outpatient' | 'emergency' | 'home' | 'office' | 'skilledNursing' | 'other';

export type Coding = {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
};

export type Address = {
  readonly lines: readonly string[];
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
};

export type Member = {
  /** Row of the member register; absent while nobody has linked the request to a member. */
  readonly id?: string;
  /** The plan's member or subscriber number, as sent. */
  readonly memberNumber: string;
  readonly family: string;
  readonly given: string;
  readonly birthDate: CalendarDate;
  readonly sex: 'female' | 'male' | 'other' | 'unknown';
  readonly address?: Address;
  readonly language?: string;
};

export type Provider = {
  readonly npi?: string;
  readonly name: string;
  readonly specialty?: string;
  readonly phone?: string;
  readonly fax?: string;
  readonly address?: Address;
};

export type Coverage = {
  readonly lineOfBusiness: LineOfBusiness;
  readonly planName: string;
  /** State whose insurance law governs the contract (USPS code). */
  readonly stateOfIssue: string;
  readonly planId?: string;
  readonly groupNumber?: string;
};

export type Quantity = { readonly value: number; readonly unit: string };
/** Days, first and last both included: the form in which payers and providers write service dates. */
export type ServicePeriod = {
  readonly start: CalendarDate;
  readonly end?: CalendarDate;
};

export type RequestedItem = {
  /** Number of the line in the request; it names the line in every later exchange. */
  readonly sequence: number;
  readonly service: Coding;
  readonly modifiers?: readonly string[];
  readonly quantity?: Quantity;
  readonly period?: ServicePeriod;
  readonly diagnoses: readonly string[];
  readonly levelOfCare?: string;
  readonly placeOfService?: string;
  readonly servicingProvider?: Provider;
  readonly isDrug: boolean;
  /** Stage at which this line is reviewed, where it differs from the request's: a line of a continued stay is concurrent. */
  readonly reviewType?: ReviewType;
  /** The sender lists this line as one that is no longer asked for. */
  readonly cancelled?: boolean;
  /** Sender's own line trace number, echoed in answers. */
  readonly traceNumber?: { readonly system?: string; readonly value: string };
};

export type Diagnosis = {
  readonly sequence: number;
  readonly code: string;
  readonly principal: boolean;
};

/** An inpatient, residential or day programme that the request is about. One case holds one stay with all its reviews. */
export type Stay = {
  readonly facility: Provider;
  readonly admittedAt: Instant;
  /** Level of care on admission, in the words of the service catalogue. */
  readonly levelOfCare: string;
  readonly admissionSource?: 'emergency' | 'elective' | 'transfer' | 'newborn' | 'other';
  readonly dischargedAt?: Instant;
  /** The facility's own number of the visit, by which later messages about it are recognised. */
  readonly visitNumber?: { readonly system?: string; readonly value: string };
  /** When the facility asked to go on with care after an emergency was stabilized: the plan answers within the hour or pays. */
  readonly postStabilizationRequestedAt?: Instant;
  /** A delivery in this stay; the hours after it need no authorization. */
  readonly delivery?: { readonly at: Instant; readonly kind: 'vaginal' | 'caesarean' };
};

export const retrospectiveReasons = [
  'emergencyAdmission',
  'auditFlag',
  'deniedClaim',
  'coverageUnknownAtService',
  'retroactiveEligibility',
  'other',
] as const;

/** Why a service is reviewed after it was given, and when it was given. */
export type Retrospective = {
  readonly reason: (typeof retrospectiveReasons)[number];
  readonly serviceEndedOn: CalendarDate;
  readonly claimNumber?: string;
  readonly note?: string;
};

/** A request as it arrived, in the words of the trade, whatever the channel. The original message is kept beside it, unaltered. */
export type AuthorizationRequest = {
  readonly channel: Channel;
  readonly receivedAt: Instant;
  /** Zone in which this plan counts days for this contract. */
  readonly zone: ZoneId;
  readonly reviewType: ReviewType;
  readonly urgency: Urgency;
  /** Who said that it is urgent, and on what ground, when it is. */
  readonly urgencyBasis?: string;
  readonly urgencyRequestedBy?: 'physician' | 'provider' | 'member' | 'plan';
  readonly setting: Setting;
  readonly member: Member;
  readonly coverage: Coverage;
  readonly requestingProvider: Provider;
  readonly diagnoses: readonly Diagnosis[];
  readonly items: readonly RequestedItem[];
  /** True unless the service catalogue says that no item needs an authorization. */
  readonly authorizationRequired: boolean;
  readonly stay?: Stay;
  readonly retrospective?: Retrospective;
  readonly rationale?: string;
  /** Identifier of the stored original message. */
  readonly messageId?: string;
  readonly senderReference?: {
    readonly system?: string;
    readonly value: string;
  };
};
