import type { CalendarDate, ZoneId } from '../time/instant.ts';

/**
 * A condition as data, the same for clinical criteria and for the branches of a flow.
 * Every node has an id that is unique among its siblings; a path is the ids from the root, joined by `/`.
 */
export type Condition = Group | Leaf;

type Named = {
  readonly id: string;
  readonly label: string;
  /** Name of the part that stands here: every node of a set with this name says the same, whatever its own id. */
  readonly part?: string;
};

export type Group =
  | (Named & { readonly all: readonly Condition[] })
  | (Named & { readonly any: readonly Condition[] })
  | (Named & { readonly atLeast: number; readonly of: readonly Condition[] })
  | (Named & { readonly not: Condition })
  /**
   * Evidence in order of preference: the answer is that of the first child that rests on any fact at all.
   * For example arterial blood gas before oximetry.
   */
  | (Named & { readonly prefer: readonly Condition[] });

type Comparator = '>=' | '>' | '<=' | '<' | '==' | 'between' | 'in' | 'present';

/** One comparison of a fact. A fact that nobody recorded makes it unknown, never false. */
export type Leaf = Named & {
  readonly fact: string;
  /**
   * `present` asks whether a thing happened: a boolean fact that is true, or a date; within `window` when there is one.
   * A dated occurrence outside the window is a "no"; an undated one is unknown.
   */
  readonly op: Comparator;
  /** For `between` use `min` and `max`, both included; for `in` use `values`; `present` needs none. */
  readonly value?: number | string | boolean;
  readonly min?: number;
  readonly max?: number;
  readonly values?: readonly string[];
  /** UCUM unit of the threshold. */
  readonly unit?: string;
  /** Replaces `value` by sex or age (completed years, both ends included); the first row that fits counts. */
  readonly thresholds?: readonly Threshold[];
  /** Values of the source's text that it says nothing about: strictly between, the answer is unknown. */
  readonly gaps?: readonly Gap[];
  /** Only facts with these qualifiers count; a list means any of them. */
  readonly where?: Readonly<Record<string, string | readonly string[]>>;
  readonly window?: Window;
  /** Which of several values counts. `any` and `all` compare each. Without it, the latest. */
  readonly select?: 'latest' | 'lowest' | 'highest' | 'any' | 'all';
  /** What to document, as one would ask for it. */
  readonly document?: string;
  readonly source?: SourceRef;
};

type Threshold = {
  readonly sex?: 'female' | 'male';
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly value: number;
};

type Gap = { readonly above: number; readonly below: number };

/** `before` and `after` include the day of the anchor itself. Anchors: a name of the context, or the key of a dated fact. */
export type Window = {
  readonly within?: { readonly value: number; readonly unit: 'd' | 'wk' | 'mo' | 'a' };
} & ({ readonly before: string } | { readonly after: string } | { readonly around: string });

/** Where a rule is written and who compared it with what. */
export type SourceRef = {
  readonly citation: string;
  readonly section: string;
  readonly url?: string;
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo?: CalendarDate;
  readonly verification: Verification;
};

/** `currentText`: compared with the text in force. `earlierEdition`: compared with an older edition, see the note. */
type Verification = {
  readonly level: 'currentText' | 'earlierEdition' | 'unverified';
  readonly against?: string;
  readonly on?: CalendarDate;
  readonly note?: string;
};

/** What the leaves may ask about beyond the facts. */
export type Context = {
  readonly today: CalendarDate;
  /** Zone in which the moment of a fact becomes a day; UTC without it. */
  readonly zone?: ZoneId;
  /** Named days, for example `orderDate`, `admission`, `discharge`. */
  readonly anchors?: Readonly<Record<string, CalendarDate>>;
  /** Completed years. */
  readonly age?: number;
  readonly sex?: 'female' | 'male';
};

export const isLeaf = (c: Condition): c is Leaf => 'fact' in c;

/** Children of a group in order; none for a leaf. */
export const childrenOf = (c: Condition): readonly Condition[] =>
  'all' in c ? c.all : 'any' in c ? c.any : 'of' in c ? c.of : 'not' in c ? [c.not] : 'prefer' in c ? c.prefer : [];
