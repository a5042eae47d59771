import type { ItemStatus } from '@openum/domain/case/status.ts';
import { describe, expect, test } from 'vitest';
import { readRequestsSearch } from './search.ts';
import { outcomeCounts, outcomeSentence } from './words.ts';

describe('the outcome of a request in words', () => {
  test.each<[readonly ItemStatus[], string]>([
    [['approved'], 'Approved as you asked.'],
    [['approved', 'approved'], 'Approved as you asked.'],
    [['denied'], 'Denied. The letter says why, and how to appeal.'],
    [['notRequired'], 'No authorization is needed.'],
    [['approved', 'denied', 'approved'], 'Of 3 services: 2 approved, 1 denied.'],
    [[], 'Nothing has been decided yet.'],
  ])('%j is: %s', (outcomes, sentence) => {
    expect(outcomeSentence(outcomes)).toBe(sentence);
  });

  test('a part is never called an approval as asked', () => {
    expect(outcomeSentence(['partiallyApproved'])).toMatch(/in part/);
    expect(outcomeSentence(['modified'])).toMatch(/with changes/);
  });

  test('counts each kind once, in the order in which it comes', () => {
    expect(outcomeCounts(['denied', 'approved', 'denied'])).toBe('2 denied, 1 approved');
  });
});

describe('the address of the list', () => {
  test('gives back a status that there is, and forgets one that there is not', () => {
    expect(readRequestsSearch({ status: 'decided', text: 'Ana' })).toEqual({ status: 'decided', text: 'Ana' });
    expect(readRequestsSearch({ status: 'received', text: '' })).toEqual({});
  });
});
