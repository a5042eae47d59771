import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../time/instant.ts';
import type { Window } from './condition.ts';
import { dayOf, windowDays } from './day.ts';

const epoch = Temporal.PlainDate.from('1970-01-01');
const dates = fc
  .integer({ min: -200_000, max: 200_000 })
  .map((n) => epoch.add({ days: n }))
  .filter((d) => d.year >= 1600 && d.year < 2400);
const date = (text: string): CalendarDate => text as CalendarDate;
const dayNumber = (d: Temporal.PlainDate): number => epoch.until(d, { largestUnit: 'day' }).days;

describe('days and windows', () => {
  test('day numbers agree with the calendar', () => {
    fc.assert(
      fc.property(dates, (d) => {
        expect(dayOf(d.toString())).toBe(dayNumber(d));
      }),
    );
  });

  test('a window of months or years moves as the calendar does', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 60 }), fc.constantFrom('mo', 'a'), (d, value, unit) => {
        const duration = unit === 'mo' ? { months: value } : { years: value };
        const window: Window = { within: { value, unit: unit as 'mo' | 'a' }, around: 'x' };
        const { from, to } = windowDays(window, date(d.toString()));
        expect(from).toBe(dayNumber(d.subtract(duration)));
        expect(to).toBe(dayNumber(d.add(duration)));
      }),
    );
  });

  test('three months before 31 May ends on the last day of February', () => {
    const { from, to } = windowDays({ within: { value: 3, unit: 'mo' }, before: 'x' }, date('2026-05-31'));
    expect([from, to]).toEqual([dayOf('2026-02-28'), dayOf('2026-05-31')]);
  });

  test('the time of day of a moment does not matter', () => {
    expect(dayOf('2024-02-29T23:59:59.999Z')).toBe(dayOf('2024-02-29'));
  });

  test('without a length a window is open on its far side', () => {
    expect(windowDays({ before: 'x' }, date('2026-01-01')).from).toBe(Number.NEGATIVE_INFINITY);
    expect(windowDays({ after: 'x' }, date('2026-01-01')).to).toBe(Number.POSITIVE_INFINITY);
  });
});
