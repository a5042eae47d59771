import type { Coding, LineOfBusiness, Quantity, Setting } from '../case/request.ts';
import type { Fact } from '../fact/fact.ts';
import type { Condition, Context } from '../logic/condition.ts';
import type { Truth } from '../logic/truth.ts';
import type { CalendarDate } from '../time/instant.ts';

/** In the order in which 42 CFR 422.101(b) lets a Medicare Advantage plan turn to them. */
export const sourceKinds = ['statute', 'ncd', 'lcd', 'planPolicy', 'vendor'] as const;
type SourceKind = (typeof sourceKinds)[number];

export type TreeName = 'initial' | 'continuedStay';

export type CriteriaSet = {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly citation: string;
  readonly url?: string;
  /** What a plan's own policy rests on, in a few sentences. */
  readonly evidence?: string;
  /** The set that this one is a plan's own version of; it stands aside where this one applies. */
  readonly basedOn?: { readonly setId: string; readonly version: string };
  readonly sourceKind: SourceKind;
  /** A draft may be read by people and is never resolved for a request. */
  readonly status: 'active' | 'draft';
  /** First and last day of the source's own effect. */
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo?: CalendarDate;
  /** USPS codes of the states where it binds; absent: everywhere. */
  readonly jurisdictions?: readonly string[];
  readonly appliesTo: {
    readonly linesOfBusiness: readonly LineOfBusiness[];
    readonly services: readonly Coding[];
    /** ICD-10-CM prefixes of which the item needs one; absent: any diagnosis. */
    readonly diagnoses?: readonly string[];
    /** Completed years, both included. */
    readonly ageFrom?: number;
    readonly ageTo?: number;
    readonly settings?: readonly Setting[];
  };
  /** False while any part was compared with less than the text in force. */
  readonly autoApproval: boolean;
  readonly initial: Condition;
  readonly continuedStay?: Condition;
  readonly approveFor: readonly Approval[];
  readonly limits: readonly Limit[];
  readonly requiredDocuments: readonly string[];
  readonly pitfalls: readonly string[];
  readonly prompts: readonly Prompt[];
  readonly vectors: readonly Vector[];
};

/** What a met tree approves. The first entry that names the service (or names none) counts. */
export type Approval = {
  readonly label: string;
  readonly tree: TreeName;
  readonly services?: readonly string[];
  /** Asked in addition to the tree, for these services only. */
  readonly requires?: Condition;
  /** The most that may be approved at once; several entries are the same amount in other units. */
  readonly quantities: readonly Quantity[];
  readonly days: number;
};

/** A counter that must not pass `max` with what is now requested. */
export type Limit = {
  readonly label: string;
  /** Fact that holds what was used so far. */
  readonly fact: string;
  readonly max: number;
  readonly unit: string;
  readonly citation: string;
};

/** A reminder that a reviewer must see when the answer has this truth and rests on this fact. */
export type Prompt = {
  readonly id: string;
  readonly text: string;
  readonly citation: string;
  readonly when: {
    readonly truth: Truth;
    readonly fact: string;
    /** Facts with any of these qualifiers do not count. */
    readonly exceptQualifiers?: Readonly<Record<string, string>>;
  };
};

/** A worked example with a known answer. */
export type Vector = {
  readonly name: string;
  readonly tree: TreeName;
  /** Code of the requested service, when the answer turns on it. */
  readonly service?: string;
  readonly facts: readonly Fact[];
  readonly context: Context;
  readonly expect: Truth;
  /** Truth of single nodes, by their id. */
  readonly nodes: Readonly<Record<string, Truth>>;
  /** Ids of the reminders that a reviewer sees; absent: not looked at. */
  readonly prompts?: readonly string[];
};
