import type { NewsRow } from '@openum/http/contract/news.ts';
import { expect, test } from 'vitest';
import { type AlarmRow, isUnread, told } from './news.ts';

const alarm = (clockId: string, raisedAt: string, change: Partial<AlarmRow> = {}) =>
  ({
    caseId: 'c',
    clockId,
    notificationId: `${clockId} ${raisedAt}`,
    raisedAt,
    alarmAt: raisedAt,
    ...change,
  }) as AlarmRow;
const news = (at: string) => ({ at }) as NewsRow;

test('alarms and news are one list, the newest first', () => {
  const read = { readAt: '2026-11-22T11:00' as NonNullable<AlarmRow['readAt']> };
  const rows = told([alarm('a', '2026-11-22T10:00'), alarm('b', '2026-11-22T08:00', read)], [news('2026-11-22T09:00')]);
  expect(rows.map((r) => [r.kind, r.at.slice(11), isUnread(r)])).toEqual([
    ['alarm', '10:00', true],
    ['news', '09:00', true],
    ['alarm', '08:00', false],
  ]);
});

test('a clock that reached several steps is told once, by the last, and read as a whole', () => {
  const [row, ...more] = told([alarm('a', '2026-11-22T10:00'), alarm('a', '2026-11-22T12:00')], []);
  expect(more).toEqual([]);
  expect(row).toMatchObject({ at: '2026-11-22T12:00', unread: ['a 2026-11-22T10:00', 'a 2026-11-22T12:00'] });
});
