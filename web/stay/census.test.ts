import { expect, test } from 'vitest';
import { censusLists, censusQueryOf, readCensusSearch } from './census.ts';

test('an address keeps what it names, and leaves out what means nothing', () => {
  expect(
    readCensusSearch({
      list: 'overdue',
      level: 'stepDown',
      line: 'chip',
      whose: 'me',
      presence: 'in',
      text: ' ',
      x: 1,
    }),
  ).toEqual({ list: 'overdue', level: 'stepDown', line: 'chip', whose: 'me' });
  expect(readCensusSearch({ list: 'all', line: 'none', readiness: 3 })).toEqual({});
});

test('each list asks the server for something else', () => {
  const asked = censusLists.map((list) => JSON.stringify(censusQueryOf({ list })));
  expect(new Set(asked).size).toBe(censusLists.length);
  expect(censusQueryOf({})).toEqual({});
  expect(censusQueryOf({ facility: 'Lakeside', level: 'stepDown', whose: 'none', text: 'Ake' })).toEqual({
    facility: 'Lakeside',
    levelOfCare: 'stepDown',
    assignee: 'none',
    text: 'Ake',
  });
});
