import { expect, test } from 'vitest';
import { isNarrowed, readDenialSearch } from './search.ts';

test('what the denials are narrowed to stands in the address, and what it does not know is left out', () => {
  const search = { payer: 'juniper', programme: 'day', cause: 'documentation', appeal: 'open', page: '2' };
  expect(readDenialSearch(search)).toEqual(search);
  expect(readDenialSearch({ payer: '', cause: 'weather', appeal: 'closed', page: '1' })).toEqual({});
  expect([isNarrowed({ page: '2' }), isNarrowed({ appeal: 'open' })]).toEqual([false, true]);
});
