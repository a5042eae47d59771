import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { expect, test } from 'vitest';
import table from './advance.json' with { type: 'json' };
import { advanceRuleOf, advanceRules, readAdvanceRules } from './load.ts';

test.each(linesOfBusiness)('%s has a number of days for standard and for expedited cases, with its source', (line) => {
  for (const urgency of ['standard', 'expedited'] as const)
    expect(advanceRuleOf(advanceRules, line, urgency)?.citation).toMatch(/CFR/);
});

test('Medicaid is told ten days ahead (42 CFR 431.211)', () => {
  expect(advanceRuleOf(advanceRules, 'medicaidManagedCare', 'standard')?.days).toBe(10);
});

test.each([
  ['a field is missing', { ...table, rules: [{ ...table.rules[0], days: undefined }] }, 'rules.0.days'],
  ['days are negative', { ...table, rules: [{ ...table.rules[0], days: -1 }] }, 'rules.0.days'],
  ['a line of business has no rule', { ...table, rules: table.rules.slice(0, 1) }, 'no rule for'],
])('a table is refused when %s', (_, json, expected) => {
  expect(() => readAdvanceRules(json)).toThrow(expected);
});
