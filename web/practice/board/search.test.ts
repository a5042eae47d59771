import { expect, test } from 'vitest';
import { isNarrowed, readBoardSearch } from './search.ts';

test('what the board is narrowed to, its order and its page stand in the address as text', () => {
  const search = { due: 'today', sort: 'atStake', descending: 'true', page: '3', text: 'Kea', presence: 'all' };
  expect(readBoardSearch(search)).toEqual(search);
  expect(readBoardSearch({ sort: 'urgency', descending: 'true' })).toEqual({ sort: 'urgency', descending: 'true' });
});

test('what says nothing, or is not known, is left out', () => {
  expect(readBoardSearch({ due: 'never', sort: 'weight', descending: 'true', page: '1', text: '' })).toEqual({});
  expect(readBoardSearch({ sort: 'urgency', page: 'x', presence: 'present' })).toEqual({});
});

test('an order or a page leaves nobody out', () => {
  expect(isNarrowed({ sort: 'payer', descending: 'true', page: '2' })).toBe(false);
  expect(isNarrowed({ sort: 'payer', due: 'today' })).toBe(true);
});
