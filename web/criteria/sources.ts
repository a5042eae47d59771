import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { type Condition, childrenOf, isLeaf, type SourceRef } from '@openum/domain/logic/condition.ts';

type Comparison = Pick<SourceRef, 'citation' | 'effectiveFrom' | 'effectiveTo' | 'verification'> & {
  readonly points: number;
};

const sourcesIn = (node: Condition): readonly SourceRef[] =>
  isLeaf(node) ? (node.source ? [node.source] : []) : childrenOf(node).flatMap(sourcesIn);

/** Each source of a set once, with how it was compared and how many points rest on it. */
export const comparisonsOf = (set: CriteriaSet): readonly Comparison[] => {
  const trees = [set.initial, set.continuedStay, ...set.approveFor.map((a) => a.requires)];
  const found = new Map<string, Comparison>();
  for (const { citation, effectiveFrom, effectiveTo, verification } of trees.flatMap((t) => (t ? sourcesIn(t) : []))) {
    const key = JSON.stringify([citation, effectiveFrom, effectiveTo, verification]);
    const one = { citation, effectiveFrom, ...(effectiveTo ? { effectiveTo } : {}), verification };
    found.set(key, { ...one, points: (found.get(key)?.points ?? 0) + 1 });
  }
  return [...found.values()];
};
