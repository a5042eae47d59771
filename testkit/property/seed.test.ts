import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seedOf } from './seed.ts';

const drawn = (): readonly number[] => {
  const values: number[] = [];
  fc.assert(fc.property(fc.integer(), (n) => void values.push(n)));
  return values;
};

describe('the seed of the properties', () => {
  test('is the same in every run unless somebody asks for another', () => {
    expect(seedOf(undefined)).toBe(seedOf(''));
    expect(seedOf('17')).toBe(17);
    expect(seedOf('-5')).toBe(-5);
    expect(seedOf('random')).toBeUndefined();
    expect(() => seedOf('today')).toThrow(/OPENUM_SEED must be a whole number or "random", not "today"/);
  });

  test('reaches every property, so that two draw the same values', () => {
    const asked = seedOf(process.env.OPENUM_SEED);
    expect(fc.readConfigureGlobal().seed).toBe(asked);
    if (asked !== undefined) expect(drawn()).toEqual(drawn());
  });

  test('stands in the message of a property that fails', () => {
    const seed = fc.readConfigureGlobal().seed ?? '-?\\d+';
    expect(() => fc.assert(fc.property(fc.integer(), (n) => n < 0))).toThrow(new RegExp(`seed: ${seed}, path:`));
  });
});
