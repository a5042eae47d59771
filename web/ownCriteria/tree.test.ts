import type { Condition, Group } from '@openum/domain/logic/condition.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asKind,
  freshId,
  type GroupKind,
  groupKinds,
  indent,
  insertAt,
  kindOf,
  moveTo,
  nodeAt,
  outdent,
  type Path,
  pathKey,
  replaceAt,
  shift,
  walk,
  wrap,
} from './tree.ts';

const leaf = (id: string): Condition => ({ id, label: id, fact: 'x.y', op: 'present' });
const tree: Group = {
  id: 'root',
  label: 'Root',
  all: [leaf('a'), { id: 'g', label: 'G', any: [leaf('b'), leaf('c')] }, leaf('d')],
};
const keys = (root: Condition) => walk(root).map(({ path }) => pathKey(path));

describe('a tree in the editor', () => {
  test('a node is taken out, and the root stays', () => {
    expect(keys(replaceAt(tree, ['root', 'g', 'b'], undefined))).toEqual([
      'root',
      'root/a',
      'root/g',
      'root/g/c',
      'root/d',
    ]);
    expect(replaceAt(tree, ['root'], undefined)).toBe(tree);
  });

  test('what is put in gets an id that its siblings do not have', () => {
    const { root, path } = insertAt(tree, ['root', 'g'], 1, leaf('b'));
    expect(path).toEqual(['root', 'g', 'b2']);
    expect(keys(root).slice(2, 6)).toEqual(['root/g', 'root/g/b', 'root/g/b2', 'root/g/c']);
    expect(freshId([], 'Oxygen saturation, at rest')).toBe('OxygenSaturationAtRest');
  });

  test('a second part of a "not" stands beside the first, and neither may be', () => {
    const not: Condition = { id: 'root', label: 'Root', not: leaf('a') };
    const { root, path } = insertAt(not, ['root'], 0, leaf('b'));
    expect(keys(root)).toEqual(['root', 'root/any', 'root/any/a', 'root/any/b']);
    expect(nodeAt(root, path)?.id).toBe('b');
  });

  test('a node moves up and down, in and out', () => {
    expect(keys(shift(tree, ['root', 'd'], -1).root)).toEqual([
      'root',
      'root/a',
      'root/d',
      'root/g',
      'root/g/b',
      'root/g/c',
    ]);
    expect(shift(tree, ['root', 'a'], -1).root).toBe(tree);
    expect(indent(tree, ['root', 'd']).path).toEqual(['root', 'g', 'd']);
    expect(outdent(tree, ['root', 'g', 'b']).path).toEqual(['root', 'b']);
    expect(keys(shift(tree, ['root', 'a'], 1).root)[1]).toBe('root/g');
  });

  test('nothing moves into itself', () => {
    expect(moveTo(tree, ['root', 'g'], ['root', 'g'], 0).root).toBe(tree);
  });

  test('a group around a node takes its place', () => {
    const { root, path } = wrap(tree, ['root', 'a'], 'any');
    expect([pathKey(path), keys(root).slice(1, 3)]).toEqual(['root/group', ['root/group', 'root/group/a']]);
  });

  test('whatever is moved where, no point is lost and no id stands twice in a group', () => {
    const all = keys(tree).map((k) => k.split('/'));
    const act = fc.tuple(
      fc.constantFrom('shift', 'indent', 'outdent', 'move', 'wrap'),
      fc.nat(9),
      fc.nat(9),
      fc.nat(3),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        let root: Condition = tree;
        for (const [what, at, to, index] of acts) {
          const places: readonly Path[] = walk(root).map((w) => w.path);
          const path = places[at % places.length] ?? all[0] ?? [];
          const target = places[to % places.length] ?? [];
          root = (
            what === 'shift'
              ? shift(root, path, index % 2 === 0 ? 1 : -1)
              : what === 'indent'
                ? indent(root, path)
                : what === 'outdent'
                  ? outdent(root, path)
                  : what === 'wrap'
                    ? wrap(root, path, 'any')
                    : moveTo(root, path, target, index)
          ).root;
        }
        const leaves = walk(root).filter(({ node }) => 'fact' in node);
        expect(leaves.map(({ node }) => node.label).sort()).toEqual(['a', 'b', 'c', 'd']);
        expect(new Set(keys(root)).size).toBe(keys(root).length);
      }),
    );
  });

  test('a group asks in another way for the same parts', () => {
    for (const kind of groupKinds) {
      const other = asKind(tree, kind);
      expect(kindOf(other)).toBe<GroupKind>(kind);
      expect(walk(other).filter(({ node }) => 'fact' in node)).toHaveLength(4);
    }
  });
});
