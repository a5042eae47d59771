import { expect, test } from 'vitest';
import { nameParts } from './clinicianName.ts';

test.each([
  ['Dr. Mark Feldman', { family: 'Feldman', given: 'Mark' }],
  ['Ada M. Ortiz, MD', { family: 'Ortiz', given: 'Ada M.' }],
  ['Ada Ortiz MD', { family: 'Ortiz', given: 'Ada' }],
  ['Ortiz, Ada', { family: 'Ortiz', given: 'Ada' }],
  ['van der Berg, Jan, PhD', { family: 'van der Berg', given: 'Jan' }],
  ['Ortiz', { family: 'Ortiz' }],
])('the name %s has its parts', (name, parts) => {
  expect(nameParts(name)).toEqual(parts);
});
