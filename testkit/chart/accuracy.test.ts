import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measureCharts, precisionOf, recallOf } from './accuracy.ts';
import { banks } from './bank.ts';
import { syntheticChart } from './chart.ts';

const facts = [
  {
    id: '1',
    key: 'vital.bmi',
    value: { kind: 'quantity', value: 41, unit: 'kg/m2' },
    source: { kind: 'request', field: 'x' },
  },
  {
    id: '2',
    key: 'dx.hypertension',
    value: { kind: 'boolean', value: false },
    source: { kind: 'request', field: 'x' },
  },
] as const;

describe('synthetic charts', () => {
  test('are the same for the same seed, and others for another', () => {
    expect(syntheticChart('build', 3, facts)).toEqual(syntheticChart('build', 3, facts));
    expect(syntheticChart('build', 4, facts).pages).not.toEqual(syntheticChart('build', 3, facts).pages);
  });
  test('say each fact at the place that they name', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { pages, truths, unsaid } = syntheticChart('measure', seed, facts);
      expect([truths.length, unsaid.length]).toEqual([2, 0]);
      for (const { page, span } of truths) expect(pages[page - 1]?.slice(span.from, span.to).trim()).not.toBe('');
    }
  });
  test('share no sentence between the set to build on and the set to measure on', () => {
    const words = (set: 'build' | 'measure') =>
      new Set(
        Object.entries(banks[set].facts).flatMap(([key, of]) =>
          Object.values(of).flatMap((p) => p.map((w) => `${key} ${w}`)),
        ),
      );
    const build = words('build');
    expect([...words('measure')].filter((w) => build.has(w))).toEqual([]);
  });
});

describe('the rules on the set to build on', () => {
  const { rows, cited, read, trees } = measureCharts('build', 1);
  const all = [...rows.values()].reduce((a, b) => ({
    right: a.right + b.right,
    tooMuch: a.tooMuch + b.tooMuch,
    overlooked: a.overlooked + b.overlooked,
  }));
  test('quote what stands on the page, always', () => expect(cited).toBe(read));
  test('find nearly all that is said, and hardly anything that is not', () => {
    expect(precisionOf(all)).toBeGreaterThan(0.99);
    expect(recallOf(all)).toBeGreaterThan(0.96);
  });
  test('make hardly a tree met that is not', () => {
    expect([...trees.values()].reduce((n, t) => n + t.falseApprovals, 0)).toBeLessThan(3);
  });
});

test('what the page about accuracy says of the sets is so', () => {
  const page = readFileSync(new URL('../../docs/extraction-accuracy.md', import.meta.url), 'utf8');
  expect(page).toContain('Citations that stand on their page: 100.0 %');
});
