import { expect, test } from 'vitest';
import { examplePayerCards, readPayerCards } from './load.ts';

test('two of the examples are reached by electronic lines, and one has almost nothing on it', () => {
  expect(examplePayerCards.map((c) => c.line).filter(Boolean)).toEqual(['prairie-harbor', 'juniper-mutual']);
  expect(examplePayerCards.find((c) => c.payerId === 'ridgeline-choice')?.levels).toEqual([]);
});

test('a card with a mistake is named with its field', () => {
  const [card] = examplePayerCards;
  const levels = [{ levelOfCare: 'residential', initialDays: { value: 0, source: 'phone', on: '2026-01-01' } }];
  expect(() => readPayerCards([{ ...card, levels }])).toThrow('payer card prairie-harbor: levels.0.initialDays');
  expect(() => readPayerCards([{ ...card, payerId: 'Prairie Harbor' }])).toThrow('payerId');
  expect(() => readPayerCards([card, card])).toThrow('occurs twice');
});
