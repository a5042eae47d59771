import type { CalendarDate, Instant, ZoneId } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import { ago, clockTime, count, date, dayOf, dueLevel, moment, shortMoment, timeLeft } from './format.ts';

const at = (text: string) => text as Instant;
const newYork = 'America/New_York' as ZoneId;
const now = Date.parse('2026-11-22T15:00:00.000Z');

describe('time left', () => {
  test.each([
    ['2026-11-22T20:12:00.000Z', '5 h 12 m left'],
    ['2026-11-22T17:00:00.000Z', '2 h left'],
    ['2026-11-22T15:41:59.000Z', '41 min left'],
    ['2026-11-22T15:00:30.000Z', 'under 1 min left'],
    ['2026-11-23T10:30:00.000Z', '19 h left'],
    ['2026-11-24T14:59:00.000Z', '47 h left'],
    ['2026-11-24T15:00:00.000Z', '2 d left'],
    ['2026-12-01T21:00:00.000Z', '9 d left'],
    ['2026-11-22T14:20:00.000Z', '40 min overdue'],
    ['2026-11-22T07:16:00.000Z', '7 h overdue'],
    ['2026-11-20T10:00:00.000Z', '2 d overdue'],
  ])('due %s reads %s', (due, text) => {
    expect(timeLeft(at(due), now)).toBe(text);
  });

  test('at the very moment it is due, it is overdue', () => {
    expect(timeLeft(at('2026-11-22T15:00:00.000Z'), now)).toBe('under 1 min overdue');
    expect(dueLevel(at('2026-11-22T15:00:00.000Z'), now)).toBe('overdue');
    expect(dueLevel(at('2026-11-22T15:00:00.001Z'), now)).toBe('soon');
  });

  test('it grows calmer at exactly 4 and 24 hours', () => {
    expect(dueLevel(at('2026-11-22T18:59:59.999Z'), now)).toBe('soon');
    expect(dueLevel(at('2026-11-22T19:00:00.000Z'), now)).toBe('today');
    expect(dueLevel(at('2026-11-23T15:00:00.000Z'), now)).toBe('calm');
  });
});

describe('moments are read in the zone of the organization', () => {
  test('in full, with the zone that holds on that day', () => {
    expect(moment(at('2026-11-22T21:00:00.000Z'), newYork)).toBe('Nov 22, 2026, 4:00 PM EST');
    expect(moment(at('2026-07-01T20:00:00.000Z'), newYork)).toBe('Jul 1, 2026, 4:00 PM EDT');
    expect(clockTime(at('2026-11-22T21:00:00.000Z'), newYork)).toBe('4:00 PM EST');
  });

  test('a moment after midnight UTC falls on the local day before', () => {
    expect(dayOf(at('2026-11-23T03:00:00.000Z'), newYork)).toBe('Nov 22, 2026');
  });

  test.each([
    ['2026-11-22T21:00:00.000Z', '4:00 PM'],
    ['2026-11-23T06:00:00.000Z', 'Mon 1:00 AM'],
    ['2026-11-30T21:00:00.000Z', 'Nov 30, 4:00 PM'],
  ])('on a list, %s reads %s', (due, text) => {
    expect(shortMoment(at(due), now, newYork)).toBe(text);
  });
});

test('a calendar date is not moved by any zone', () => {
  expect(date('1951-03-04' as CalendarDate)).toBe('03/04/1951');
});

test('what just happened is not counted in seconds', () => {
  expect(ago(at('2026-11-22T14:59:40.000Z'), now)).toBe('just now');
  expect(ago(at('2026-11-22T12:59:00.000Z'), now)).toBe('2 h ago');
});

test('counts agree with their noun', () => {
  expect(count(1, 'case')).toBe('1 case');
  expect(count(1200, 'case')).toBe('1,200 cases');
});
