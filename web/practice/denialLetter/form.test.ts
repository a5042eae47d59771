import type { DenialLetterReading } from '@openum/http/contract/practice/denialLetter.ts';
import { describe, expect, test } from 'vitest';
import { amountOf, appealByFrom, beginLetter, letterBody, letterProblems, takenValue } from './form.ts';

const reading = {
  version: 4,
  today: '2026-11-24',
  coverages: [{ coverageId: 'c', payerName: 'P' }],
  denials: [],
  submissions: [{ submissionId: 's', levelOfCare: 'residential' }],
  charges: { residential: 90_000 },
} as unknown as DenialLetterReading;
const filled = { ...beginLetter(reading), from: '2026-11-06', to: '2026-11-10', amount: '4500.00' };

describe('what is written down from a letter of denial', () => {
  test('the last day of an appeal follows from calendar days, not from business days', () => {
    expect(appealByFrom('2026-11-21', '180 calendar')).toBe('2027-05-20');
    expect(appealByFrom('2026-11-21', '60 business')).toBeUndefined();
    expect(appealByFrom('', '180 calendar')).toBeUndefined();
  });

  test('marked words give a day where a day is wanted', () => {
    expect(takenValue('letterOn', 'notice: Nov 21, 2026')).toBe('2026-11-21');
    expect(takenValue('reason', 'not\nmedically  necessary')).toBe('not medically necessary');
  });

  test('the amount is that of the days at the charge of the level', () => {
    expect(amountOf(filled, reading)).toBe('4500.00');
    expect(amountOf({ ...filled, to: '' }, reading)).toBeUndefined();
  });

  test('is sent once nothing is missing; the letter of a known denial needs no days', () => {
    expect(letterProblems(filled, '2026-11-24')).toEqual([]);
    expect(letterProblems({ ...filled, amount: 'x' }, '2026-11-24')).toEqual(['Enter what is denied, in dollars.']);
    expect(letterProblems({ ...beginLetter(reading), about: 'd' }, '2026-11-24')).toEqual([]);
    expect(letterProblems({ ...filled, letterOn: '2026-12-01' }, '2026-11-24')).toHaveLength(1);
  });

  test('carries only what was written', () => {
    expect(letterBody({ ...filled, submissionId: 's', reference: ' R ' }, reading, 'doc')).toEqual({
      expectedVersion: 4,
      documentId: 'doc',
      marks: [],
      facts: { reference: 'R' },
      about: {
        kind: 'new',
        coverageId: 'c',
        receivedOn: '2026-11-24',
        from: '2026-11-06',
        to: '2026-11-10',
        amount: 450_000,
        submissionId: 's',
        levelOfCare: 'residential',
      },
    });
  });
});
