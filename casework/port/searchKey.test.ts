import { describe, expect, test } from 'vitest';
import { searchKey } from './searchKey.ts';

describe('a search', () => {
  test.each([
    ['NÚÑEZ , Ana  María', 'nunez, ana maria'],
    ['nunez,ana', 'nunez, ana'],
    ['  O’Neil ', 'o’neil'],
    ['Straße', 'straße'],
    ['\0\ud800x', '\ufffdx'],
    ['', ''],
  ])('compares %j as %j', (typed, key) => {
    expect(searchKey(typed)).toBe(key);
  });
});
