import { expect, test } from 'vitest';
import { dollars, share } from './share.ts';

test('a share of nothing is no number', () => {
  expect(share(0, 0)).toBe('none yet');
  expect(share(1, 3)).toBe('33.3 %');
});

test('what it cost comes from the price of the installation', () => {
  const tokens = { inputTokens: 2_000_000, outputTokens: 500_000 };
  expect(dollars(tokens, { input: 0.15, output: 0.6 })).toBe('$0.60');
  expect(dollars({ inputTokens: 100, outputTokens: 1 }, { input: 0.15, output: 0.6 })).toBe('under $0.01');
  expect(dollars(tokens, undefined)).toBe('no price set');
});
