import type { Fact } from '@openum/domain/fact/fact.ts';
import type { Leaf } from '@openum/domain/logic/condition.ts';
import { expect, test } from 'vitest';
import { readLibrarySearch } from './search.ts';
import { asked, groupWord, valueWord } from './words.ts';

const facts = {
  'tobacco.status': { label: 'Smoking status', answers: { current: 'Smokes now', former: 'Smoked and quit' } },
};
const leaf = (part: Partial<Leaf>): Leaf => ({ id: 'x', label: 'X', fact: 'tobacco.status', op: 'present', ...part });
const fact = (value: Fact['value'], more: Partial<Fact> = {}): Fact => ({
  id: 'f1',
  key: 'tobacco.status',
  value,
  source: { kind: 'request', field: 'example' },
  ...more,
});

test('a point on a code names the answers, not their codes', () => {
  expect(asked(leaf({ op: 'in', values: ['current', 'former'] }), facts)).toBe('one of: Smokes now; Smoked and quit');
  expect(asked(leaf({ op: '==', value: 'current' }), facts)).toBe('Smokes now');
  expect(asked(leaf({ op: '>=', value: 20, unit: 'h/wk' }), facts)).toBe('at least 20 hours per week');
});

test('a value is shown with unit, circumstances and day', () => {
  expect(valueWord(fact({ kind: 'code', value: 'former' }), facts)).toBe('Smoked and quit');
  expect(
    valueWord(
      fact({ kind: 'quantity', value: 55, unit: 'mm[Hg]' }, { qualifiers: { phase: 'beforeRehabilitation' } }),
      facts,
    ),
  ).toBe('55 mmHg (before rehabilitation)');
  expect(valueWord(fact({ kind: 'boolean', value: false }, { at: '2026-03-01' as never }), facts)).toBe(
    'no on 03/01/2026',
  );
});

test('a group says how many of its parts it asks for', () => {
  const all = [leaf({})];
  expect(groupWord({ id: 'g', label: 'G', all })).toBe('All of these');
  expect(groupWord({ id: 'g', label: 'G', atLeast: 2, of: all })).toBe('At least 2 of these');
  expect(groupWord({ id: 'g', label: 'G', not: leaf({}) })).toBe('Not this');
});

test('the address of the library keeps what it knows and drops the rest', () => {
  expect(readLibrarySearch({ status: 'draft', line: 'medicareFfs', text: 'oxygen' })).toEqual({
    status: 'draft',
    line: 'medicareFfs',
    text: 'oxygen',
  });
  expect(readLibrarySearch({ status: 'old', line: 'other', text: 3 })).toEqual({});
});
