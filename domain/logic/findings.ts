import type { LeafFinding } from '../criteria/evaluation.ts';
import { explain } from './explain.ts';
import { isLeafResult, type NodeResult } from './result.ts';

const collect = (result: NodeResult, negated: boolean, into: LeafFinding[]): void => {
  if (!isLeafResult(result)) {
    const below = 'not' in result.group ? !negated : negated;
    for (const child of result.children) collect(child, below, into);
    return;
  }
  const finding = {
    path: result.path,
    label: result.leaf.label,
    truth: result.truth,
    factIds: result.facts.map((f) => f.id),
    explanation: explain(result, negated),
    reads: { fact: result.leaf.fact, ...(result.leaf.where ? { qualifiers: result.leaf.where } : {}) },
  };
  into.push(negated ? { ...finding, negated: true } : finding);
};

/** Each leaf of a result with its plain sentence, in the order of the tree. */
export const leafFindings = (result: NodeResult): readonly LeafFinding[] => {
  const findings: LeafFinding[] = [];
  collect(result, false, findings);
  return findings;
};
