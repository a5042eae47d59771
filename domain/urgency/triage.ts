import type { ReviewType, Setting, Urgency } from '../case/request.ts';

/** What suggests that a request should not wait the standard time. All that is named must hold; each list: any one of these. */
export type UrgencyCondition = {
  readonly setting?: readonly Setting[];
  readonly reviewType?: readonly ReviewType[];
  readonly category?: readonly string[];
  /** Starts of ICD-10-CM codes. */
  readonly diagnosis?: readonly string[];
  readonly ageBelow?: number;
  readonly ageFrom?: number;
  /** Facts of which one is known to be true. */
  readonly factTrue?: readonly string[];
  /** Words of the sender's own reasons, in lower case. */
  readonly said?: readonly string[];
  /** Days until the care begins, counted from today; care under way counts as 0. */
  readonly startsWithinDays?: number;
};

export type UrgencyRule = {
  readonly id: string;
  readonly version: string;
  readonly when: UrgencyCondition;
  readonly reason: string;
  readonly citation: string;
};

export type UrgencyFacts = {
  readonly urgency: Urgency;
  readonly setting: Setting;
  readonly reviewType: ReviewType;
  readonly categories: readonly string[];
  readonly diagnoses: readonly string[];
  readonly age: number;
  readonly factsTrue: readonly string[];
  readonly said: string;
  /** Absent: no date was named. */
  readonly startsInDays?: number;
};

export type UrgencySuggestion = Pick<UrgencyRule, 'id' | 'version' | 'reason' | 'citation'>;

const any = <T>(wanted: readonly T[] | undefined, has: readonly T[]): boolean =>
  wanted === undefined || has.some((h) => wanted.includes(h));

const bare = (code: string): string => code.replace('.', '').toUpperCase();

const holds = (w: UrgencyCondition, f: UrgencyFacts): boolean =>
  any(w.setting, [f.setting]) &&
  any(w.reviewType, [f.reviewType]) &&
  any(w.category, f.categories) &&
  (w.diagnosis === undefined || w.diagnosis.some((d) => f.diagnoses.some((x) => bare(x).startsWith(bare(d))))) &&
  (w.ageBelow === undefined || f.age < w.ageBelow) &&
  (w.ageFrom === undefined || f.age >= w.ageFrom) &&
  any(w.factTrue, f.factsTrue) &&
  (w.said === undefined || w.said.some((s) => f.said.toLowerCase().includes(s))) &&
  (w.startsWithinDays === undefined || (f.startsInDays !== undefined && f.startsInDays <= w.startsWithinDays));

/**
 * Why a standard request may have to be expedited. Only ever towards faster: nothing here lowers what a sender asked for, and a person
 * decides either way (42 CFR 422.570(c)).
 */
export const suggestExpedited = (rules: readonly UrgencyRule[], facts: UrgencyFacts): readonly UrgencySuggestion[] =>
  facts.urgency === 'expedited'
    ? []
    : rules
        .filter((r) => holds(r.when, facts))
        .map(({ id, version, reason, citation }) => ({ id, version, reason, citation }));
