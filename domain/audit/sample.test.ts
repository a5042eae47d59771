import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawn, drawSample, sampleProgress, type Verdict } from './sample.ts';

const universe = Array.from({ length: 200 }, (_, i) => `file-${i}`);

describe('a sample', () => {
  test('is drawn again from the same universe by the same seed, and another by another', () => {
    expect(drawSample(universe, 7)).toEqual(drawSample(universe, 7));
    expect(drawSample(universe, 7)).not.toEqual(drawSample(universe, 8));
    expect(drawSample(universe, 7)).toHaveLength(drawn);
  });

  test('has no file twice, none from outside, and all of a small universe', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 80 }), fc.nat(), (files, seed) => {
        const sample = drawSample(files, seed);
        expect(new Set(sample).size).toBe(Math.min(files.length, drawn));
        expect(sample.every((f) => files.includes(f))).toBe(true);
      }),
    );
  });

  test('prefers no place of the universe', () => {
    const hits = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed++)
      for (const f of drawSample(universe.slice(0, 10), seed, 2)) hits.set(f, (hits.get(f) ?? 0) + 1);
    for (const n of hits.values()) expect(Math.abs(n - 400)).toBeLessThan(90);
  });
});

describe('reading a sample', () => {
  const read = (...verdicts: readonly Verdict[]) => new Map(verdicts.map((v, i) => [i + 1, v]));
  const eight = Array.from({ length: 8 }, () => 'pass' as const);

  test('ends after eight files when all of them pass', () => {
    expect(sampleProgress(40, read()).toRead).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(sampleProgress(40, read(...eight))).toEqual({ toRead: [], passed: 8, failed: 0, done: true, passRate: 1 });
  });

  test('goes on to thirty when one does not', () => {
    const { toRead, failed, done } = sampleProgress(40, read('pass', 'fail'));
    expect([toRead.length, toRead.at(-1), failed, done]).toEqual([28, 30, 1, false]);
  });

  test('replaces a file to which the question does not apply by the next one drawn', () => {
    expect(sampleProgress(40, read('notApplicable')).toRead).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('ends with the universe when that is smaller', () => {
    expect(sampleProgress(2, read('pass', 'fail'))).toMatchObject({ done: true, passRate: 0.5 });
  });
});
