import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { all, any, atLeast, not, type Truth } from './truth.ts';

const truth = fc.constantFrom<Truth>('met', 'notMet', 'unknown');
const truths = fc.array(truth, { minLength: 1, maxLength: 8 });
const resolved = (ts: readonly Truth[], answers: readonly boolean[]): Truth[] =>
  ts.map((t, i) => (t === 'unknown' ? (answers[i] ? 'met' : 'notMet') : t));

describe('three-valued logic', () => {
  test('a double negation changes nothing', () => {
    fc.assert(
      fc.property(truth, (t) => {
        expect(not(not(t))).toBe(t);
      }),
    );
  });

  test('De Morgan: not all is any not, and not any is all not', () => {
    fc.assert(
      fc.property(truths, (ts) => {
        expect(not(all(ts))).toBe(any(ts.map(not)));
        expect(not(any(ts))).toBe(all(ts.map(not)));
      }),
    );
  });

  test('all is at least every one, any is at least one', () => {
    fc.assert(
      fc.property(truths, (ts) => {
        expect(atLeast(ts.length, ts)).toBe(all(ts));
        expect(atLeast(1, ts)).toBe(any(ts));
      }),
    );
  });

  test('the order of the parts does not matter', () => {
    fc.assert(
      fc.property(truths, fc.nat(8), (ts, n) => {
        const back = [...ts].reverse();
        expect([all(back), any(back), atLeast(n, back)]).toEqual([all(ts), any(ts), atLeast(n, ts)]);
      }),
    );
  });

  test('a decided answer stays, whatever the unknown parts turn out to be', () => {
    fc.assert(
      fc.property(truths, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), fc.nat(8), (ts, answers, n) => {
        const later = resolved(ts, answers);
        for (const f of [all, any, (xs: readonly Truth[]) => atLeast(n, xs)])
          if (f(ts) !== 'unknown') expect(f(later)).toBe(f(ts));
      }),
    );
  });

  test('an unknown answer can still turn out either way', () => {
    fc.assert(
      fc.property(truths, fc.integer({ min: 1, max: 8 }), (ts, n) => {
        const yes = resolved(
          ts,
          ts.map(() => true),
        );
        const no = resolved(
          ts,
          ts.map(() => false),
        );
        for (const f of [all, any, (xs: readonly Truth[]) => atLeast(n, xs)])
          if (f(ts) === 'unknown') expect([f(yes), f(no)]).toEqual(['met', 'notMet']);
      }),
    );
  });
});
