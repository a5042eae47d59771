import { calendarDate, instant, zoneId } from '@openum/domain/time/instant.ts';
import type { TaskLine } from '@openum/http/contract/practice/request.ts';
import { expect, test } from 'vitest';
import { calendarDays, moved } from './month.ts';

const zone = zoneId('America/New_York');
const task = (dueAt: string) => ({ key: dueAt, dueAt: instant(dueAt) }) as TaskLine;

test('a month is whole weeks from Sunday on, with the days around it marked', () => {
  const days = calendarDays(calendarDate('2026-11-22'), 'month', [], zone);
  expect(days.map((d) => d.on).slice(0, 1)).toEqual(['2026-11-01']);
  expect(days).toHaveLength(35);
  expect(days.filter((d) => d.outside).map((d) => d.on)).toEqual([
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
    '2026-12-05',
  ]);
});

test('what is due at midnight stands on the day that ends', () => {
  const days = calendarDays(
    calendarDate('2026-11-22'),
    'week',
    [task('2026-11-25T05:00:00Z'), task('2026-11-25T05:00:01Z')],
    zone,
  );
  expect(days).toHaveLength(7);
  expect(days.filter((d) => d.tasks.length > 0).map((d) => d.on)).toEqual(['2026-11-24', '2026-11-25']);
});

test('December is followed by January', () => {
  expect(moved(calendarDate('2026-12-15'), 'month', 1)).toBe('2027-01-01');
  expect(moved(calendarDate('2026-01-31'), 'month', -1)).toBe('2025-12-01');
  expect(moved(calendarDate('2026-11-22'), 'week', 1)).toBe('2026-11-29');
});
