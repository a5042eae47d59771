import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { type PartPlace, partsOf } from '@openum/domain/criteria/parts.ts';
import { type TreePlace, treeAt } from '@openum/domain/criteria/trees.ts';
import type { Condition } from '@openum/domain/logic/condition.ts';
import { humanized } from '../case/criteria/leafTree.ts';
import { freshId, nodeAt, type Path, pathOf } from './tree.ts';

export type Shared = {
  readonly name: string;
  /** The node that is shared: the chosen one, or the nearest group above it. */
  readonly node: Condition;
  readonly path: Path;
  readonly others: readonly PartPlace[];
};

/** The part in which a node stands, with the other places of that part; undefined when it stands here alone. */
export const sharedAt = (set: CriteriaSet, place: TreePlace, path: Path): Shared | undefined => {
  const root = treeAt(set, place);
  const parts = partsOf(set);
  for (let depth = path.length; root && depth > 0; depth--) {
    const here = path.slice(0, depth);
    const node = nodeAt(root, here);
    if (node?.part === undefined) continue;
    const others = (parts.get(node.part) ?? []).filter((p) => p.place !== place || p.path !== here.join('/'));
    return { name: node.part, node, path: here, others };
  }
  return undefined;
};

/** How many places each part has. */
export const partCounts = (set: CriteriaSet): ReadonlyMap<string, number> =>
  new Map([...partsOf(set)].map(([name, places]) => [name, places.length]));

/** A name for a part that is to be shared from now on. */
export const sharedAs = (node: Condition, taken: readonly string[]): string =>
  freshId(
    taken.map((id) => ({ id })),
    node.id,
  );

/** Which tree, in words. */
export const treeWord = (set: CriteriaSet, place: TreePlace): string => {
  if (place === 'initial') return 'First review';
  if (place === 'continuedStay') return 'Continued care';
  const approval = set.approveFor[Number(place.slice('requires'.length))];
  return `In addition for ${approval?.label || 'an approval'}`;
};

/** A place as a person finds it: the tree and the groups above. */
export const placeWords = (set: CriteriaSet, { place, path }: PartPlace): string => {
  const root = treeAt(set, place);
  const ids = pathOf(path);
  const above = ids.slice(1, -1).map((id, i) => (root && nodeAt(root, ids.slice(0, i + 2))?.label) || humanized(id));
  return [treeWord(set, place), ...above].join(' › ');
};
