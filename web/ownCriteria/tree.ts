import { withChildren } from '@openum/domain/logic/children.ts';
import { type Condition, childrenOf, type Group, isLeaf } from '@openum/domain/logic/condition.ts';

/** Place of a node: the ids from the root on, the root's own first. */
export type Path = readonly string[];

export const pathKey = (path: Path): string => path.join('/');
export const pathOf = (key: string): Path => key.split('/');

export const nodeAt = (root: Condition, [first, ...rest]: Path): Condition | undefined => {
  if (root.id !== first) return undefined;
  const [next] = rest;
  if (next === undefined) return root;
  const child = childrenOf(root).find((c) => c.id === next);
  return child && nodeAt(child, rest);
};

/** The tree with another node at a place; undefined takes it out. The root stays. */
export const replaceAt = (root: Condition, path: Path, by: Condition | undefined): Condition => {
  const [, next, ...rest] = path;
  if (next === undefined) return by ?? root;
  if (isLeaf(root)) return root;
  return withChildren(
    root,
    childrenOf(root).flatMap((c) => {
      if (c.id !== next) return [c];
      if (rest.length > 0) return [replaceAt(c, [next, ...rest], by)];
      return by ? [by] : [];
    }),
  );
};

/** An id that none of the others has, made of the letters and digits of a text. */
export const freshId = (others: readonly Pick<Condition, 'id'>[], like: string): string => {
  const base = like.replace(/[^a-zA-Z0-9]+(.)?/g, (_, c: string | undefined) => c?.toUpperCase() ?? '') || 'point';
  const taken = new Set(others.map((o) => o.id));
  if (!taken.has(base)) return base;
  for (let n = 2; ; n++) if (!taken.has(`${base}${n}`)) return `${base}${n}`;
};

export type Placed = { readonly root: Condition; readonly path: Path };

/** A node under a group, at an index; its id gives way when a sibling has it. */
export const insertAt = (root: Condition, parent: Path, index: number, node: Condition): Placed => {
  const group = nodeAt(root, parent);
  if (!group || isLeaf(group)) return { root, path: parent };
  const children = childrenOf(group);
  const placed = { ...node, id: freshId(children, node.id) };
  // A `not` has room for one: what comes in stands beside what was there, and neither may be.
  if ('not' in group) {
    const any = { id: freshId([], 'any'), label: 'Any of these', any: [group.not, placed] };
    const inner = 'any' in group.not ? insertAt(group.not, [group.not.id], index, node).root : any;
    return {
      root: replaceAt(root, parent, { ...group, not: inner }),
      path: [...parent, inner.id, childrenOf(inner).at('any' in group.not ? index : -1)?.id ?? placed.id],
    };
  }
  const next = withChildren(group, [...children.slice(0, index), placed, ...children.slice(index)]);
  return { root: replaceAt(root, parent, next), path: [...parent, placed.id] };
};

const indexIn = (root: Condition, path: Path): number => {
  const parent = nodeAt(root, path.slice(0, -1));
  return parent ? childrenOf(parent).findIndex((c) => c.id === path.at(-1)) : -1;
};

const isWithin = (path: Path, ancestor: Path): boolean => ancestor.every((id, i) => path[i] === id);

/** A node put somewhere else; where that cannot be (under itself), all stays as it is. */
export const moveTo = (root: Condition, from: Path, parent: Path, index: number): Placed => {
  const node = nodeAt(root, from);
  const target = nodeAt(root, parent);
  if (!node || !target || isLeaf(target) || from.length < 2 || isWithin(parent, from)) return { root, path: from };
  const sameParent = pathKey(parent) === pathKey(from.slice(0, -1));
  const at = sameParent && indexIn(root, from) < index ? index - 1 : index;
  const without = replaceAt(root, from, undefined);
  return insertAt(without, parent, at, node);
};

/** Up or down among its siblings; at the end it stays. */
export const shift = (root: Condition, path: Path, by: 1 | -1): Placed => {
  const parent = path.slice(0, -1);
  const group = nodeAt(root, parent);
  const here = indexIn(root, path);
  const there = here + by;
  if (!group || isLeaf(group) || 'not' in group || here < 0 || there < 0 || there >= childrenOf(group).length)
    return { root, path };
  return moveTo(root, path, parent, by === 1 ? there + 1 : there);
};

/** Out of its group, to stand behind it. */
export const outdent = (root: Condition, path: Path): Placed => {
  if (path.length < 3) return { root, path };
  const parent = path.slice(0, -1);
  return moveTo(root, path, parent.slice(0, -1), indexIn(root, parent) + 1);
};

/** Into the group that stands before it, as its last part. */
export const indent = (root: Condition, path: Path): Placed => {
  const parent = path.slice(0, -1);
  const group = nodeAt(root, parent);
  const before = group && childrenOf(group)[indexIn(root, path) - 1];
  if (!before || isLeaf(before)) return { root, path };
  return moveTo(root, path, [...parent, before.id], childrenOf(before).length);
};

export const groupKinds = ['all', 'any', 'of', 'prefer', 'not'] as const;
export type GroupKind = (typeof groupKinds)[number];

export const kindOf = (group: Group): GroupKind =>
  'all' in group ? 'all' : 'any' in group ? 'any' : 'of' in group ? 'of' : 'prefer' in group ? 'prefer' : 'not';

/** The same parts, asked for in another way. */
export const asKind = (group: Group, kind: GroupKind): Group => {
  const { id, label, part } = group;
  const named = { id, label, ...(part === undefined ? {} : { part }) };
  const children = childrenOf(group);
  switch (kind) {
    case 'all':
      return { ...named, all: children };
    case 'any':
      return { ...named, any: children };
    case 'prefer':
      return { ...named, prefer: children };
    case 'of':
      return { ...named, atLeast: 'of' in group ? group.atLeast : Math.min(2, children.length), of: children };
    case 'not': {
      const [only] = children;
      const inner = children.length === 1 && only ? only : { id: 'any', label: 'Any of these', any: children };
      return { ...named, not: inner };
    }
  }
};

/** A group around a node, in its place. */
export const wrap = (root: Condition, path: Path, kind: GroupKind): Placed => {
  const node = nodeAt(root, path);
  if (!node) return { root, path };
  const parent = nodeAt(root, path.slice(0, -1));
  const siblings = parent && path.length > 1 ? childrenOf(parent).filter((c) => c.id !== node.id) : [];
  const group = asKind({ id: freshId(siblings, 'group'), label: 'New group', all: [node] }, kind);
  return { root: replaceAt(root, path, group), path: [...path.slice(0, -1), group.id] };
};

/** Every node with its place, parents first. */
export const walk = (
  node: Condition,
  path: Path = [node.id],
): readonly { readonly node: Condition; readonly path: Path }[] => [
  { node, path },
  ...childrenOf(node).flatMap((c) => walk(c, [...path, c.id])),
];
