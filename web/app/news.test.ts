import type { NewsRow } from '@openum/http/contract/news.ts';
import { expect, test } from 'vitest';
import { type AlarmRow, isUnread, told } from './news.ts';

const alarm = (raisedAt: string, readAt?: string) => ({ raisedAt, ...(readAt ? { readAt } : {}) }) as AlarmRow;
const news = (at: string) => ({ at }) as NewsRow;

test('alarms and news are one list, the newest first', () => {
  const rows = told([alarm('2026-11-22T10:00'), alarm('2026-11-22T08:00', 'x')], [news('2026-11-22T09:00')]);
  expect(rows.map((r) => [r.kind, r.at.slice(11), isUnread(r)])).toEqual([
    ['alarm', '10:00', true],
    ['news', '09:00', true],
    ['alarm', '08:00', false],
  ]);
});
