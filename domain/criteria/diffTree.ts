import { type Condition, childrenOf, type Group, isLeaf, type Leaf } from '../logic/condition.ts';
import { qualifierWords, requirement } from '../logic/explain.ts';
import { same } from './same.ts';

type Placed = { readonly node: Condition; readonly path: string; readonly parent?: Group };

const walk = (node: Condition, path: string, parent?: Group): readonly Placed[] => [
  { node, path, ...(parent ? { parent } : {}) },
  ...(isLeaf(node) ? [] : childrenOf(node).flatMap((c) => walk(c, `${path}/${c.id}`, node))),
];

const quoted = (node: Condition): string => `“${node.label}”`;

const asks = (group: Group): string =>
  'all' in group
    ? 'all of its parts'
    : 'any' in group
      ? 'any one of its parts'
      : 'of' in group
        ? `at least ${group.atLeast} of its parts`
        : 'prefer' in group
          ? 'the first of its parts that is documented'
          : 'that its part is not so';

const windowOf = (leaf: Leaf): string =>
  requirement({ id: 'w', label: '', fact: leaf.fact, op: 'present', ...(leaf.window ? { window: leaf.window } : {}) });
const anyTime = 'an entry at any time';
const timing = (leaf: Leaf): string => (leaf.window ? windowOf(leaf) : anyTime);

const comparison = ({ op, value, min, max, values, unit, thresholds }: Leaf) => [
  op,
  value,
  min,
  max,
  values,
  unit,
  thresholds,
];

const leafChanges = (before: Leaf, after: Leaf): readonly string[] => {
  const said: string[] = [];
  const about = quoted(after);
  const add = (text: string): void => void said.push(`${about}: ${text}.`);
  if (before.label !== after.label) said.push(`${quoted(before)} is now called ${about}.`);
  if (before.fact !== after.fact) add(`is about ${after.fact} instead of ${before.fact}`);
  if (!same(comparison(before), comparison(after)))
    add(`asks for ${requirement(after)} instead of ${requirement(before)}`);
  if (!same(before.where, after.where))
    add(`counts ${qualifierWords(after) || 'every value'} instead of ${qualifierWords(before) || 'every value'}`);
  if (!same(before.window, after.window)) add(`looks for ${timing(after)} instead of ${timing(before)}`);
  if ((before.select ?? 'latest') !== (after.select ?? 'latest'))
    add(`of several values takes ${after.select ?? 'latest'} instead of ${before.select ?? 'latest'}`);
  if (!same(before.gaps, after.gaps)) add('other values are left open by the source');
  if (before.document !== after.document)
    add(
      `asks to document ${after.document ?? 'nothing of its own'} instead of ${before.document ?? 'nothing of its own'}`,
    );
  if (!same(before.source, after.source)) {
    const [from, to] = [before.source, after.source];
    const where = (s: typeof from): string => (s ? `${s.citation}, ${s.section}` : 'no source');
    if (where(from) !== where(to)) add(`rests on ${where(to)} instead of ${where(from)}`);
    else add('how it was compared with its source has changed');
  }
  // Whatever has no sentence of its own yet is still said to differ.
  if (said.length === 0 && !same(before, after)) add('its details have changed');
  return said;
};

const partOf = ({ part }: Condition): { readonly part?: string } => (part === undefined ? {} : { part });

const orderOf = (group: Group, ids: ReadonlySet<string>): readonly string[] =>
  childrenOf(group)
    .map((c) => c.id)
    .filter((id) => ids.has(id));

const groupChanges = (before: Group, after: Group): readonly string[] => {
  const said: string[] = [];
  const about = quoted(after);
  if (before.label !== after.label) said.push(`${quoted(before)} is now called ${about}.`);
  if (asks(before) !== asks(after)) said.push(`${about} asks for ${asks(after)} instead of ${asks(before)}.`);
  const kept = new Set(childrenOf(before).map((c) => c.id));
  const both = new Set(childrenOf(after).flatMap((c) => (kept.has(c.id) ? [c.id] : [])));
  if (!same(orderOf(before, both), orderOf(after, both))) said.push(`The parts of ${about} stand in another order.`);
  return said;
};

const sharing = (before: Condition, after: Condition): readonly string[] => {
  if (before.part === after.part) return [];
  if (after.part === undefined) return [`${quoted(after)} is no longer shared with other places.`];
  return [`${quoted(after)} is shared with other places as the part “${after.part}”.`];
};

const nodeChanges = (before: Condition, after: Condition): readonly string[] => {
  const shared = sharing(before, after);
  if (isLeaf(before) && isLeaf(after)) return [...leafChanges({ ...before, ...partOf(after) }, after), ...shared];
  if (!isLeaf(before) && !isLeaf(after)) return [...groupChanges(before, after), ...shared];
  return [`${quoted(before)} gave way to ${quoted(after)}.`];
};

/** A sentence once, with the number of places for which it holds. */
const counted = (texts: readonly string[]): readonly string[] =>
  [...Map.groupBy(texts, (t) => t)].map(([text, { length }]) =>
    length === 1 ? text : text.replace(/\.$/, ` (in ${length} places).`),
  );

const within = (p: Placed): string => (p.parent ? ` in ${quoted(p.parent)}` : '');

const told = (node: Condition): string =>
  isLeaf(node) ? `${quoted(node)} (${requirement(node)})` : `the group ${quoted(node)}`;

/** What differs between two trees, point by point, in the order of the newer one. */
export const treeChanges = (before: Condition, after: Condition): readonly string[] => {
  const [old, now] = [walk(before, ''), walk(after, '')];
  const byPath = new Map(old.map((p) => [p.path, p]));
  const left = new Set(old.filter((p) => !now.some((n) => n.path === p.path)));
  const said = now.flatMap((n) => {
    const here = byPath.get(n.path);
    if (here) return nodeChanges(here.node, n.node);
    const from = [...left].find((p) => p.node.id === n.node.id && isLeaf(p.node) === isLeaf(n.node));
    if (!from) return [`${told(n.node)} is new${within(n)}.`];
    left.delete(from);
    return [
      `${quoted(from.node)} moved${within(from).replace(' in ', ' from ')} to ${n.parent ? quoted(n.parent) : 'the top'}.`,
      ...nodeChanges(from.node, n.node),
    ];
  });
  return counted([...said, ...[...left].map((p) => `${told(p.node)} is taken out${within(p)}.`)]);
};
