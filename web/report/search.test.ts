import { expect, test } from 'vitest';
import { fileAddress, kindOf, readClocksSearch, readDashboardSearch, readLinesSearch } from './search.ts';

test('an address keeps what the report knows and drops the rest', () => {
  expect(readDashboardSearch({ from: '2026-11-01', state: 'TX', colour: 'red', through: 3, reviewType: '' })).toEqual({
    from: '2026-11-01',
    state: 'TX',
  });
  expect(readClocksSearch({ outcome: 'missed,overdue', talk: 'held' })).toEqual({ outcome: 'missed,overdue' });
  expect(readLinesSearch({ outcome: 'denied', ruleId: 'x' })).toEqual({ outcome: 'denied' });
});

test('a list of what is open takes over the kind of case, not the days', () => {
  expect(kindOf({ from: '2026-11-01', through: '2026-11-22', state: 'TX' })).toEqual({ state: 'TX' });
});

test('the file of a list has the address of the list', () => {
  expect(fileAddress('/api/reports/cases.csv', { outcome: 'denied', state: undefined })).toBe(
    '/api/reports/cases.csv?outcome=denied',
  );
  expect(fileAddress('/api/x.csv', {})).toBe('/api/x.csv');
});
