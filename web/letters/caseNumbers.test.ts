import { expect, test } from 'vitest';
import { caseNumbersOf } from './caseNumbers.ts';

test('case numbers are read from a list, one a line', () => {
  expect(caseNumbersOf('UM-234\n\n UM-235 \nUM-234\n')).toEqual(['UM-234', 'UM-235']);
});

test('case numbers are read from the first column of a CSV file, whatever divides it', () => {
  expect(caseNumbersOf('Case number,Member\r\n"UM-234",Ana\r\nUM-235,Bo')).toEqual(['UM-234', 'UM-235']);
  expect(caseNumbersOf('UM-1;x\nUM-2\ty')).toEqual(['UM-1', 'UM-2']);
});
