import type { LeafFinding } from '@openum/domain/criteria/evaluation.ts';
import { not, type Truth } from '@openum/domain/logic/truth.ts';

export type LeafNode =
  | { readonly kind: 'leaf'; readonly leaf: LeafFinding }
  | {
      readonly kind: 'group';
      readonly path: string;
      readonly label: string;
      readonly counts: Readonly<Record<Truth, number>>;
      readonly children: readonly LeafNode[];
    };

/** `qualifyingBloodGas` and `qualifying-blood-gas` both read "Qualifying blood gas". */
export const humanized = (id: string): string => {
  const words = id
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[-_.]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Whether what the criteria ask for is so: under a `not` they ask that it is not. */
export const fulfilled = (leaf: Pick<LeafFinding, 'truth' | 'negated'>): Truth =>
  leaf.negated ? not(leaf.truth) : leaf.truth;

export const countTruths = (leaves: readonly Pick<LeafFinding, 'truth' | 'negated'>[]): Record<Truth, number> => {
  const counts = { met: 0, notMet: 0, unknown: 0 };
  for (const leaf of leaves) counts[fulfilled(leaf)] += 1;
  return counts;
};

type Placed = { readonly leaf: LeafFinding; readonly ids: readonly string[] };

const level = (placed: readonly Placed[], prefix: readonly string[]): readonly LeafNode[] => {
  const depth = prefix.length;
  const heads = [...new Set(placed.map((p) => p.ids[depth] ?? ''))];
  return heads.flatMap((head): readonly LeafNode[] => {
    const here = placed.filter((p) => (p.ids[depth] ?? '') === head);
    const ends = here.filter((p) => p.ids.length <= depth + 1).map((p): LeafNode => ({ kind: 'leaf', leaf: p.leaf }));
    const deeper = here.filter((p) => p.ids.length > depth + 1);
    if (deeper.length === 0) return ends;
    const path = [...prefix, head];
    const children = level(deeper, path);
    const [only] = children;
    // A group of one says nothing that its only child does not say.
    if (children.length === 1 && only) return [...ends, only];
    const group: LeafNode = {
      kind: 'group',
      path: path.join('/'),
      label: humanized(head),
      counts: countTruths(deeper.map((p) => p.leaf)),
      children,
    };
    return [...ends, group];
  });
};

/** The leaves of an evaluation as the tree that their paths describe, in the order of the criteria; groups of one are left out. */
export const leafTree = (leaves: readonly LeafFinding[]): readonly LeafNode[] => {
  const nodes = level(
    leaves.map((leaf) => ({ leaf, ids: leaf.path.split('/') })),
    [],
  );
  const [only] = nodes;
  return nodes.length === 1 && only?.kind === 'group' ? only.children : nodes;
};

/** Leaves in the order in which the tree shows them: what j, k and u walk through. */
export const inOrder = (nodes: readonly LeafNode[]): readonly LeafFinding[] =>
  nodes.flatMap((n) => (n.kind === 'leaf' ? [n.leaf] : inOrder(n.children)));

/** Position of the next unknown leaf after `from`, around the end; -1 when there is none. */
export const nextUnknown = (leaves: readonly Pick<LeafFinding, 'truth'>[], from: number): number => {
  for (let step = 1; step <= leaves.length; step += 1) {
    const at = (from + step + leaves.length) % leaves.length;
    if (leaves[at]?.truth === 'unknown') return at;
  }
  return -1;
};

/** Groups worth opening from the start: where something is known, or an answer could turn the whole. */
export const worthOpening = (node: LeafNode, turning: readonly string[]): boolean =>
  node.kind === 'leaf'
    ? node.leaf.truth !== 'unknown' || turning.includes(node.leaf.path)
    : node.children.some((n) => worthOpening(n, turning));
