import { factCatalogue } from '@openum/testkit/content/criteria.ts';
import { describe, expect, test } from 'vitest';
import type { CaseItem } from '../case/state.ts';
import { factProblem } from '../fact/catalogue.ts';
import type { Fact } from '../fact/fact.ts';
import { evaluate } from '../logic/evaluate.ts';
import { calendarDate } from '../time/instant.ts';
import { criteriaOutcomeKey, levelMismatches, levelOfCareKey } from './result.ts';

const recorded = (key: string, value: string, qualifiers: Record<string, string>, at = '2026-11-20'): Fact => ({
  id: `${key} ${value} ${at}`,
  key,
  value: { kind: 'code', value },
  at: calendarDate(at),
  qualifiers,
  source: { kind: 'person', userId: 'u', name: 'Ada', basis: 'Review report, page 1' },
});
const interqual = recorded(criteriaOutcomeKey, 'met', { product: 'interqual', version: '2026.1', reference: 'R-1' });
const locadtr = (level: string, at?: string) =>
  recorded(levelOfCareKey, level, { tool: 'locadtr', version: '3.0', reference: 'L-1' }, at);
const line = (more: Partial<CaseItem> = {}): CaseItem =>
  ({ sequence: 1, levelOfCare: 'residentialSubstanceUse', cancelled: false, ...more }) as CaseItem;

describe('a result of licensed criteria', () => {
  test('says which product, which version, and where it can be looked up', () => {
    expect(factProblem(interqual, factCatalogue)).toBeUndefined();
    const { reference: _, ...rest } = interqual.qualifiers ?? {};
    expect(factProblem({ ...interqual, qualifiers: rest }, factCatalogue)).toBe(
      'external.criteriaOutcome needs reference',
    );
    const long = { ...interqual.qualifiers, reference: 'x'.repeat(301) };
    expect(factProblem({ ...interqual, qualifiers: long }, factCatalogue)).toContain('more than 300 signs');
    const strange = { ...interqual.qualifiers, product: 'homegrown' };
    expect(factProblem({ ...interqual, qualifiers: strange }, factCatalogue)).toContain('takes product');
  });

  test('is a point of a policy like any other fact, and unknown where nobody recorded it', () => {
    const leaf = {
      id: 'x',
      label: 'InterQual met',
      fact: criteriaOutcomeKey,
      op: 'in',
      values: ['met'],
      where: { product: 'interqual' },
    } as const;
    const context = { today: calendarDate('2026-11-23') };
    expect(evaluate(leaf, [interqual], context).truth).toBe('met');
    expect(evaluate(leaf, [], context).truth).toBe('unknown');
    const mcg = recorded(criteriaOutcomeKey, 'met', { product: 'mcg', version: '28', reference: 'M-1' });
    expect(evaluate(leaf, [mcg], context).truth).toBe('unknown');
  });
});

describe('a level-of-care tool', () => {
  test('that recommends another level than the one asked for is told of, its newest result alone', () => {
    const facts = [locadtr('intensiveOutpatient', '2026-11-22'), locadtr('residentialSubstanceUse', '2026-11-01')];
    expect(levelMismatches({ items: [line()], facts })).toEqual([
      { itemSequence: 1, requested: 'residentialSubstanceUse', recommended: 'intensiveOutpatient', tool: 'locadtr' },
    ]);
    expect(levelMismatches({ items: [line()], facts: facts.slice(1) })).toEqual([]);
  });

  test('says nothing of lines that are decided, cancelled, or name no level', () => {
    const { levelOfCare: _, ...plain } = line();
    const items = [plain as CaseItem, line({ cancelled: true }), line({ determination: {} as never })];
    expect(levelMismatches({ items, facts: [locadtr('intensiveOutpatient')] })).toEqual([]);
  });
});
