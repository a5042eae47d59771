import type { FourFigures } from '@openum/domain/practiceMetrics/figures.ts';
import { expect, test } from 'vitest';
import { addFigures } from './figures.ts';

const none: FourFigures = {
  services: 0,
  uncovered: 0,
  atStake: 0,
  lags: 0,
  decided: 0,
  overturned: 0,
  recovered: 0,
  missedTalks: 0,
};

test('a large practice weighs more than a small one', () => {
  const large = { ...none, services: 90, uncovered: 0, validShare: 1, lags: 1, lagDays: 4, decided: 1, overturned: 1 };
  const small = { ...none, services: 10, uncovered: 10, validShare: 0, lags: 3, lagDays: 0, decided: 3, overturned: 0 };
  expect(addFigures([large, small])).toMatchObject({ validShare: 0.9, lagDays: 1, overturnShare: 0.25 });
});

test('what no practice has is unknown and not zero', () => {
  expect(addFigures([none, none])).toEqual(none);
  expect(addFigures([])).toEqual(none);
});
