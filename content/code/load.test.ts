import { describe, expect, test } from 'vitest';
import { loadDecisionReasons } from './load.ts';

describe('the X12 886 decision reasons', () => {
  const reasons = loadDecisionReasons();

  test('hold each code once, with words for the trade and for a member', () => {
    expect(reasons.size).toBe(55);
    for (const [code, r] of reasons) {
      expect(r.code).toBe(code);
      expect(r.memberPhrase).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('leave what turns on clinical judgement to a qualified reviewer', () => {
    const clinical = [...reasons.values()].filter((r) => r.reasonClass === 'medicalNecessity').map((r) => r.code);
    expect(clinical).toEqual(['0F', '0G', '0R', '0T', '44']);
    expect(reasons.get('0N')?.reasonClass).toBe('administrative');
  });
});
