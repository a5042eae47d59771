import type { Fact } from '../fact/fact.ts';
import type { Group, Leaf } from './condition.ts';
import type { Truth } from './truth.ts';

/** Why a leaf is what it is. All but `compared` leave it unknown. */
export type LeafReason =
  | 'compared'
  /** No fact with that key. */
  | 'absent'
  /** Facts, but none under the qualifiers asked for. */
  | 'qualifier'
  /** Facts, but none known to lie in the window. */
  | 'window'
  /** The fact has no date and the window needs one. */
  | 'undated'
  /** The day from which the window counts is not known. */
  | 'anchor'
  /** The unit does not convert to the unit of the threshold. */
  | 'unit'
  /** The fact is of another kind than the comparison needs. */
  | 'kind'
  /** Facts of the same time that say different things. */
  | 'conflict'
  /** A value that the text of the rule says nothing about. */
  | 'gap'
  /** The threshold depends on sex or age, which is not known. */
  | 'threshold';

export type LeafResult = {
  readonly leaf: Leaf;
  readonly path: string;
  readonly truth: Truth;
  readonly reason: LeafReason;
  /** The facts that the answer rests on. */
  readonly facts: readonly Fact[];
};

type GroupResult = {
  readonly group: Group;
  readonly path: string;
  readonly truth: Truth;
  readonly children: readonly NodeResult[];
};

export type NodeResult = LeafResult | GroupResult;

export const isLeafResult = (r: NodeResult): r is LeafResult => 'leaf' in r;

/** True when any fact was found for any leaf under this node. */
export const restsOnFacts = (r: NodeResult): boolean =>
  isLeafResult(r) ? r.facts.length > 0 : r.children.some(restsOnFacts);
