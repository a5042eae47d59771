import { unsettledStates } from '@openum/domain/intake/arrivalState.ts';
import { expect, test } from 'vitest';
import { intakeQueryOf, readIntakeSearch } from './search.ts';

test('an address that names nothing known shows all that wants somebody', () => {
  expect(readIntakeSearch({ state: 'odd', channel: 'pigeon', text: ' ' })).toEqual({});
  expect(intakeQueryOf({}).state).toBe(unsettledStates.join(','));
});

test('an address names one state, all states, a channel and a text', () => {
  const search = readIntakeSearch({ state: 'waiting', channel: 'fax', text: ' Vega ' });
  expect(intakeQueryOf(search)).toEqual({ state: 'waiting', channel: 'fax', text: 'Vega' });
  expect(intakeQueryOf({ state: 'all' }).state).toBeUndefined();
});
