import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { systemEnvironment, uuidv7 } from './environment.ts';

const lastMs = 2 ** 48 - 1;

describe('an id', () => {
  test('is a UUID of version 7 and of the RFC variant, and holds its time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: lastMs }), (ms) => {
        const id = uuidv7(ms);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(ms);
      }),
    );
  });

  test('of a later millisecond sorts after one of an earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: lastMs - 1 }), fc.integer({ min: 1, max: 2 ** 20 }), (ms, later) => {
        fc.pre(ms + later <= lastMs);
        expect(uuidv7(ms) < uuidv7(ms + later)).toBe(true);
      }),
    );
  });

  test('is not made twice, also within one millisecond', () => {
    expect(new Set(Array.from({ length: 20_000 }, () => uuidv7(1_800_000_000_000))).size).toBe(20_000);
  });
});

describe('the environment of a process', () => {
  const { newNumber, now, sha256Hex } = systemEnvironment(() => Date.UTC(2026, 10, 22, 6, 10, 30, 5));

  test('tells the time in UTC with milliseconds', () => {
    expect(now()).toBe('2026-11-22T06:10:30.005Z');
  });

  test('makes numbers that can be read out: three groups of three signs without look-alikes', () => {
    const numbers = Array.from({ length: 3000 }, () => newNumber('PA'));
    for (const n of numbers)
      expect(n).toMatch(/^PA-[2-9A-HJKMNP-TV-Z]{3}-[2-9A-HJKMNP-TV-Z]{3}-[2-9A-HJKMNP-TV-Z]{3}$/);
    expect(new Set(numbers).size).toBe(numbers.length);
    // Every sign of the alphabet comes up, none much more than its share (27,000 draws over 30 signs: 900 each).
    const count = Map.groupBy(numbers.join('').replaceAll(/PA-|-/g, ''), (sign) => sign);
    expect(count.size).toBe(30);
    for (const [sign, times] of count) expect(times.length, sign).toBeLessThan(1100);
  });

  test('hashes text and bytes alike', () => {
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect([sha256Hex(''), sha256Hex(new Uint8Array())]).toEqual([empty, empty]);
  });
});
