import type { LeafFinding } from '@openum/domain/criteria/evaluation.ts';
import type { Truth } from '@openum/domain/logic/truth.ts';
import { describe, expect, test } from 'vitest';
import { countTruths, humanized, inOrder, type LeafNode, leafTree, nextUnknown, worthOpening } from './leafTree.ts';

const leaf = (path: string, truth: Truth = 'met'): LeafFinding => ({
  path,
  label: path,
  truth,
  factIds: [],
  explanation: '',
});
const shape = (n: LeafNode): unknown => (n.kind === 'leaf' ? n.leaf.path : { [n.label]: n.children.map(shape) });

describe('the tree of leaves', () => {
  test('groups leaves by the ids of their path and drops a root that holds everything', () => {
    const tree = leafTree([leaf('root/dx/copd'), leaf('root/dx/ild'), leaf('root/gas/pao2')]);
    expect(tree.map(shape)).toEqual([{ Dx: ['root/dx/copd', 'root/dx/ild'] }, 'root/gas/pao2']);
  });

  test('keeps the order of the criteria, also when a group comes back later', () => {
    const tree = leafTree([leaf('r/a'), leaf('r/b/one'), leaf('r/c'), leaf('r/b/two')]);
    expect(inOrder(tree).map((l) => l.path)).toEqual(['r/a', 'r/b/one', 'r/b/two', 'r/c']);
  });

  test('loses no leaf and repeats none', () => {
    const leaves = ['r/a', 'r/a/b', 'r/a/b/c', 'x', 'r/d/e/f/g', 'r/d/e/h'].map((p) => leaf(p));
    expect(
      inOrder(leafTree(leaves))
        .map((l) => l.path)
        .sort(),
    ).toEqual(leaves.map((l) => l.path).sort());
  });

  test('counts what is met, not met and unknown in a group', () => {
    expect(countTruths([leaf('a'), leaf('b', 'unknown'), leaf('c', 'unknown'), leaf('d', 'notMet')])).toEqual({
      met: 1,
      notMet: 1,
      unknown: 2,
    });
  });

  test('counts a leaf that must not be as met when it is not', () => {
    expect(countTruths([{ ...leaf('a', 'notMet'), negated: true }])).toEqual({ met: 1, notMet: 0, unknown: 0 });
  });

  test('opens a group where something is known or could turn the answer', () => {
    const [known, turning, neither] = leafTree([
      ...['r/a/x', 'r/a/y'].map((p) => leaf(p, 'notMet')),
      ...['r/b/x', 'r/b/y', 'r/c/x', 'r/c/y'].map((p) => leaf(p, 'unknown')),
    ]);
    expect([known!, turning!, neither!].map((n) => worthOpening(n, ['r/b/y']))).toEqual([true, true, false]);
  });

  test('is empty for no leaves', () => {
    expect(leafTree([])).toEqual([]);
  });
});

test.each([
  ['qualifyingBloodGas', 'Qualifying blood gas'],
  ['ahi-15-or-more', 'Ahi 15 or more'],
  ['dx', 'Dx'],
])('%s is read as %s', (id, words) => {
  expect(humanized(id)).toBe(words);
});

describe('the next unknown leaf', () => {
  const leaves = [leaf('a', 'unknown'), leaf('b'), leaf('c', 'unknown')];
  test('is the one after the present one, around the end', () => {
    expect(nextUnknown(leaves, 0)).toBe(2);
    expect(nextUnknown(leaves, 2)).toBe(0);
    expect(nextUnknown(leaves, -1)).toBe(0);
  });
  test('is none when nothing is unknown', () => {
    expect(nextUnknown([leaf('a')], 0)).toBe(-1);
    expect(nextUnknown([], -1)).toBe(-1);
  });
});
