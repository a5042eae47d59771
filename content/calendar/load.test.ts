import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import { observedDays } from './holidays.ts';
import { calendarById } from './load.ts';

const named = (id: string, date: string): string | undefined => calendarById(id).holidays[date as CalendarDate];

describe('the federal holidays', () => {
  test.each([
    ['2026-01-19', 'Birthday of Martin Luther King, Jr.'],
    ['2026-02-16', "Washington's Birthday"],
    ['2026-05-25', 'Memorial Day'],
    ['2026-11-26', 'Thanksgiving Day'],
    ['2024-11-28', 'Thanksgiving Day'],
    ['2024-05-27', 'Memorial Day'],
    ['2029-10-08', 'Columbus Day'],
  ])('%s is %s', (date, name) => {
    expect(named('US-FED', date)).toBe(name);
  });

  test.each([
    ['2026-07-03', '2026-07-04', 'Independence Day'],
    ['2027-12-31', '2028-01-01', "New Year's Day"],
    ['2021-12-31', '2022-01-01', "New Year's Day"],
    ['2023-01-02', '2023-01-01', "New Year's Day"],
    ['2027-07-05', '2027-07-04', 'Independence Day'],
    ['2027-06-18', '2027-06-19', 'Juneteenth National Independence Day'],
  ])('%s is kept in place of the weekend day %s', (kept, actual, name) => {
    expect([named('US-FED', kept), named('US-FED', actual)]).toEqual([name, undefined]);
  });

  test('Juneteenth is a holiday from 2021 on', () => {
    expect(['2020-06-19', '2021-06-18'].map((d) => named('US-FED', d))).toEqual([
      undefined,
      'Juneteenth National Independence Day',
    ]);
  });

  test('a year has eleven, wherever New Year falls', () => {
    const in2026 = Object.keys(calendarById('US-FED').holidays).filter((d) => d.startsWith('2026'));
    expect(in2026).toHaveLength(11);
  });

  test('all of them are weekdays', () => {
    const days = Object.keys(calendarById('US-FED').holidays);
    expect(days.filter((d) => Temporal.PlainDate.from(d).dayOfWeek > 5)).toEqual([]);
  });
});

test('a New Year kept in the year before is found at the edge of the years too', () => {
  const newYear = { name: 'New Year', month: 1, day: 1, from: 1900 };
  expect(observedDays([newYear], 2027, 2027)).toEqual({ '2027-01-01': 'New Year', '2027-12-31': 'New Year' });
});

describe('calendars by id', () => {
  test('a state without days of its own counts on the federal ones, under its own id', () => {
    expect([calendarById('US-TX').id, named('US-TX', '2026-11-26'), named('US-CO', '2026-11-27')]).toEqual([
      'US-TX',
      'Thanksgiving Day',
      undefined,
    ]);
  });

  test('an unknown id is an error, never an empty calendar', () => {
    expect(() => calendarById('US-ZZ')).toThrow('US-ZZ');
  });
});
