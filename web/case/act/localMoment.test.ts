import type { ZoneId } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import { localMoment, wallClock } from './localMoment.ts';

const newYork = 'America/New_York' as ZoneId;

describe('a time that somebody types', () => {
  test('is read in the zone of the organization', () => {
    expect(localMoment('2026-11-24', '17:00', newYork)).toBe('2026-11-24T22:00:00.000Z');
  });
  test('in an hour that the clock change leaves out moves forward', () => {
    expect(localMoment('2026-03-08', '02:30', newYork)).toBe('2026-03-08T07:30:00.000Z');
  });
  test('comes back as it was typed', () => {
    const at = localMoment('2026-07-04', '09:05', newYork)!;
    expect(wallClock(at, newYork)).toEqual({ day: '2026-07-04', time: '09:05' });
  });
  test.each([
    ['2026-02-30', '10:00'],
    ['2026-02-03', '24:00'],
    ['', '10:00'],
    ['2026-02-03', ''],
  ])('%s %s is no moment', (day, time) => {
    expect(localMoment(day, time, newYork)).toBeUndefined();
  });
});
