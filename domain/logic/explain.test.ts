import { expect, test } from 'vitest';
import type { Leaf } from './condition.ts';
import { requirement } from './explain.ts';

const leaf = (change: Partial<Leaf>): Leaf => ({ op: 'in', fact: 'x', label: 'X', ...change }) as Leaf;

test('a code of the plan’s own is said in words', () => {
  expect(requirement(leaf({ values: ['lungDiseaseOrHypoxiaSymptoms', 'angina'] }))).toBe(
    'one of: lung disease or hypoxia symptoms, angina',
  );
  expect(requirement(leaf({ op: '==', value: 'atRest' }))).toBe('at rest');
});

test.each(['I25.10', 'E1390', '0206', 'NYHA', 'pH'])('the code %s stays as it is', (code) => {
  expect(requirement(leaf({ values: [code] }))).toBe(`one of: ${code}`);
});

test('a point that somebody is still writing is said without a number', () => {
  expect(requirement(leaf({ op: '>=', unit: '%' }))).toBe('at least …');
  expect(requirement(leaf({ op: 'between', min: 5, unit: '%' }))).toBe('5 to …');
  expect(requirement(leaf({ values: [] }))).toBe('one of: …');
});
