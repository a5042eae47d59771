import type { CalendarDate, Instant } from '../time/instant.ts';

export const benefitAnswers = ['yes', 'no', 'unknown'] as const;
export type BenefitAnswer = (typeof benefitAnswers)[number];

export const limitUnits = ['days', 'visits'] as const;
export type LimitUnit = (typeof limitUnits)[number];

/** How much of something the plan gives in its year. What was not said is absent. */
export type BenefitLimit = {
  readonly unit: LimitUnit;
  readonly allowed?: number;
  readonly used?: number;
  readonly left?: number;
};

/** Cents of a year: of the deductible, or up to which the member pays. */
export type YearAmount = { readonly total?: number; readonly met?: number; readonly left?: number };

export type LevelBenefit = {
  readonly levelOfCare: string;
  readonly covered: BenefitAnswer;
  readonly authorizationRequired: BenefitAnswer;
  readonly limit?: BenefitLimit;
  /** Cents that the member pays each day or visit. */
  readonly copay?: number;
  /** What the member pays of the allowed amount. */
  readonly coinsurancePercent?: number;
  readonly note?: string;
};

/** Benefits of one coverage as the payer told them at one moment. What was not said is unknown. */
export type BenefitVerification = {
  readonly verificationId: string;
  readonly coverageId: string;
  readonly verifiedAt: Instant;
  readonly validThrough: CalendarDate;
  readonly source: 'x12' | 'manual';
  readonly spokeWith?: string;
  readonly reference?: string;
  readonly active: BenefitAnswer;
  readonly planName?: string;
  readonly coverageFrom?: CalendarDate;
  readonly coverageTo?: CalendarDate;
  readonly deductible?: YearAmount;
  readonly outOfPocket?: YearAmount;
  /** Who manages behavioural care for the payer, where that is somebody else. */
  readonly carveOut?: { readonly name: string; readonly phone?: string };
  readonly levels: readonly LevelBenefit[];
  /** What else was said, in words. */
  readonly statements?: readonly string[];
  /** The kept file that says it. */
  readonly fileId?: string;
};
