import { type Condition, childrenOf, type Group, isLeaf } from './condition.ts';

/** The same group with other parts. A `not` keeps the first of them; without one it becomes an empty `all`. */
export const withChildren = (group: Group, children: readonly Condition[]): Group => {
  if ('all' in group) return { ...group, all: children };
  if ('any' in group) return { ...group, any: children };
  if ('of' in group) return { ...group, of: children };
  if ('prefer' in group) return { ...group, prefer: children };
  const [only] = children;
  return only ? { ...group, not: only } : { id: group.id, label: group.label, all: [] };
};

/** The tree with each part of each group changed, the deepest last. */
export const mapChildren = (node: Condition, change: (child: Condition) => Condition): Condition =>
  isLeaf(node) ? node : withChildren(node, childrenOf(node).map(change));
