import { expect, test } from 'vitest';
import { pickedText } from './pick.ts';

const page = { page: 3, text: 'At rest\nSpO2 84 %  \n' };

test('what is marked is taken without the blanks around it, in either direction', () => {
  const picked = { documentId: 'd', page: 3, start: 8, end: 17, quote: 'SpO2 84 %' };
  expect(pickedText(page, 'd', 7, 20)).toEqual(picked);
  expect(pickedText(page, 'd', 20, 7)).toEqual(picked);
});

test('blanks alone are nothing', () => {
  expect(pickedText(page, 'd', 17, 20)).toBeUndefined();
});
