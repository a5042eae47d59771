import { expect, test } from 'vitest';
import { jurisdictionWord, percent, spanWord } from './words.ts';

test('a share is never rounded to all or to nothing', () => {
  expect(percent(1)).toBe('100.0%');
  expect(percent(0.99999)).toBe('99.9%');
  expect(percent(0)).toBe('0.0%');
  expect(percent(0.00001)).toBe('0.1%');
  expect(percent(0.8765)).toBe('87.7%');
  expect(percent(undefined)).toBe('–');
});

test('a span is told in its two largest units', () => {
  expect(spanWord(40)).toBe('40 s');
  expect(spanWord(59 * 60)).toBe('59 min');
  expect(spanWord(5 * 3600 + 12 * 60)).toBe('5 h 12 m');
  expect(spanWord(24 * 3600)).toBe('1 d');
  expect(spanWord(3 * 86_400 + 4 * 3600)).toBe('3 d 4 h');
  expect(spanWord(-3600)).toBe('−1 h');
  expect(spanWord(undefined)).toBe('–');
});

test('a regulator is named as people name it', () => {
  expect(jurisdictionWord('US-FED')).toBe('Federal');
  expect(jurisdictionWord('US-TX')).toBe('Texas');
  expect(jurisdictionWord('NCQA')).toBe('NCQA');
});
