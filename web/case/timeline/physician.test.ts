import { describe, expect, test } from 'vitest';
import { physician } from './physician.ts';
import { readsAs, said } from './readsAs.ts';

const match = {
  userId: 'p',
  name: 'Dr. Bo Lind',
  may: true,
  reachable: true,
  load: 1,
  capacity: 10,
  reasons: [{ kind: 'for', code: 'licence', text: 'has an active licence of IL' }],
} as const;

readsAs(physician, {
  PhysicianSought: [
    { itemSequences: [1], because: 'referral', ranked: [match], to: { userId: 'p', name: 'Dr. Bo Lind' } },
    'Looked for a physician for item 1 on referral, 1 physician considered: Dr. Bo Lind has an active licence of IL.',
  ],
});

describe('a look that found nobody', () => {
  test('says why', () => {
    const data = {
      itemSequences: [1, 2],
      because: 'unavailable',
      ranked: [],
      problem: 'no active physician is on file',
    };
    expect(physician.sentences.PhysicianSought({ ...data, because: 'unavailable' }, said)).toBe(
      'Looked for a physician for items 1, 2 because the physician in charge is away, 0 physicians considered. Found nobody: no active physician is on file.',
    );
  });
});
