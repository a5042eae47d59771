import { expect, test } from 'vitest';
import { cleanWhen, moved, type RuleDraft, unreachable, wordsOf } from './draft.ts';

const rule = (ruleId: string, when: RuleDraft['when'] = {}): RuleDraft => ({
  ruleId,
  name: ruleId,
  when,
  teamId: 't',
  skills: [],
});

test('skills are words between commas, each once', () => {
  expect(wordsOf(' Spanish, ,Residential,Spanish ')).toEqual(['Spanish', 'Residential']);
});

test('what stands after a rule for all cases is never reached', () => {
  const rules = [rule('a', { urgency: 'expedited' }), rule('b', { category: undefined }), rule('c')];
  expect([...unreachable(rules)]).toEqual(['c']);
  expect([...unreachable(rules.slice(0, 1))]).toEqual([]);
});

test('a rule moves up and down', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
});

test('a condition that asks for nothing is none', () => {
  expect(cleanWhen({ state: undefined, urgency: 'standard' })).toEqual({ urgency: 'standard' });
});
