import { expect, test } from 'vitest';
import { share, standsOut } from './replayWords.ts';

test('a group stands out when it fares worse twice as often as all, and is large enough to say so', () => {
  const all = { lines: 100, autoLost: 10 };
  expect(standsOut({ lines: 20, autoLost: 4 }, all)).toBe(true);
  expect(standsOut({ lines: 20, autoLost: 3 }, all)).toBe(false);
  expect(standsOut({ lines: 9, autoLost: 9 }, all)).toBe(false);
  expect(standsOut({ lines: 20, autoGained: 20 }, all)).toBe(false);
  expect(standsOut({ lines: 20 }, { lines: 100 })).toBe(false);
});

test('a share of nothing is no number', () => {
  expect(share(1, 0)).toBe('–');
  expect(share(1, 3)).toBe('33.3 %');
});
