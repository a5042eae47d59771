import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { Organization, X12Person } from '../authorization/request.ts';

/** A question whether a member is covered (270, 005010X279A1). */
export type EligibilityInquiry = {
  readonly reference: string;
  readonly askedOn: CalendarDate;
  readonly askedAt: string;
  readonly payer: Organization;
  readonly provider: Organization;
  readonly subscriber: X12Person & { readonly memberNumber: string };
  readonly trace: { readonly number: string; readonly by: string };
  /** Day for which it asks. */
  readonly on?: CalendarDate;
  /** X12 1365: 30 the whole plan, A4 psychiatric, AI substance use … */
  readonly serviceTypes: readonly string[];
};

/** One statement of a payer about benefits (EB). */
export type Benefit = {
  /** EB01: 1 active, 6 inactive, A coinsurance, B copayment, C deductible, F limitation, I not covered, V cannot say … */
  readonly code: string;
  /** EB02: IND the member, FAM the family … */
  readonly coverageLevel?: string;
  readonly serviceTypes: readonly string[];
  readonly plan?: string;
  readonly period?: string;
  readonly amount?: number;
  /** EB08, of a whole: 0.2 is 20 per cent. */
  readonly share?: number;
  /** EB09 and EB10: DY days, VS visits, 99 used … */
  readonly quantityKind?: string;
  readonly quantity?: number;
  /** EB11, whether care must be authorized. */
  readonly authorization?: 'Y' | 'N' | 'U';
  readonly inNetwork?: 'Y' | 'N' | 'W' | 'U';
  readonly message?: string;
  /** Somebody who knows more, or who manages these benefits (2120C). */
  readonly contact?: { readonly name: string; readonly phone?: string };
};

/** The answer (271). */
export type EligibilityAnswer = {
  readonly reference: string;
  readonly answeredOn: CalendarDate;
  readonly payer: Organization;
  readonly provider: Organization;
  readonly subscriber: X12Person & { readonly memberNumber: string };
  /** The patient, where that is not the member. */
  readonly dependent?: X12Person;
  readonly trace?: { readonly number: string; readonly by: string };
  /** Days of the coverage (DTP 346, 347 or 291). */
  readonly coverageFrom?: CalendarDate;
  readonly coverageTo?: CalendarDate;
  readonly rejections: readonly { readonly loop: string; readonly reason: string; readonly followUp?: string }[];
  readonly benefits: readonly Benefit[];
};

export const eligibilityVersion = '005010X279A1';
