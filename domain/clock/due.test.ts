import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarDate, type Instant, instant, type ZoneId, zoneId } from '../time/instant.ts';
import type { BusinessCalendar } from './calendar.ts';
import { dueMoment, type Limit, localText, moveBySpan, moveLater } from './due.ts';

const calendarWith = (...dates: string[]): BusinessCalendar => ({
  id: 'TEST',
  name: 'Test',
  fromYear: 2000,
  toYear: 2060,
  holidays: Object.fromEntries(dates.map((d) => [d as CalendarDate, `holiday ${d}`])),
});
const noHolidays = calendarWith();
const newYork = zoneId('America/New_York');

const limit = (value: number, unit: Limit['duration']['unit'], more: Partial<Limit> = {}): Limit => ({
  duration: { value, unit },
  direction: 'after',
  ...more,
});
const due = (l: Limit, from: string, calendar = noHolidays, zone = newYork): string =>
  Temporal.Instant.from(dueMoment(l, instant(from), zone, calendar).dueAt)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString();
const endOf = (date: string): string => `${date}T23:59:59.999`;

describe('when a limit ends', () => {
  test.each([
    ['24 hours over the change to winter time', limit(24, 'hours'), '2026-10-31T10:00-04:00', '2026-11-01T09:00:00'],
    ['24 hours over the change to summer time', limit(24, 'hours'), '2026-03-07T10:00-05:00', '2026-03-08T11:00:00'],
    ['a calendar day over either change', limit(1, 'calendarDays'), '2026-10-31T10:00-04:00', endOf('2026-11-01')],
    ['day 0 is the local day of receipt', limit(1, 'calendarDays'), '2026-11-21T03:30Z', endOf('2026-11-21')],
    ['zero days: the same day', limit(0, 'calendarDays'), '2026-11-20T23:59-05:00', endOf('2026-11-20')],
    ['a leap day is a day', limit(1, 'calendarDays'), '2028-02-28T10:00-05:00', endOf('2028-02-29')],
    ['a common year has none', limit(1, 'calendarDays'), '2027-02-28T10:00-05:00', endOf('2027-03-01')],
    [
      'four months from the 31st, to a month of 28 days',
      limit(4, 'months'),
      '2026-10-31T10:00-04:00',
      endOf('2027-03-01'),
    ],
    [
      'four months from the 31st, to a month of 29 days',
      limit(4, 'months'),
      '2027-10-31T10:00-04:00',
      endOf('2028-03-01'),
    ],
    ['a year from 29 February', limit(12, 'months'), '2028-02-29T10:00-05:00', endOf('2029-03-01')],
    ['a month with a matching date', limit(1, 'months'), '2026-11-30T10:00-05:00', endOf('2026-12-30')],
    ['business days from a Friday', limit(2, 'businessDays'), '2026-11-20T10:00-05:00', endOf('2026-11-24')],
    ['business days from a Saturday', limit(1, 'businessDays'), '2026-11-21T10:00-05:00', endOf('2026-11-23')],
    ['hours before', limit(24, 'hours', { direction: 'before' }), '2026-11-20T10:00-05:00', '2026-11-19T10:00:00'],
    ['days before', limit(2, 'calendarDays', { direction: 'before' }), '2026-11-20T10:00-05:00', endOf('2026-11-18')],
    [
      'business days before',
      limit(3, 'businessDays', { direction: 'before' }),
      '2026-11-23T10:00-05:00',
      endOf('2026-11-18'),
    ],
    [
      'noon of the next day',
      limit(1, 'calendarDays', { dueAtTime: '12:00' }),
      '2026-11-20T10:00-05:00',
      '2026-11-21T12:00:00',
    ],
    ['minutes', limit(30, 'minutes'), '2026-11-20T23:45-05:00', '2026-11-21T00:15:00'],
  ])('%s', (_name, l, from, expected) => {
    expect(due(l, from)).toBe(expected);
  });

  test('a holiday is passed over and named', () => {
    const found = dueMoment(
      limit(2, 'businessDays'),
      instant('2026-11-25T10:00-05:00'),
      newYork,
      calendarWith('2026-11-26'),
    );
    expect(found.skipped).toEqual([
      { date: '2026-11-26', reason: 'holiday', name: 'holiday 2026-11-26' },
      { date: '2026-11-28', reason: 'weekend' },
      { date: '2026-11-29', reason: 'weekend' },
    ]);
  });

  test('calendar days pass over a holiday only when the rule says so', () => {
    const holiday = calendarWith('2026-11-26');
    expect(due(limit(3, 'calendarDays'), '2026-11-25T10:00-05:00', holiday)).toBe(endOf('2026-11-28'));
    expect(due(limit(3, 'calendarDays', { skipsHolidays: true }), '2026-11-25T10:00-05:00', holiday)).toBe(
      endOf('2026-11-29'),
    );
  });

  test('a year outside the calendar is an error, not a year without holidays', () => {
    expect(() => due(limit(1, 'businessDays'), '2061-01-03T10:00-05:00')).toThrow(
      'calendar TEST knows the years 2000 to 2060',
    );
  });

  test('a day that rolls forward says from where', () => {
    const found = dueMoment(
      limit(1, 'calendarDays', { rollsForward: true }),
      instant('2026-11-20T10:00-05:00'),
      newYork,
      noHolidays,
    );
    expect([found.rolledFrom, found.dueAt]).toEqual(['2026-11-21', instant('2026-11-23T23:59:59.999-05:00')]);
  });
});

describe('moving a due moment', () => {
  const end = instant('2026-11-27T23:59:59.999-05:00');

  test('a limit in days stays at the end of a day, across the change of clocks too', () => {
    const days = limit(7, 'calendarDays');
    const before = instant('2026-10-30T23:59:59.999-04:00');
    expect(moveLater(before, { value: 14, unit: 'calendarDays' }, days, newYork, noHolidays)).toBe(
      instant('2026-11-13T23:59:59.999-05:00'),
    );
    expect(moveBySpan(end, instant('2026-11-12T12:00-05:00'), instant('2026-12-01T09:00-05:00'), days, newYork)).toBe(
      instant('2026-12-16T23:59:59.999-05:00'),
    );
  });

  test('a limit in hours moves by elapsed time and by days at the same hour', () => {
    const hours = limit(72, 'hours');
    const at = instant('2026-10-30T10:00-04:00');
    expect(moveBySpan(at, instant('2026-10-29T10:00-04:00'), instant('2026-10-29T12:30-04:00'), hours, newYork)).toBe(
      instant('2026-10-30T12:30-04:00'),
    );
    expect(moveLater(at, { value: 14, unit: 'calendarDays' }, hours, newYork, noHolidays)).toBe(
      instant('2026-11-13T10:00-05:00'),
    );
    expect(moveLater(at, { value: 48, unit: 'hours' }, hours, newYork, noHolidays)).toBe(
      instant('2026-11-01T09:00-05:00'),
    );
  });

  test('a moment is written on the wall clock of its zone', () => {
    expect(localText(end, newYork)).toBe('Fri 2026-11-27 23:59');
    expect(localText(end, zoneId('America/Los_Angeles'))).toBe('Fri 2026-11-27 20:59');
  });
});

const zones = [
  'America/New_York',
  'America/Phoenix',
  'America/Anchorage',
  'Pacific/Honolulu',
  'Pacific/Guam',
  'America/Puerto_Rico',
  'America/Havana',
  'Europe/London',
].map(zoneId);
const anyZone = fc.constantFrom(...zones);
const anyMoment: fc.Arbitrary<Instant> = fc
  .integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 })
  .map((minutes) => instant(new Date(minutes * 60_000).toISOString()));
const anyHoliday = fc.integer({ min: 0, max: 60 }).chain((ahead) => anyMoment.map((at) => ({ at, ahead })));
const localDay = (at: Instant, zone: ZoneId): Temporal.PlainDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();
const days = (value: number, unit: 'calendarDays' | 'businessDays'): Limit => limit(value, unit);

describe('for every moment and zone', () => {
  test('hours are elapsed hours, and the zone does not matter', () => {
    fc.assert(
      fc.property(anyMoment, anyZone, anyZone, fc.integer({ min: 1, max: 400 }), (at, a, b, hours) => {
        const one = dueMoment(limit(hours, 'hours'), at, a, noHolidays).dueAt;
        const elapsed = Temporal.Instant.from(at).until(Temporal.Instant.from(one)).total('hours');
        return one === dueMoment(limit(hours, 'hours'), at, b, noHolidays).dueAt && elapsed === hours;
      }),
      { numRuns: 200 },
    );
  });

  test('calendar days end with the last millisecond of local day N, in every change of clocks', () => {
    fc.assert(
      fc.property(anyMoment, anyZone, fc.integer({ min: 0, max: 60 }), (at, zone, n) => {
        const { dueAt } = dueMoment(days(n, 'calendarDays'), at, zone, noHolidays);
        const last = localDay(at, zone).add({ days: n });
        const next = instant(Temporal.Instant.from(dueAt).add({ milliseconds: 1 }).toString());
        return localDay(dueAt, zone).equals(last) && localDay(next, zone).equals(last.add({ days: 1 }));
      }),
      { numRuns: 300 },
    );
  });

  test('one holiday more never makes a limit in business days end earlier', () => {
    fc.assert(
      fc.property(anyHoliday, anyZone, fc.integer({ min: 1, max: 15 }), ({ at, ahead }, zone, n) => {
        const holiday = localDay(at, zone).add({ days: ahead }).toString();
        const without = dueMoment(days(n, 'businessDays'), at, zone, noHolidays).dueAt;
        return dueMoment(days(n, 'businessDays'), at, zone, calendarWith(holiday)).dueAt >= without;
      }),
      { numRuns: 200 },
    );
  });

  test('a limit in business days ends on a business day, never before the same number of calendar days', () => {
    fc.assert(
      fc.property(anyMoment, anyZone, fc.integer({ min: 1, max: 15 }), (at, zone, n) => {
        const { dueAt } = dueMoment(days(n, 'businessDays'), at, zone, noHolidays);
        const calendarDue = dueMoment(days(n, 'calendarDays'), at, zone, noHolidays).dueAt;
        return localDay(dueAt, zone).dayOfWeek <= 5 && dueAt >= calendarDue;
      }),
      { numRuns: 200 },
    );
  });

  test('a combined limit is the earlier of its two', () => {
    fc.assert(
      fc.property(
        anyMoment,
        anyZone,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 120 }),
        (at, zone, bd, hours) => {
          const both = limit(bd, 'businessDays', { notLongerThan: { value: hours, unit: 'hours' } });
          const a = dueMoment(days(bd, 'businessDays'), at, zone, noHolidays).dueAt;
          const b = dueMoment(limit(hours, 'hours'), at, zone, noHolidays).dueAt;
          const found = dueMoment(both, at, zone, noHolidays);
          return found.dueAt === [a, b].sort()[0] && (found.cappedBy !== undefined) === b < a;
        },
      ),
      { numRuns: 200 },
    );
  });
});
