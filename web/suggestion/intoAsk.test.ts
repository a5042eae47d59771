import { expect, test } from 'vitest';
import { withPoint } from './intoAsk.ts';

const point = { text: 'Please send the blood gas.', itemSequence: 1, leafPath: 'root/pao2' };

test('a suggested question takes the place of the one about the same leaf', () => {
  const before = [{ ...point, text: 'Please document: PaO2' }, { text: 'The order.' }];
  expect(withPoint(before, point)).toEqual([point, { text: 'The order.' }]);
});

test('a question about another leaf or line is added, and empty points go', () => {
  const other = { ...point, itemSequence: 2 };
  expect(withPoint([{ text: ' ' }, other], point)).toEqual([other, point]);
});
