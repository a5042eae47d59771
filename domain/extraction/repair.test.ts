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
])('%s is read as %s', (word, read) => {
  expect(tokensOf(word, { from: 0, to: word.length }).map((t) => repaired(t).word)).toEqual([read]);
});
