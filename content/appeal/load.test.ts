import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { describe, expect, test } from 'vitest';
import { turnaroundRules } from '../turnaround/load.ts';
import { appealLevels, readAppealLevels, reconsiderationRules } from './load.ts';

describe('levels of appeal', () => {
  test('every line of business but Original Medicare, whose prior authorization is not appealed, begins at the plan', () => {
    const first = (line: (typeof linesOfBusiness)[number]) =>
      appealLevels.filter((l) => l.linesOfBusiness.includes(line) && l.after.length === 0).map((l) => l.body);
    for (const line of linesOfBusiness) expect(first(line), line).toEqual(line === 'medicareFfs' ? [] : ['plan']);
  });

  test('every line that begins at the plan ends outside it', () => {
    for (const first of appealLevels.filter((l) => l.after.length === 0))
      expect(
        appealLevels.some((l) => l.after.includes(first.id) && l.body !== 'plan'),
        first.id,
      ).toBe(true);
  });

  test('only Medicare Advantage goes on by itself', () => {
    expect(appealLevels.filter((l) => l.automatic).map((l) => l.id)).toEqual(['MA-IRE']);
  });

  test('a level that names an unknown rule, or an unknown level before it, is refused', () => {
    const [level] = appealLevels;
    expect(() => readAppealLevels([{ ...level, effectuationRules: ['NO-RULE'] }], turnaroundRules)).toThrow('NO-RULE');
    expect(() => readAppealLevels([{ ...level, after: ['NO-LEVEL'] }], turnaroundRules)).toThrow('NO-LEVEL');
    expect(() => readAppealLevels([{ ...level, body: 'jury' }], turnaroundRules)).toThrow('body');
  });

  test('a reconsideration is offered nowhere in Medicare Advantage, where only an appeal or a reopening changes a decision', () => {
    expect(reconsiderationRules.some((r) => r.linesOfBusiness.includes('medicareAdvantage'))).toBe(false);
    for (const r of reconsiderationRules) expect(turnaroundRules.some((t) => t.id === r.ruleId)).toBe(true);
  });
});
