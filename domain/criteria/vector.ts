import { evaluate } from '../logic/evaluate.ts';
import { leafFindings } from '../logic/findings.ts';
import { isLeafResult, type NodeResult } from '../logic/result.ts';
import type { Truth } from '../logic/truth.ts';
import type { CriteriaSet, Prompt, Vector } from './criteria-set.ts';
import { treeFor } from './evaluate-item.ts';
import { promptsFor } from './prompts.ts';

const truthsById = (result: NodeResult, into: Map<string, Truth>): Map<string, Truth> => {
  const node = isLeafResult(result) ? result.leaf : result.group;
  if (!into.has(node.id)) into.set(node.id, result.truth);
  if (!isLeafResult(result)) for (const child of result.children) truthsById(child, into);
  return into;
};

/** A worked example, read against the tree that it names; undefined when the set has no such tree. */
export const readVector = (set: CriteriaSet, vector: Vector): NodeResult | undefined => {
  const tree = treeFor(set, vector.tree, vector.service ?? '');
  return tree && evaluate(tree, vector.facts, vector.context);
};

/** The reminders that a reviewer would see beside a worked example. */
export const vectorPrompts = (set: CriteriaSet, { facts }: Vector, result: NodeResult): readonly Prompt[] =>
  promptsFor(set, { truth: result.truth, leaves: leafFindings(result) }, facts);

const promptsFailure = (set: CriteriaSet, vector: Vector, result: NodeResult): string | undefined => {
  if (vector.prompts === undefined) return undefined;
  const shown = vectorPrompts(set, vector, result).map((p) => p.id);
  const more = shown.find((id) => !vector.prompts?.includes(id));
  const missing = vector.prompts.find((id) => !shown.includes(id));
  if (more !== undefined) return `the reminder ${more} is shown and not expected`;
  return missing === undefined ? undefined : `the reminder ${missing} is expected and not shown`;
};

/** Why a worked example does not come out as written; undefined when it does. */
export const vectorFailure = (set: CriteriaSet, vector: Vector): string | undefined => {
  const result = readVector(set, vector);
  if (result === undefined) return `there is no ${vector.tree} tree`;
  if (result.truth !== vector.expect) return `expected ${vector.expect}, found ${result.truth}`;
  const expectations = Object.entries(vector.nodes);
  const truths = expectations.length > 0 ? truthsById(result, new Map()) : new Map<string, Truth>();
  for (const [id, expected] of expectations)
    if (truths.get(id) !== expected) return `${id}: expected ${expected}, found ${truths.get(id) ?? 'no such node'}`;
  return promptsFailure(set, vector, result);
};
