import { expect, test } from 'vitest';
import { readFourQuestionsSearch } from './search.ts';

test('an address that names no day and no question asks for today', () => {
  expect(readFourQuestionsSearch({ asOf: '2026-02-30', question: 'luck', payer: '' })).toEqual({});
  expect(readFourQuestionsSearch({ asOf: '2026-02-28', question: 'lag' })).toEqual({
    asOf: '2026-02-28',
    question: 'lag',
  });
});
