import { type Condition, childrenOf, isLeaf, type Leaf } from '../logic/condition.ts';
import type { CriteriaSet } from './criteria-set.ts';

/** Where a tree of a set stands: `requires` with a number is what the approval of that place asks in addition. */
export type TreePlace = 'initial' | 'continuedStay' | `requires${number}`;

export const leavesOf = (node: Condition): readonly Leaf[] =>
  isLeaf(node) ? [node] : childrenOf(node).flatMap(leavesOf);

/** Every tree of a set with its place: for the first review, for continued care, and what single services ask in addition. */
export const placedTrees = (set: CriteriaSet): readonly { readonly place: TreePlace; readonly tree: Condition }[] => [
  { place: 'initial', tree: set.initial },
  ...(set.continuedStay === undefined ? [] : [{ place: 'continuedStay', tree: set.continuedStay } as const]),
  ...set.approveFor.flatMap((a, i) => (a.requires ? [{ place: `requires${i}`, tree: a.requires } as const] : [])),
];

export const treesOf = (set: CriteriaSet): readonly Condition[] => placedTrees(set).map(({ tree }) => tree);

export const treeAt = (set: CriteriaSet, place: TreePlace): Condition | undefined =>
  placedTrees(set).find((t) => t.place === place)?.tree;

/** The set with every tree changed by the same rule. */
export const withTrees = (set: CriteriaSet, change: (tree: Condition) => Condition): CriteriaSet => ({
  ...set,
  initial: change(set.initial),
  ...(set.continuedStay === undefined ? {} : { continuedStay: change(set.continuedStay) }),
  approveFor: set.approveFor.map((a) => (a.requires === undefined ? a : { ...a, requires: change(a.requires) })),
});

/** The set with another tree at a place; without one there is none there. The first review always has one. */
export const withTreeAt = (set: CriteriaSet, place: TreePlace, tree: Condition | undefined): CriteriaSet => {
  if (place === 'initial') return tree ? { ...set, initial: tree } : set;
  if (place === 'continuedStay') {
    const { continuedStay: _, ...rest } = set;
    return tree ? { ...rest, continuedStay: tree } : rest;
  }
  return {
    ...set,
    approveFor: set.approveFor.map((a, i) => {
      if (place !== `requires${i}`) return a;
      const { requires: _, ...rest } = a;
      return tree ? { ...rest, requires: tree } : rest;
    }),
  };
};
