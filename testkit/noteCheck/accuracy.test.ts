import { describe, expect, test } from 'vitest';
import { measure, precision, recall } from './accuracy.ts';
import { bank } from './bank.ts';
import { syntheticNote } from './note.ts';

describe('synthetic notes', () => {
  test('the same seed gives the same note, another another', () => {
    expect(syntheticNote('build', 7)).toEqual(syntheticNote('build', 7));
    expect(syntheticNote('build', 7).text).not.toBe(syntheticNote('build', 8).text);
  });

  test('no sentence stands in both sets', () => {
    const of = (set: string) => bank.filter((s) => s.set === set).map((s) => s.text);
    expect(of('build').filter((t) => of('measure').includes(t))).toEqual([]);
  });
});

test('on the notes that it was built on, the check is nearly always right', () => {
  const { rows } = measure('build', 120);
  const weak = [...rows].filter(([, c]) => precision(c) < 0.9 || recall(c) < 0.8).map(([key]) => key);
  expect(weak).toEqual([]);
});
