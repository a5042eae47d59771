import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addElapsed, instant } from '../time/instant.ts';
import { type CountedClock, clockEnds, clockOutcomes } from './clockOutcome.ts';
import { complianceFigures } from './compliance.ts';
import { spreadOf } from './spread.ts';

const zero = instant('2026-01-01T00:00:00Z');
const moment = fc.integer({ min: 0, max: 2000 }).map((hours) => addElapsed(zero, { hours }));
const clock: fc.Arbitrary<CountedClock> = fc
  .record({
    startedAt: moment,
    dueAt: moment,
    ended: fc.option(fc.record({ metAt: moment, endedBy: fc.constantFrom(...clockEnds) }), { nil: undefined }),
    superseded: fc.boolean(),
    extended: fc.boolean(),
  })
  .map(({ ended, ...rest }) => ({ ...rest, ...ended }));

test('every clock is counted exactly once, in whatever parts the report is broken down', () => {
  fc.assert(
    fc.property(fc.array(clock), fc.array(clock), moment, (a, b, now) => {
      const [one, other, both] = [a, b, [...a, ...b]].map((clocks) => complianceFigures(clocks, now));
      if (!one || !other || !both) throw new Error('given: three reports');
      expect(clockOutcomes.reduce((sum, o) => sum + both[o], 0)).toBe(a.length + b.length);
      for (const o of clockOutcomes) expect(both[o]).toBe(one[o] + other[o]);
      expect(both.ended).toBe(both.met + both.missed);
      expect(both.rate === undefined).toBe(both.met + both.missed + both.overdue === 0);
    }),
  );
});

test('waiting longer never makes a report better', () => {
  fc.assert(
    fc.property(fc.array(clock), moment, fc.nat(500), (clocks, now, hours) => {
      const [early, late] = [now, addElapsed(now, { hours })].map((at) => complianceFigures(clocks, at));
      expect(late?.overdue).toBeGreaterThanOrEqual(early?.overdue ?? 0);
      expect(late?.rate ?? 1).toBeLessThanOrEqual((early?.rate ?? 1) + 1e-9);
    }),
  );
});

test('the percentiles lie in order between the least and the greatest', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 1 }), (values) => {
      const spread = spreadOf(values);
      if (!spread) throw new Error('given: values');
      const order = [Math.min(...values), spread.median, spread.p90, spread.p95, spread.longest];
      expect(order).toEqual(order.toSorted((x, y) => x - y));
      expect(spread.longest).toBe(Math.max(...values));
    }),
  );
  expect(spreadOf([])).toBeUndefined();
});
