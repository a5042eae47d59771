import type { PersonActor, Qualification } from '../actor/actor.ts';
import type { Coding, Quantity, ServicePeriod } from '../case/request.ts';
import type { Instant } from '../time/instant.ts';

/** What a rule, a flow or a model may return about an item. It has no way to say no: guard rail 1 of docs/architecture.md. */
export type AutomaticOutcome =
  | {
      readonly kind: 'approve';
      readonly quantity?: Quantity;
      readonly period: ServicePeriod;
      readonly criteria: CriteriaReference;
      /** Number of the change of the organization's dial under which it was approved, if any. */
      readonly dial?: number;
    }
  | {
      readonly kind: 'notRequired';
      readonly reason: string;
      /** Present where another rule than the catalogue of services says so. */
      readonly rule?: string;
    }
  | { readonly kind: 'refer'; readonly reason: string };

export type CriteriaReference = {
  readonly setId: string;
  readonly version: string;
  readonly name: string;
  readonly citation: string;
};

/** `medicalNecessity` and everything that turns on clinical judgement needs a qualified person; `administrative` does not turn on it. */
export type ReasonClass = 'medicalNecessity' | 'administrative';

export const favourableOutcomes = ['approved', 'notRequired'] as const;
export const adverseOutcomes = ['partiallyApproved', 'modified', 'denied'] as const;
export type FavourableOutcome = (typeof favourableOutcomes)[number];
export type AdverseOutcome = (typeof adverseOutcomes)[number];

export type DecidedBy =
  | { readonly kind: 'rule'; readonly rule: string }
  | {
      readonly kind: 'person';
      readonly userId: string;
      readonly name: string;
      readonly role: PersonActor['roles'][number];
      readonly qualification?: Qualification;
    };

export type Authorized = {
  readonly authorizationNumber: string;
  readonly service: Coding;
  readonly quantity?: Quantity;
  readonly period: ServicePeriod;
  /** Present where the request named one: the level of care for which the days are granted. */
  readonly levelOfCare?: string;
};

type Common = {
  readonly itemSequence: number;
  readonly decidedAt: Instant;
  readonly criteria: readonly CriteriaReference[];
  /** What made it, where a decision stood before: its own letter tells of it, and the clocks of the request do not turn on it. */
  readonly onReview?: { readonly kind: 'appeal' | 'reconsideration'; readonly id: string };
};

export type FavourableDetermination = Common & {
  readonly outcome: 'approved';
  readonly by: DecidedBy;
  readonly authorized: Authorized;
  readonly rationale?: string;
};

export type NotRequiredDetermination = Common & {
  readonly outcome: 'notRequired';
  readonly by: DecidedBy;
  readonly reason: string;
};

/** A denial, a reduction or a change to something lower. Only a qualified person can be its `by`. */
export type AdverseDetermination = Common & {
  readonly outcome: AdverseOutcome;
  readonly by: Extract<DecidedBy, { kind: 'person' }> & {
    readonly qualification: Qualification;
  };
  readonly reasonClass: ReasonClass;
  /** X12 886 decision reason codes; at least one. */
  readonly reasonCodes: readonly string[];
  /** In the reviewer's own words, clinical. */
  readonly rationale: string;
  /** In plain words for the member. */
  readonly memberRationale: string;
  readonly alternatives?: string;
  /** What is authorized all the same; absent only when the outcome is `denied`. */
  readonly authorized?: Authorized;
  /** Documents and bundle parts that this reviewer had opened before deciding. */
  readonly evidenceOpened: readonly string[];
  readonly attestation: {
    readonly noConflictOfInterest: true;
    readonly reviewedRecord: true;
  };
};

export type Determination = FavourableDetermination | NotRequiredDetermination | AdverseDetermination;

export const isAdverse = (d: Determination): d is AdverseDetermination =>
  (adverseOutcomes as readonly string[]).includes(d.outcome);
