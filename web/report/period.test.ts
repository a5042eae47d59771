import { calendarDate } from '@openum/domain/time/instant.ts';
import { expect, test } from 'vitest';
import { type Period, periodDays, periodOf, periods } from './period.ts';

const today = calendarDate('2026-03-15');

test.each<readonly [Exclude<Period, 'custom'>, string, string]>([
  ['7', '2026-03-09', '2026-03-15'],
  ['30', '2026-02-14', '2026-03-15'],
  ['month', '2026-03-01', '2026-03-15'],
  ['lastMonth', '2026-02-01', '2026-02-28'],
  ['year', '2026-01-01', '2026-03-15'],
])('%s is from %s through %s', (period, from, through) => {
  expect(periodDays(period, today)).toEqual({ from, through });
});

test('every period is known again by its days', () => {
  for (const p of periods) if (p !== 'custom') expect(periodOf(periodDays(p, today), today)).toBe(p);
  expect(periodOf({ from: today, through: today }, today)).toBe('custom');
});
