import type { LeafFinding } from '../criteria/evaluation.ts';
import { explain } from './explain.ts';
import { isLeafResult, type NodeResult } from './result.ts';

const collect = (result: NodeResult, negated: boolean): readonly LeafFinding[] => {
  if (!isLeafResult(result))
    return result.children.flatMap((child) => collect(child, 'not' in result.group ? !negated : negated));
  return [
    {
      path: result.path,
      label: result.leaf.label,
      truth: result.truth,
      ...(negated ? { negated: true as const } : {}),
      factIds: result.facts.map((f) => f.id),
      explanation: explain(result, negated),
    },
  ];
};

/** Each leaf of a result with its plain sentence, in the order of the tree. */
export const leafFindings = (result: NodeResult): readonly LeafFinding[] => collect(result, false);
