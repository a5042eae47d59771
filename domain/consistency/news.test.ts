import { describe, expect, test } from 'vitest';
import { calendarDate, instant, zoneId } from '../time/instant.ts';
import { ratingNews, type WatchedSet } from './news.ts';

const chicago = zoneId('America/Chicago');
const set: WatchedSet = {
  setId: 's',
  title: 'Oxygen',
  dueOn: calendarDate('2026-12-15'),
  createdAt: instant('2026-12-01T15:00:00Z'),
  rates: true,
  leads: false,
  ownToRate: 4,
  ownRated: 1,
  toRate: 8,
  rated: 3,
};
const told = (change: Partial<WatchedSet>, now: string) =>
  ratingNews({ ...set, ...change }, chicago, instant(now)).map((n) => `${n.kind} ${n.at}`);
const asked = 'ratingAsked 2026-12-01T15:00:00.000Z';

describe('a rater', () => {
  test('is told of a set when it is drawn', () => {
    expect(told({}, '2026-12-01T15:00:00Z')).toEqual([asked]);
  });

  test('is reminded from the third day before the last one, by the day of the plan', () => {
    expect(told({}, '2026-12-12T05:59:00Z')).toEqual([asked]);
    expect(told({}, '2026-12-12T06:00:00Z')).toEqual([asked, 'ratingDue 2026-12-12T06:00:00.000Z']);
  });

  test('is still reminded in the last hour of the last day, and no more after it', () => {
    expect(told({}, '2026-12-16T05:59:00Z')).toHaveLength(2);
    expect(told({}, '2026-12-16T06:00:00Z')).toEqual([asked]);
  });

  test('who has rated every line is not reminded', () => {
    expect(told({ ownRated: 4 }, '2026-12-14T12:00:00Z')).toEqual([asked]);
  });

  test('who was asked shortly before the last day is reminded on the day after, not on the same', () => {
    const late = { createdAt: instant('2026-12-14T15:00:00Z') };
    expect(told(late, '2026-12-14T20:00:00Z')).toHaveLength(1);
    expect(told(late, '2026-12-15T12:00:00Z')).toHaveLength(2);
  });

  test('without a line of the own is told nothing', () => {
    expect(told({ ownToRate: 0, ownRated: 0 }, '2026-12-14T12:00:00Z')).toEqual([]);
  });
});

describe('who drew the lines', () => {
  const lead = { rates: false, leads: true };

  test('is told when the last answer is in', () => {
    const complete = { ...lead, rated: 8, lastRatedAt: instant('2026-12-10T10:00:00Z') };
    expect(told(complete, '2026-12-10T11:00:00Z')).toEqual(['ratingClosed 2026-12-10T10:00:00.000Z']);
  });

  test('is told when the last day has passed, and nothing before', () => {
    expect(told(lead, '2026-12-16T05:59:00Z')).toEqual([]);
    expect(told(lead, '2026-12-16T06:00:00Z')).toEqual(['ratingClosed 2026-12-16T06:00:00.000Z']);
  });
});
