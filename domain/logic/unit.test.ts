import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert, isKnownUnit, spokenUnit } from './unit.ts';

const pairs = [
  ['mm[Hg]', 'kPa'],
  ['%', '1'],
  ['d', 'wk'],
  ['mo', 'a'],
  ['d', 'mo'],
  ['wk', 'a'],
  ['h', 'min'],
  ['kg', '[lb_av]'],
  ['m', '[in_i]'],
  ['/h', '/min'],
  ['h/wk', 'h/d'],
  ['[mi_i]', 'm'],
  ['[ft_i]', 'm'],
  ['mg/d', 'g/d'],
] as const;

describe('units', () => {
  test.each(pairs)('%s there and back from %s gives the same value', (a, b) => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 10_000, noNaN: true }), (value) => {
        const there = convert(value, a, b);
        const back = convert(there!, b, a);
        expect(Math.abs(back! - value)).toBeLessThanOrEqual(value * 1e-10);
      }),
    );
  });

  test('known values', () => {
    expect(convert(7.5, 'kPa', 'mm[Hg]')).toBeCloseTo(56.25, 1);
    expect(convert(12, 'wk', 'd')).toBe(84);
    expect(convert(18, 'mo', 'a')).toBe(1.5);
    expect(convert(2, 'h/d', 'h/wk')).toBe(14);
    expect(convert(1609.344, 'm', '[mi_i]')).toBe(1);
    expect(convert(1, 'ug/L', 'ng/mL')).toBe(1);
    expect(convert(100, 'kg', '[lb_av]')).toBeCloseTo(220.462, 3);
  });

  test('a fraction becomes a percentage without a rounding tail, so that a strict threshold holds', () => {
    expect(convert(0.56, '1', '%')).toBe(56);
    expect(convert(0.88, '1', '%')).toBe(88);
  });

  test('units that measure different things do not convert', () => {
    expect(convert(1, 'mm[Hg]', '%')).toBeUndefined();
    expect(convert(1, '{visit}', '{session}')).toBeUndefined();
    expect(convert(1, 'mg', 'mm[Hg]')).toBeUndefined();
  });

  test('a unit converts to itself, annotations included', () => {
    expect(convert(3, '{visit}', '{visit}')).toBe(3);
    expect([isKnownUnit('{packYear}'), isKnownUnit('kPa'), isKnownUnit('furlong')]).toEqual([true, true, false]);
  });

  test('people read words, not codes', () => {
    expect([spokenUnit('mm[Hg]'), spokenUnit('{packYear}'), spokenUnit('d')]).toEqual(['mmHg', 'pack year', 'days']);
  });
});
