import { expect, test } from 'vitest';
import { queryOf, readAppealsSearch } from './search.ts';

test('an address keeps what it may say, and drops the rest', () => {
  const read = readAppealsSearch({ list: 'over', status: 'upheld', line: 'chip', pace: 'fast', due: 'week', text: '' });
  expect(read).toEqual({ list: 'over', status: 'upheld', line: 'chip', due: 'week' });
  expect(readAppealsSearch({ list: 'open', status: 'nothing', line: 'none' })).toEqual({});
});

test('without a list the server is asked for open appeals, and for all of them without that wish', () => {
  expect(queryOf({}, undefined).open).toBe('yes');
  expect(queryOf({ list: 'over' }, undefined).open).toBe('no');
  expect(queryOf({ list: 'all', level: 'MA-IRE' }, undefined)).toMatchObject({ open: undefined, levelId: 'MA-IRE' });
});
