import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addCalendarMonths,
  addDays,
  addElapsed,
  ageInYears,
  calendarDate,
  compareInstants,
  dateInZone,
  daysBetween,
  earlierOf,
  instant,
  isCalendarDateText,
  isInstantText,
  laterOf,
  millisecondsBetween,
  startOfDay,
  wallClockOf,
  zoneId,
} from './instant.ts';

const chicago = zoneId('America/Chicago');
const days = fc.integer({ min: -40_000, max: 40_000 }).map((n) => addDays(calendarDate('2026-01-01'), n));
const moments = fc.integer({ min: 0, max: 4_102_444_800_000 }).map((ms) => instant(new Date(ms).toISOString()));

describe('a moment', () => {
  test('reads on the wall clock of its zone to the minute', () => {
    expect(wallClockOf(instant('2026-11-22T06:10:59Z'), chicago)).toBe('2026-11-22T00:10');
  });

  test('is kept in one form, whatever its offset and precision', () => {
    expect(instant('2026-11-22T00:10:30-06:00')).toBe('2026-11-22T06:10:30.000Z');
    expect(instant('2026-11-22T06:10:30.123999Z')).toBe('2026-11-22T06:10:30.123Z');
  });

  test.each(['2026-11-22', '2026-11-22T06:10:30', '2026-02-30T00:00:00Z', 'yesterday', ''])('is not %j', (text) => {
    expect(isInstantText(text)).toBe(false);
    expect(() => instant(text)).toThrow(RangeError);
  });

  test('sorts as text as it sorts in time', () => {
    fc.assert(
      fc.property(moments, moments, (a, b) => {
        expect(Math.sign(compareInstants(a, b)) + 0).toBe(Math.sign(millisecondsBetween(b, a)) + 0);
        expect([earlierOf(a, b), laterOf(a, b)]).toEqual([a, b].sort());
      }),
      { numRuns: 300 },
    );
  });

  test('goes on by elapsed time over a change of clocks', () => {
    const before = instant('2026-10-31T12:00:00-05:00');
    expect(addElapsed(before, { hours: 24 })).toBe(instant('2026-11-01T11:00:00-06:00'));
  });
});

describe('a day', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '2026-01-01T00:00:00Z', ''])('is not %j', (text) => {
    expect(isCalendarDateText(text)).toBe(false);
    expect(() => calendarDate(text)).toThrow(RangeError);
  });

  test('is the day of the zone, not of UTC', () => {
    expect(dateInZone(instant('2026-11-24T05:59:59.999Z'), chicago)).toBe('2026-11-23');
    expect(dateInZone(instant('2026-11-24T06:00:00Z'), chicago)).toBe('2026-11-24');
  });

  test('starts at midnight, or at the first moment that exists', () => {
    expect(startOfDay(calendarDate('2026-11-24'), chicago)).toBe('2026-11-24T06:00:00.000Z');
    expect(startOfDay(calendarDate('2026-04-24'), zoneId('Africa/Cairo'))).toBe('2026-04-23T22:00:00.000Z');
  });

  test('starts on itself', () => {
    fc.assert(
      fc.property(days, (d) => {
        expect(dateInZone(startOfDay(d, chicago), chicago)).toBe(d);
      }),
      { numRuns: 200 },
    );
  });

  test('counted forward and back gives the same number', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1000, max: 1000 }), (d, n) => {
        expect(daysBetween(d, addDays(d, n))).toBe(n);
      }),
      { numRuns: 200 },
    );
  });
});

test('an age is completed on the birthday; that of 29 February on 1 March in common years', () => {
  const born = calendarDate('1951-03-09');
  expect(ageInYears(born, calendarDate('2026-03-08'))).toBe(74);
  expect(ageInYears(born, calendarDate('2026-03-09'))).toBe(75);
  const leap = calendarDate('2008-02-29');
  expect(ageInYears(leap, calendarDate('2026-02-28'))).toBe(17);
  expect(ageInYears(leap, calendarDate('2026-03-01'))).toBe(18);
  expect(ageInYears(leap, calendarDate('2028-02-29'))).toBe(20);
});

test('months end on the same day, or on the first of the month after (45 CFR 147.136(d)(2)(i))', () => {
  expect(addCalendarMonths(calendarDate('2026-10-15'), 4)).toBe('2027-02-15');
  expect(addCalendarMonths(calendarDate('2026-10-30'), 4)).toBe('2027-03-01');
  expect(addCalendarMonths(calendarDate('2027-10-31'), 4)).toBe('2028-03-01');
});

test('a zone that nobody knows is an error', () => {
  expect(() => zoneId('America/Nowhere')).toThrow(RangeError);
});
