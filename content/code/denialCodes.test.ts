import { isDenialCode } from '@openum/domain/denial/code.ts';
import { describe, expect, test } from 'vitest';
import { loadDenialCodes } from './denialCodes.ts';

describe('the codes of remittances', () => {
  const codes = loadDenialCodes();

  test('tell a missing authorization from doubt about the record, and both from an error of the claim', () => {
    expect(codes.adjustment.get('197')?.subject).toBe('authorization');
    expect(codes.adjustment.get('50')?.subject).toBe('documentation');
    expect(codes.adjustment.get('150')?.subject).toBe('level');
    expect(codes.adjustment.get('18')?.subject).toBe('coding');
    expect(codes.remark.get('M62')?.subject).toBe('authorization');
  });

  test('do not take an agreed fee or the share of a patient for a denial', () => {
    expect(['45', '1', '2', '3'].filter((c) => isDenialCode(codes, c))).toEqual([]);
    expect(isDenialCode(codes, '197')).toBe(true);
  });

  test('take a code that is in no list for a denial about which nothing is known', () => {
    expect(isDenialCode(codes, 'ZZ9')).toBe(true);
  });
});
