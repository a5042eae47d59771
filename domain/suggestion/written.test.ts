import { expect, test } from 'vitest';
import { datesIn, numbersIn } from './written.ts';

test.each([
  ['on 03/12/2026', ['2026-03-12']],
  ['3/2/26 and 2026-03-12', ['2026-03-02', '2026-03-12']],
  ['March 12, 2026; 12 Mar 2026; Sept. 3rd 2025', ['2026-03-12', '2026-03-12', '2025-09-03']],
  ['02/30/2026, 13/01/2026, ratio 1/2', []],
])('the days in "%s"', (text, days) => {
  expect(datesIn(text).map((d) => d.day)).toEqual(days);
});

test('numbers are read with their commas and points', () => {
  expect(numbersIn('1,200 mL, PaO2 52.5, .5 mg, 7')).toEqual([1200, 52.5, 0.5, 7]);
});
