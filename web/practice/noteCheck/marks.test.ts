import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Mark, markAt, markFrom, piecesOf } from './marks.ts';

const mark = (from: number, to: number, kind: Mark['kind'] = 'supports'): Mark => ({ from, to, kind, subject: 'risk' });

test('pieces cover the text once, and the gravest kind wins where marks overlap', () => {
  expect(piecesOf(10, [mark(2, 6), mark(4, 8, 'against')], [{ from: 0, to: 3 }])).toEqual([
    { from: 0, to: 2, copied: true },
    { from: 2, to: 3, copied: true, kind: 'supports' },
    { from: 3, to: 4, copied: false, kind: 'supports' },
    { from: 4, to: 6, copied: false, kind: 'against' },
    { from: 6, to: 8, copied: false, kind: 'against' },
    { from: 8, to: 10, copied: false },
  ]);
});

test('an empty text has no pieces', () => {
  expect(piecesOf(0, [], [])).toEqual([]);
});

test('marks of a text that has become shorter do no harm', () => {
  const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => mark(Math.min(a, b), Math.max(a, b)));
  fc.assert(
    fc.property(fc.nat(20), fc.array(span), (length, marks) => {
      const pieces = piecesOf(length, marks, []);
      expect(pieces.reduce((at, p) => (p.from === at ? p.to : Number.NaN), 0)).toBe(length);
    }),
  );
});

test('one goes from mark to mark, and from the last to the first', () => {
  const marks = [mark(2, 4), mark(6, 8)];
  expect(markFrom(marks, 0, false)).toEqual(marks[0]);
  expect(markFrom(marks, 2, false)).toEqual(marks[1]);
  expect(markFrom(marks, 6, false)).toEqual(marks[0]);
  expect(markFrom(marks, 2, true)).toEqual(marks[1]);
  expect(markAt(marks, 7)).toEqual(marks[1]);
  expect(markAt(marks, 5)).toBeUndefined();
});
