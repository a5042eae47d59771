import { expect, test } from 'vitest';
import { readAdmissionSearch, visitLists, visitQuery } from './search.ts';

test('an address says the list and whether the form is open; other words are left out', () => {
  expect(readAdmissionSearch({ list: 'emergency', enter: '1' })).toEqual({ list: 'emergency', enter: '1' });
  expect(readAdmissionSearch({ list: 'nonsense', enter: 'yes', other: 1 })).toEqual({});
});

test('each list asks the server for its own visits', () => {
  expect(visitLists.map((l) => visitQuery(l))).toEqual([
    { incomplete: '1' },
    { phase: 'inpatient' },
    { phase: 'emergency' },
    { phase: 'discharged' },
    {},
  ]);
});
