import type { CriteriaSet, Vector } from '@openum/domain/criteria/criteria-set.ts';
import { treeFor } from '@openum/domain/criteria/evaluate-item.ts';
import { evaluate } from '@openum/domain/logic/evaluate.ts';
import { isLeafResult, type NodeResult } from '@openum/domain/logic/result.ts';
import type { Truth } from '@openum/domain/logic/truth.ts';

const truthsById = (result: NodeResult, into: Map<string, Truth>): Map<string, Truth> => {
  const node = isLeafResult(result) ? result.leaf : result.group;
  if (!into.has(node.id)) into.set(node.id, result.truth);
  if (!isLeafResult(result)) for (const child of result.children) truthsById(child, into);
  return into;
};

/** Why a worked example does not come out as written; undefined when it does. */
export const vectorFailure = (set: CriteriaSet, vector: Vector): string | undefined => {
  const tree = treeFor(set, vector.tree, vector.service ?? '');
  if (tree === undefined) return `there is no ${vector.tree} tree`;
  const result = evaluate(tree, vector.facts, vector.context);
  if (result.truth !== vector.expect) return `expected ${vector.expect}, found ${result.truth}`;
  const truths = truthsById(result, new Map());
  for (const [id, expected] of Object.entries(vector.nodes))
    if (truths.get(id) !== expected) return `${id}: expected ${expected}, found ${truths.get(id) ?? 'no such node'}`;
  return undefined;
};
