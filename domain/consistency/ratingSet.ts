import type { Role } from '../actor/actor.ts';
import type { Coding, Quantity, ServicePeriod, Setting, Urgency } from '../case/request.ts';
import type { CriteriaReference } from '../determination/determination.ts';
import type { FactValue } from '../fact/fact.ts';
import type { Truth } from '../logic/truth.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';

/** Who sets up ratings and reads what came of them. */
export const ratingLeadRoles: readonly Role[] = ['qualityManager', 'umDirector', 'medicalDirector'];
/** Who rates. */
export const raterRoles: readonly Role[] = ['clinicalReviewer', 'concurrentReviewNurse', 'medicalDirector'];

/** What a rater would do; it is said of a copy and decides nothing. */
export const recommendations = ['approve', 'notAsRequested', 'needInformation'] as const;
export type Recommendation = (typeof recommendations)[number];

export type RatedLeaf = {
  readonly path: string;
  readonly label: string;
  /** Present when the leaf stands under a `not`. */
  readonly negated?: true;
};

export type RatedFact = {
  readonly key: string;
  readonly value: FactValue;
  readonly at?: string;
  readonly qualifiers?: Readonly<Record<string, string>>;
  /** Words of the document, without the member's name and numbers. */
  readonly quote?: string;
};

/** A line of a past case as a rater sees it: who it was and what became of it are left out. */
export type BlindedCase = {
  readonly criteria: CriteriaReference;
  readonly service: Coding;
  readonly quantity?: Quantity;
  readonly period?: ServicePeriod;
  /** ICD-10-CM. */
  readonly diagnoses: readonly string[];
  readonly setting: Setting;
  readonly urgency: Urgency;
  readonly age: number;
  readonly sex: string;
  readonly facts: readonly RatedFact[];
  readonly leaves: readonly RatedLeaf[];
};

/** What the record says, kept from the raters. */
export type RecordedAnswer = {
  readonly leaves: Readonly<Record<string, Truth>>;
  /** Absent when the record has none that can be compared, for example an administrative denial. */
  readonly recommendation?: Recommendation;
  /** Who had a part in the case and so may not rate it. */
  readonly involved: readonly string[];
};

export type RatingCase = {
  readonly position: number;
  readonly caseId: string;
  readonly itemSequence: number;
  readonly blinded: BlindedCase;
  readonly recorded: RecordedAnswer;
};

export type Rater = { readonly userId: string; readonly name: string };

export type RatingSet = {
  readonly setId: string;
  readonly title: string;
  /** Days of decision from which the cases were drawn, half-open. */
  readonly fromDay: CalendarDate;
  readonly beforeDay: CalendarDate;
  readonly seed: number;
  readonly dueOn: CalendarDate;
  readonly raters: readonly Rater[];
  readonly createdAt: Instant;
  readonly createdByUserId: string;
  readonly createdByName: string;
};

export type Rating = {
  readonly position: number;
  readonly userId: string;
  readonly leaves: Readonly<Record<string, Truth>>;
  readonly recommendation: Recommendation;
  readonly note: string;
  readonly ratedAt: Instant;
};

/** The cases that a rater is to rate: those in which the rater had no part. */
export const casesFor = (cases: readonly RatingCase[], userId: string): readonly RatingCase[] =>
  cases.filter((c) => !c.recorded.involved.includes(userId));

/** Ratings that are given, and ratings that are wanted. */
export type Progress = { readonly rated: number; readonly toRate: number };

export const progressOf = (
  cases: readonly RatingCase[],
  ratings: readonly Rating[],
  raterIds: readonly string[],
): Progress => ({
  rated: ratings.filter((r) => raterIds.includes(r.userId)).length,
  toRate: raterIds.reduce((sum, id) => sum + casesFor(cases, id).length, 0),
});

/**
 * A set is closed once every answer is in, or when its last day has passed in the plan's zone. Until then nobody sees the answers of
 * another, whatever their role; afterwards no answer is taken, for it could be given with the others in view.
 */
export const closedOn = ({ dueOn, rated, toRate }: Pick<RatingSet, 'dueOn'> & Progress, today: CalendarDate): boolean =>
  rated >= toRate || dueOn < today;

/** What is wrong with an answer, by the label of the point; empty when it can be kept. */
export const ratingProblems = (
  { leaves }: Pick<BlindedCase, 'leaves'>,
  answered: Readonly<Record<string, Truth>>,
): readonly { readonly path: string; readonly rule: 'missing' | 'unknownPoint' }[] => [
  ...leaves.filter((l) => answered[l.path] === undefined).map((l) => ({ path: l.path, rule: 'missing' as const })),
  ...Object.keys(answered)
    .filter((path) => !leaves.some((l) => l.path === path))
    .map((path) => ({ path, rule: 'unknownPoint' as const })),
];
