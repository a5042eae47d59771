import { mapChildren } from '../logic/children.ts';
import { type Condition, childrenOf } from '../logic/condition.ts';
import type { CriteriaSet } from './criteria-set.ts';
import { same } from './same.ts';
import { placedTrees, type TreePlace, withTrees } from './trees.ts';

/** A place at which a part stands; `path`: the ids from the root, joined by `/`. */
export type PartPlace = {
  readonly place: TreePlace;
  readonly path: string;
  readonly node: Condition;
};

const walk = (node: Condition, place: TreePlace, path: string, into: PartPlace[]): void => {
  if (node.part !== undefined) into.push({ place, path, node });
  for (const child of childrenOf(node)) walk(child, place, `${path}/${child.id}`, into);
};

/** Every place of every part of a set, by its name, in the order of the trees. */
export const partsOf = (set: CriteriaSet): ReadonlyMap<string, readonly PartPlace[]> => {
  const places: PartPlace[] = [];
  for (const { place, tree } of placedTrees(set)) walk(tree, place, tree.id, places);
  return Map.groupBy(places, (p) => p.node.part ?? '');
};

/** What a part says, whatever it is called at its place. */
const saysOf = ({ id: _, ...rest }: Condition): unknown => rest;

export const saySame = (a: Condition, b: Condition): boolean => same(saysOf(a), saysOf(b));

/** The tree with what is new of each part put at all its places. A part inside of itself is set free: it would have no end. */
const withNews = (
  node: Condition,
  news: ReadonlyMap<string, Condition>,
  above: ReadonlySet<string> = new Set(),
): Condition => {
  const { part } = node;
  if (part === undefined) return mapChildren(node, (c) => withNews(c, news, above));
  if (above.has(part)) return mapChildren(withoutPart(node), (c) => withNews(c, news, above));
  const said = news.get(part);
  const inside = new Set([...above, part]);
  return mapChildren(said ? { ...said, id: node.id } : node, (c) => withNews(c, news, inside));
};

const withoutPart = <T extends Condition>({ part: _, ...rest }: T): Condition => rest as unknown as Condition;

/** The newer text with what was changed of a part at one place changed at the others as well. */
export const spreadParts = (before: CriteriaSet, after: CriteriaSet): CriteriaSet => {
  const old = partsOf(before);
  const news = new Map<string, Condition>();
  for (const [name, places] of partsOf(after)) {
    const was = old.get(name)?.[0]?.node;
    const changed = was && places.find(({ node }) => !saySame(node, was));
    if (changed && places.length > 1) news.set(name, changed.node);
  }
  return news.size === 0 ? after : withTrees(after, (tree) => withNews(tree, news));
};

/** The set with each part as one and the same object at all its places, so that what looks for it finds all of them. */
export const joinParts = (set: CriteriaSet): CriteriaSet => {
  const first = new Map<string, Condition>();
  const join = (node: Condition): Condition => {
    const joined = mapChildren(node, join);
    if (joined.part === undefined) return joined;
    const kept = first.get(`${joined.part} ${joined.id}`);
    if (kept && same(kept, joined)) return kept;
    first.set(`${joined.part} ${joined.id}`, joined);
    return joined;
  };
  return withTrees(set, join);
};
