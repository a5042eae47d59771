import type { CalendarDate } from '@openum/domain/time/instant.ts';

export type Organization = { readonly name: string; readonly id: string; readonly idQualifier: string };

export type X12Person = {
  readonly family: string;
  readonly given?: string;
  readonly birthDate?: CalendarDate;
  readonly gender?: 'F' | 'M' | 'U';
};

export type RequestedService = {
  /** HC for HCPCS, with `revenueCode` for the line of an institution. */
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly revenueCode?: string;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly quantity?: number;
  /** DA days, UN units. */
  readonly unit: 'DA' | 'UN';
};

/** A request for review of care (278, 005010X217). */
export type AuthorizationRequest = {
  /** The sender's number of the transaction; the answer repeats it. */
  readonly reference: string;
  readonly madeOn: CalendarDate;
  readonly madeAt: string;
  readonly payer: Organization;
  readonly requester: Organization & { readonly phone?: string; readonly contact?: string };
  readonly subscriber: X12Person & { readonly memberNumber: string };
  readonly dependent?: X12Person;
  /** Who treats the patient in this event (2010EA, NM101 71). */
  readonly attending?: Pick<X12Person, 'family' | 'given'> & { readonly npi?: string };
  /** Trace number of the event, and who gave it. */
  readonly trace: { readonly number: string; readonly by: string };
  /** UM01: AR admission review, HS health services review. */
  readonly category: 'AR' | 'HS' | 'IN' | 'SC';
  /** UM02: I initial, 4 extension, R renewal, S revised, 3 cancel, 1 and 2 appeals. */
  readonly certification: 'I' | '1' | '2' | '3' | '4' | 'R' | 'S' | 'N' | '5' | '6';
  readonly serviceType: string;
  /** Bill type (A) or place of service (B) with its code. */
  readonly facility?: { readonly code: string; readonly qualifier: 'A' | 'B' };
  /** UM06: 03 emergency, U urgent, E elective. */
  readonly levelOfService?: '03' | 'U' | 'E';
  readonly previousAuthorization?: string;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly admittedOn?: CalendarDate;
  readonly diagnoses: readonly { readonly qualifier: string; readonly code: string }[];
  readonly message?: string;
  readonly services: readonly RequestedService[];
};

/** HCR01: A1 certified in total, A2 partial, A3 not certified, A4 pended, A6 modified, C cancelled, CT contact payer, NA not required. */
export const reviewActions = ['A1', 'A2', 'A3', 'A4', 'A6', 'C', 'CT', 'NA'] as const;
export type ReviewAction = (typeof reviewActions)[number];

export type ReviewOutcome = {
  readonly action: ReviewAction;
  readonly authorizationNumber?: string;
  /** X12 886. */
  readonly reasonCodes: readonly string[];
};

/** Why the payer could not take it (AAA): reason code and what to do. */
export type Rejection = { readonly loop: string; readonly reason: string; readonly followUp?: string };

export type AnsweredService = {
  readonly code?: string;
  readonly outcome?: ReviewOutcome;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly quantity?: number;
};

/** The answer to it. An action for each service where there are any, one for the event otherwise. */
export type AuthorizationAnswer = {
  readonly reference: string;
  readonly answeredOn: CalendarDate;
  readonly answeredAt: string;
  readonly payer: Organization;
  readonly requester: Organization;
  readonly subscriber: X12Person & { readonly memberNumber: string };
  readonly trace?: { readonly number: string; readonly by: string };
  readonly outcome?: ReviewOutcome;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly rejections: readonly Rejection[];
  readonly message?: string;
  readonly services: readonly AnsweredService[];
};

export const authorizationVersion = '005010X217';
