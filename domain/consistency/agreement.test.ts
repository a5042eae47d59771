import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohensKappa, krippendorffsAlpha, percentAgreement, strengthOf, type Unit } from './agreement.ts';
import { bootstrapInterval } from './interval.ts';

/** One row for each reviewer, one column for each unit; a dot is a rating that was not given. */
const units = (rows: Readonly<Record<string, string>>): readonly Unit[] => {
  const columns = Object.values(rows)[0]?.length ?? 0;
  return Array.from({ length: columns }, (_, i) => ({
    unitId: `u${i + 1}`,
    ratings: new Map(
      Object.entries(rows).flatMap(([rater, row]) => {
        const value = row[i];
        return value === undefined || value === '.' ? [] : [[rater, value] as const];
      }),
    ),
  }));
};

const table = (bothYes: number, firstYes: number, secondYes: number, bothNo: number): readonly Unit[] =>
  units({
    a: 'y'.repeat(bothYes + firstYes) + 'n'.repeat(secondYes + bothNo),
    b: 'y'.repeat(bothYes) + 'n'.repeat(firstYes) + 'y'.repeat(secondYes) + 'n'.repeat(bothNo),
  });

const published = units({
  a: '123321412...',
  b: '1233224125.3',
  c: '.3332342251.',
  d: '12332441251.',
});

const raters = ['a', 'b', 'c'];
const anyUnits: fc.Arbitrary<readonly Unit[]> = fc
  .array(fc.array(fc.constantFrom('met', 'notMet', 'unknown', undefined), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 20,
  })
  .map((rows) =>
    rows.map((row, i) => ({
      unitId: `u${i}`,
      ratings: new Map(
        raters.flatMap((r, j) => {
          const value = row[j];
          return value === undefined ? [] : [[r, value] as const];
        }),
      ),
    })),
  );

describe('two reviewers', () => {
  test('agreement of 35 in 50 with chance at one half is a kappa of 0.4', () => {
    expect(cohensKappa(table(20, 5, 10, 15), 'a', 'b')).toBeCloseTo(0.4, 10);
  });

  test('two who always give the same one answer have no kappa: chance explains it', () => {
    expect(cohensKappa(units({ a: 'yyyy', b: 'yyyy' }), 'a', 'b')).toBeUndefined();
  });

  test('units that only one of them rated do not count', () => {
    expect(cohensKappa(units({ a: 'yn.y', b: 'yny.' }), 'a', 'b')).toBe(1);
    expect(cohensKappa(units({ a: 'y.', b: '.y' }), 'a', 'b')).toBeUndefined();
  });
});

describe('several reviewers with ratings missing', () => {
  test('the published example of four coders and twelve units gives 0.743', () => {
    expect(krippendorffsAlpha(published)).toBeCloseTo(0.743, 3);
  });

  test('a unit that one person rated says nothing', () => {
    expect(krippendorffsAlpha(units({ a: 'yn', b: 'y.' }))).toBeUndefined();
    expect(percentAgreement(units({ a: 'y', b: '.' }))).toBeUndefined();
  });

  test('who is called first makes no difference, and full agreement is 1', () => {
    fc.assert(
      fc.property(anyUnits, (given) => {
        const turned = given.map((u) => ({ ...u, ratings: new Map([...u.ratings].reverse()) }));
        expect(krippendorffsAlpha(turned)).toEqual(krippendorffsAlpha(given));
        const alpha = krippendorffsAlpha(given);
        if (alpha !== undefined) {
          expect(alpha).toBeLessThanOrEqual(1);
          expect(alpha === 1).toBe(percentAgreement(given) === 1);
        }
        const same = cohensKappa(given, 'a', 'b');
        expect(cohensKappa(given, 'b', 'a')).toEqual(same);
      }),
    );
  });
});

describe('an interval', () => {
  test('holds the coefficient of a set that is large enough, and is the same at every reading', () => {
    const given = table(20, 5, 10, 15);
    const interval = bootstrapInterval(given, krippendorffsAlpha, 7);
    const alpha = krippendorffsAlpha(given) ?? Number.NaN;
    expect(interval?.low).toBeLessThan(alpha);
    expect(interval?.high).toBeGreaterThan(alpha);
    expect(bootstrapInterval(given, krippendorffsAlpha, 7)).toEqual(interval);
  });

  test('of a single unit there is none', () => {
    expect(bootstrapInterval(units({ a: 'y', b: 'n' }), krippendorffsAlpha, 7)).toBeUndefined();
  });
});

test('a coefficient has a word', () => {
  expect([-0.1, 0.2, 0.4, 0.6, 0.8, 0.81].map(strengthOf)).toEqual([
    'poor',
    'slight',
    'fair',
    'moderate',
    'substantial',
    'almostPerfect',
  ]);
});
