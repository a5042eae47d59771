import { describe, expect, test } from 'vitest';
import { fileCodeWords } from './codes.ts';
import { levelNaming } from './levels.ts';

describe('codes of payers’ systems', () => {
  test('are told in words, and as they came where nobody knows them', () => {
    expect(fileCodeWords('rejectReason', '75')).toBe('The payer cannot find the member');
    expect(fileCodeWords('interchangeNote', '025')).toContain('used before');
    expect(fileCodeWords('followUp', 'toString')).toBe('code toString');
  });
});

describe('the name of a level to a payer’s system', () => {
  test('is an admission for days in a bed, and of substance use by the principal diagnosis', () => {
    expect(levelNaming('residential', 'F33.1')).toMatchObject({ category: 'AR', serviceType: 'A7' });
    expect(levelNaming('residential', 'F10.20')).toMatchObject({ category: 'AR', serviceType: 'AI' });
    expect(levelNaming('partialHospitalization', 'F33.1')).toMatchObject({ category: 'HS', serviceType: 'BB' });
    expect(levelNaming('something of their own', undefined)).toEqual({ category: 'HS', serviceType: 'MH' });
  });
});
