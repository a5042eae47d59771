import { calendarDate } from '@openum/domain/time/instant.ts';
import { expect, test } from 'vitest';
import { monthsThrough } from './months.ts';

test('the six months of a day end with that day and begin with the first of a month, over the turn of a year', () => {
  const months = monthsThrough(calendarDate('2027-02-10'));
  expect(months.map((m) => m.key)).toEqual(['2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02']);
  expect(months[0]).toEqual({ key: '2026-09', from: '2026-09-01', through: '2026-09-30' });
  expect(months.at(-1)).toEqual({ key: '2027-02', from: '2027-02-01', through: '2027-02-10' });
});
