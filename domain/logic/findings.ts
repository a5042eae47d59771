import type { LeafFinding } from '../criteria/evaluation.ts';
import { explain } from './explain.ts';
import { isLeafResult, type LeafResult, type NodeResult } from './result.ts';

export const leafResults = (result: NodeResult): readonly LeafResult[] =>
  isLeafResult(result) ? [result] : result.children.flatMap(leafResults);

/** Each leaf of a result with its plain sentence, in the order of the tree. */
export const leafFindings = (result: NodeResult): readonly LeafFinding[] =>
  leafResults(result).map((r) => ({
    path: r.path,
    label: r.leaf.label,
    truth: r.truth,
    factIds: r.facts.map((f) => f.id),
    explanation: explain(r),
    reads: { fact: r.leaf.fact, ...(r.leaf.where ? { qualifiers: r.leaf.where } : {}) },
  }));
