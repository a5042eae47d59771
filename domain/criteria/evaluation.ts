import type { CriteriaReference } from '../determination/determination.ts';
import type { Truth } from '../logic/truth.ts';
import type { Instant } from '../time/instant.ts';

/** One leaf of a criteria tree, read against the facts of a case. */
export type LeafFinding = {
  /** Path of node ids from the root, joined by `/`. */
  readonly path: string;
  readonly label: string;
  readonly truth: Truth;
  /** Present when the leaf stands under a `not`: then `notMet` is what the criteria ask for. */
  readonly negated?: true;
  /** The facts that the answer rests on; empty when it is unknown for lack of any. */
  readonly factIds: readonly string[];
  /** A plain sentence: what was found, or what to document, with the threshold. */
  readonly explanation: string;
  /** What the leaf reads, so that the missing fact can be asked for with the right name and qualifiers. */
  readonly reads?: {
    readonly fact: string;
    readonly qualifiers?: Readonly<Record<string, string | readonly string[]>>;
  };
  /** A reviewer's own answer, when it replaces the computed one. */
  readonly overruled?: { readonly by: string; readonly reason: string };
};

/** Criteria of one item read once, kept as it was: the set and version, the answer, each leaf. */
export type Evaluation = {
  readonly evaluationId: string;
  readonly itemSequence: number;
  readonly criteria: CriteriaReference;
  readonly tree: 'initial' | 'continuedStay';
  readonly truth: Truth;
  readonly leaves: readonly LeafFinding[];
  readonly evaluatedAt: Instant;
  /** Why the rules did not approve by themselves, for the person who reads on. */
  readonly referredBecause?: string;
  /** Leaves whose other answer could turn the whole, and how: guard rail 5, never a reason to deny by itself. */
  readonly wouldChange: readonly string[];
};
