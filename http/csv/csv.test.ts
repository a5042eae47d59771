import { expect, test } from 'vitest';
import { type Column, csvOf } from './csv.ts';

const columns: readonly Column<{ readonly name?: string; readonly n: number }>[] = [
  ['Name', (r) => r.name],
  ['Number', (r) => r.n],
];

test('a table has its headings, quotes what it must, and leaves unknown cells empty', () => {
  expect(csvOf(columns, [{ name: 'Núñez, "Ana"', n: 1 }, { n: 2 }])).toBe(
    '\ufeffName,Number\r\n"Núñez, ""Ana""",1\r\n,2\r\n',
  );
  expect(csvOf(columns, [])).toBe('\ufeffName,Number\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)'])('a cell that a spreadsheet would run is text: %s', (name) => {
  expect(csvOf(columns, [{ name, n: 0 }])).toContain(`'${name}`);
});

test('a number below zero stays a number', () => {
  expect(csvOf(columns, [{ name: 'a', n: -3 }])).toContain('a,-3\r\n');
});
