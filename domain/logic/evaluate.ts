import type { Fact } from '../fact/fact.ts';
import { type Condition, type Context, childrenOf, isLeaf } from './condition.ts';
import { type Indexed, indexFacts } from './indexed.ts';
import { compileLeaf } from './leaf.ts';
import { type NodeResult, restsOnFacts } from './result.ts';
import { all, any, atLeast, not, type Truth } from './truth.ts';

type Compiled = (indexed: Indexed) => NodeResult;

/** How a group answers from the answers of its children. */
export const combine = (group: Condition, children: readonly { readonly truth: Truth }[], preferred: number): Truth => {
  if ('not' in group) return not(children[0]?.truth ?? 'unknown');
  if ('prefer' in group) return children[preferred]?.truth ?? 'unknown';
  const truths = children.map((c) => c.truth);
  if ('all' in group) return all(truths);
  if ('any' in group) return any(truths);
  return 'of' in group ? atLeast(group.atLeast, truths) : 'unknown';
};

/** Index of the child that a `prefer` group listens to: the first with evidence; -1 when none has any. */
export const preferredChild = (children: readonly NodeResult[]): number => children.findIndex(restsOnFacts);

const compileNode = (node: Condition, path: string): Compiled => {
  if (isLeaf(node)) return compileLeaf(node, path);
  const parts = childrenOf(node).map((child) => compileNode(child, `${path}/${child.id}`));
  const isPreference = 'prefer' in node;
  return (indexed) => {
    const children = parts.map((part) => part(indexed));
    const truth = combine(node, children, isPreference ? preferredChild(children) : 0);
    return { group: node, path, truth, children };
  };
};

const compiledTrees = new WeakMap<Condition, Compiled>();

/** Reads a condition against facts. The tree is prepared at its first use and must not be changed afterwards. */
export const evaluate = (tree: Condition, facts: readonly Fact[], context: Context): NodeResult => {
  let compiled = compiledTrees.get(tree);
  if (compiled === undefined) {
    compiled = compileNode(tree, tree.id);
    compiledTrees.set(tree, compiled);
  }
  return compiled(indexFacts(facts, context));
};
