import { expect, test } from 'vitest';
import { tokensOf } from '../text/token.ts';
import { repaired } from './repair.ts';

test.each([
  ['n0', 'no'],
  ['dcnies', 'denies'],
  ['withot', 'without'],
  ['pu1monary', 'pulmonary'],
  ['c0pd', 'copd'],
  ['fev1', 'fev1'],
  ['pao2', 'pao2'],
  ['t2dm', 't2dm'],
  ['p02', 'p02'],
  ['10', '10'],
  ['event', 'event'],
  ['denies', 'denies'],
  ['class Ill', 'class iii'],
  ['type lll', 'type iii'],
  ['is ill', 'is ill'],
])('%s is read as %s', (word, read) => {
  expect(
    tokensOf(word, { from: 0, to: word.length })
      .map((t, i, all) => repaired(t, all[i - 1]?.word).word)
      .join(' '),
  ).toBe(read);
});
