import { mapChildren } from '../logic/children.ts';
import { type Condition, childrenOf, isLeaf, type Leaf } from '../logic/condition.ts';
import { anchorOf } from '../logic/day.ts';
import type { CriteriaSet } from './criteria-set.ts';
import { treesOf, withTrees } from './trees.ts';
import { vectorFailure } from './vector.ts';

/** A tree with one small error in it, to show that the worked examples notice it. */
export type Mutant = { readonly name: string; readonly set: CriteriaSet };

type Altered = { readonly name: string; readonly node: Condition };

/** The smallest difference that matters in a unit. */
const steps: Readonly<Record<string, number>> = { 'kg/m2': 0.1, 'h/wk': 0.25, 'ng/mL': 0.1 };
export const stepOf = (unit: string | undefined): number => steps[unit ?? ''] ?? 1;

const flipped = { '>=': '>', '>': '>=', '<=': '<', '<': '<=' } as const;

const moved = (n: number, by: number): number => Number((n + by).toFixed(6));

const leafMutants = (leaf: Leaf): Altered[] => {
  const out: Altered[] = [];
  const add = (name: string, change: Partial<Leaf>): void => {
    out.push({ name: name, node: { ...leaf, ...change } });
  };
  const { op, value } = leaf;
  const step = stepOf(leaf.unit);
  if (op === '>=' || op === '>' || op === '<=' || op === '<') add(`${op} becomes ${flipped[op]}`, { op: flipped[op] });
  if (typeof value === 'number')
    for (const by of [-step, step]) add(`threshold ${value} becomes ${moved(value, by)}`, { value: moved(value, by) });
  if (typeof value === 'boolean') add(`${value} becomes ${!value}`, { value: !value });
  if (op === '==' && typeof value === 'number')
    for (const other of ['>=', '<='] as const) add(`== becomes ${other}`, { op: other });
  for (const end of ['min', 'max'] as const) {
    const n = leaf[end];
    if (n !== undefined)
      for (const by of [-step, step]) add(`${end} ${n} becomes ${moved(n, by)}`, { [end]: moved(n, by) });
  }
  leaf.thresholds?.forEach((row, i) => {
    const named = [row.sex, row.ageFrom === undefined ? undefined : `from ${row.ageFrom}`].filter(Boolean).join(' ');
    const rows = (changed: readonly (typeof row)[]): Partial<Leaf> => ({
      thresholds: leaf.thresholds?.flatMap((other, j) => (j === i ? changed : [other])) ?? [],
    });
    for (const by of [-step, step])
      add(
        `threshold ${named} ${row.value} becomes ${moved(row.value, by)}`,
        rows([{ ...row, value: moved(row.value, by) }]),
      );
    if (leaf.thresholds?.length !== 1) add(`loses the threshold ${named}`, rows([]));
    if (row.sex)
      add(
        `threshold of ${row.sex} goes to the other sex`,
        rows([{ ...row, sex: row.sex === 'female' ? 'male' : 'female' }]),
      );
  });
  for (const dropped of leaf.values ?? [])
    add(`loses ${dropped}`, { values: (leaf.values ?? []).filter((v) => v !== dropped) });
  leaf.gaps?.forEach((gap, i) => {
    const others = leaf.gaps?.filter((_, j) => j !== i) ?? [];
    add(`loses the gap ${gap.above} to ${gap.below}`, { gaps: others });
    add(`gap starts at ${moved(gap.above, -step)}`, { gaps: [...others, { ...gap, above: moved(gap.above, -step) }] });
    add(`gap ends at ${moved(gap.below, step)}`, { gaps: [...others, { ...gap, below: moved(gap.below, step) }] });
  });
  for (const [name, allowed] of Object.entries(leaf.where ?? {})) {
    const { [name]: _, ...rest } = leaf.where ?? {};
    add(`ignores ${name}`, { where: rest });
    if (typeof allowed !== 'string')
      for (const dropped of allowed)
        add(`${name} loses ${dropped}`, { where: { ...rest, [name]: allowed.filter((v) => v !== dropped) } });
  }
  const { window } = leaf;
  if (window !== undefined) {
    const { window: _, ...without } = leaf;
    out.push({ name: 'loses its window', node: without });
    const anchor = anchorOf(window);
    const length = window.within === undefined ? {} : { within: window.within };
    // Not from after to around: where the days before count by a point of their own (42 CFR 424.22(a)(1)(v)), nothing changes.
    if ('before' in window)
      for (const [name, side] of [
        ['after', { after: anchor }],
        ['around', { around: anchor }],
      ] as const)
        add(`window before becomes ${name}`, { window: { ...length, ...side } });
    if ('after' in window) add('window after becomes before', { window: { ...length, before: anchor } });
    if (window.within !== undefined) {
      const { value: n, unit } = window.within;
      for (const by of [-1, 1])
        add(`window ${n} becomes ${n + by}`, { window: { ...window, within: { value: n + by, unit } } });
    }
  }
  return out;
};

const groupMutants = (node: Condition): Altered[] => {
  const { id, label } = node;
  const children = childrenOf(node);
  const named = (name: string, changed: Condition): Altered => ({ name, node: changed });
  if ('not' in node) return [named('loses its not', node.not)];
  if ('prefer' in node)
    return [
      named('prefer becomes any', { id, label, any: children }),
      named('prefer becomes all', { id, label, all: children }),
      named('prefers the other way round', { id, label, prefer: [...children].reverse() }),
    ];
  if (children.length < 2) return [];
  if ('all' in node)
    return [
      named('all becomes any', { id, label, any: children }),
      ...children.map((c) => named(`loses ${c.id}`, { id, label, all: children.filter((x) => x !== c) })),
    ];
  if ('any' in node)
    return [
      named('any becomes all', { id, label, all: children }),
      ...children.map((c) => named(`loses ${c.id}`, { id, label, any: children.filter((x) => x !== c) })),
    ];
  if ('of' in node)
    return [-1, 1].map((by) => named(`atLeast ${node.atLeast + by}`, { ...node, atLeast: node.atLeast + by }));
  return [];
};

/** The tree with a node replaced wherever it stands. */
const replaced = (tree: Condition, target: Condition, by: Condition): Condition => {
  if (tree === target) return by;
  return mapChildren(tree, (c) => replaced(c, target, by));
};

const nodesOf = (tree: Condition, path: string, into: Map<Condition, string>): void => {
  if (!into.has(tree)) into.set(tree, path);
  for (const child of childrenOf(tree)) nodesOf(child, `${path}/${child.id}`, into);
};

/** Every single alteration of a set. A part that is used in several places is altered in all of them. */
export const mutantsOfSet = (set: CriteriaSet): readonly Mutant[] => {
  const nodes = new Map<Condition, string>();
  for (const tree of treesOf(set)) nodesOf(tree, tree.id, nodes);
  return [...nodes].flatMap(([node, path]) =>
    (isLeaf(node) ? leafMutants(node) : groupMutants(node)).map((m) => ({
      name: `${path}: ${m.name}`,
      set: withTrees(set, (tree) => replaced(tree, node, m.node)),
    })),
  );
};

/** Whether no worked example notices an alteration. */
export const survives = (set: CriteriaSet, mutant: Mutant): boolean =>
  set.vectors.every((v) => vectorFailure(mutant.set, v) === undefined);

/** Names of the alterations that no worked example notices. */
export const survivorsOf = (set: CriteriaSet, mutants: readonly Mutant[]): readonly string[] =>
  mutants.filter((m) => survives(set, m)).map((m) => m.name);
