import { describe, expect, test } from 'vitest';
import { type FourFigures, shownFigure, standing } from './figures.ts';

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

describe('a figure against its target', () => {
  test('is met only above 98 percent, at no lag, above half, at no missed talk', () => {
    expect(standing('valid', { ...none, validShare: 0.98 })).toBe('missed');
    expect(standing('valid', { ...none, validShare: 0.985 })).toBe('met');
    expect(standing('lag', { ...none, lagDays: 0.5 })).toBe('missed');
    expect(standing('overturn', { ...none, overturnShare: 0.5 })).toBe('missed');
    expect(standing('talks', none)).toBe('met');
  });

  test('is unknown while nothing was counted, neither good nor bad', () => {
    expect(standing('valid', none)).toBe('unknown');
    expect(shownFigure('overturn', none)).toBe('Nothing to count');
    expect(shownFigure('lag', { ...none, lagDays: 0 })).toBe('0 days');
  });
});
