import { calendarDate } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import { beginDraft, bodyOf, draftProblems } from './form.ts';

const coverage = {
  coverageId: 'cov-1',
  order: 1,
  payerId: 'p',
  payerName: 'Juniper',
  memberNumber: 'JM-77',
} as const;
const empty = beginDraft(
  { coverage, standing: 'none', warnings: [], earlier: [], rules: [], goodThrough: calendarDate('2026-11-30') },
  ['residential'],
);

describe('the form of benefits', () => {
  test('wants whom it was heard from, and amounts that are amounts', () => {
    expect(draftProblems(empty)).toEqual(['Write whom you spoke with, or the reference.']);
    expect(draftProblems({ ...empty, reference: 'R1', deductibleMet: '1,000' })).toEqual([
      'An amount is dollars, with at most two decimals.',
    ]);
    expect(draftProblems({ ...empty, reference: 'R1' })).toEqual([]);
  });

  test('sends nothing for what was left empty', () => {
    expect(bodyOf('cov-1', 3, { ...empty, reference: ' R1 ' })).toEqual({
      expectedVersion: 3,
      coverageId: 'cov-1',
      reference: 'R1',
      active: 'yes',
      validThrough: '2026-11-30',
      levels: [{ levelOfCare: 'residential', covered: 'unknown', authorizationRequired: 'unknown' }],
    });
  });

  test('sends dollars as cents and a limit with its unit', () => {
    const [level] = empty.levels;
    const draft = {
      ...empty,
      spokeWith: 'Lena',
      deductibleTotal: '1500.10',
      levels: [{ ...level!, allowed: '30', used: '4', copay: '40' }],
    };
    expect(bodyOf('cov-1', 3, draft)).toMatchObject({
      deductible: { total: 150_010 },
      levels: [{ limit: { unit: 'days', allowed: 30, used: 4 }, copay: 4_000 }],
    });
  });
});
