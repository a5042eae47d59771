import { describe, expect, test } from 'vitest';
import { instant, zoneId } from './instant.ts';
import { nextWithin, weeklyHoursProblem } from './weekly.ts';

const zone = zoneId('America/Chicago');
const office = { zone, days: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '17:00' })) };

describe('hours that repeat each week', () => {
  test('begin at once inside of them', () => {
    const monday = instant('2026-11-23T15:00:00Z');
    expect(nextWithin(office, monday)).toBe(monday);
  });

  test('begin on Monday morning after Friday evening', () => {
    expect(nextWithin(office, instant('2026-11-20T23:00:00Z'))).toBe(instant('2026-11-23T14:00:00Z'));
  });

  test('end at their last minute', () => {
    expect(nextWithin(office, instant('2026-11-23T23:00:00Z'))).toBe(instant('2026-11-24T14:00:00Z'));
  });

  test('keep the wall clock across a change of the clocks', () => {
    expect(nextWithin(office, instant('2026-03-06T23:30:00Z'))).toBe(instant('2026-03-09T13:00:00Z'));
  });

  test('never begin when there are none', () => {
    expect(nextWithin({ zone, days: [] }, instant('2026-11-20T23:00:00Z'))).toBeUndefined();
  });

  test.each([
    [{ weekday: 0, from: '08:00', to: '17:00' }, 'a weekday is 1 (Monday) to 7 (Sunday)'],
    [{ weekday: 1, from: '8:00', to: '17:00' }, 'a time is HH:MM'],
    [{ weekday: 1, from: '17:00', to: '08:00' }, 'hours must end after they begin'],
  ])('are refused with the reason: %o', (day, problem) => {
    expect(weeklyHoursProblem({ days: [day] })).toBe(problem);
  });
});
