import { expect, test } from 'vitest';
import { firstOf } from './first.ts';

const long = 'Reports suicidal thoughts each night. '.repeat(5);

test('a note has come in once it is more than a beginning, and stays what it was then', () => {
  expect(firstOf('', 'Reports')).toBe('');
  expect(firstOf('', long)).toBe(long);
  expect(firstOf(long, `${long} Sleeps three hours.`)).toBe(long);
});

test('a cleared note is forgotten', () => {
  expect(firstOf(long, ' ')).toBe('');
});
