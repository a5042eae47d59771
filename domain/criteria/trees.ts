import { type Condition, childrenOf, isLeaf, type Leaf } from '../logic/condition.ts';
import type { CriteriaSet } from './criteria-set.ts';

export const leavesOf = (node: Condition): readonly Leaf[] =>
  isLeaf(node) ? [node] : childrenOf(node).flatMap(leavesOf);

/** Every tree of a set: for the first review, for continued care, and what single services ask in addition. */
export const treesOf = (set: CriteriaSet): readonly Condition[] => [
  set.initial,
  ...(set.continuedStay === undefined ? [] : [set.continuedStay]),
  ...set.approveFor.flatMap((a) => (a.requires === undefined ? [] : [a.requires])),
];
