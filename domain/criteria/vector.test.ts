import { criteriaSets } from '@openum/testkit/content/criteria.ts';
import { expect, test } from 'vitest';
import type { Vector } from './criteria-set.ts';
import { readVector, vectorFailure, vectorPrompts } from './vector.ts';

const set = criteriaSets.find((s) => s.id === 'medicare-home-oxygen')!;
const shown = (v: Vector) => vectorPrompts(set, v, readVector(set, v)!).map((p) => p.id);
const reminded = set.vectors.find((v) => shown(v).length > 0)!;

test('an example says which reminders a reviewer sees beside it', () => {
  expect(vectorFailure(set, { ...reminded, prompts: shown(reminded) })).toBeUndefined();
  expect(vectorFailure(set, { ...reminded, prompts: [] })).toMatch(/is shown and not expected/);
  expect(vectorFailure(set, { ...reminded, prompts: [...shown(reminded), 'other'] })).toBe(
    'the reminder other is expected and not shown',
  );
});

test('an example that says nothing of reminders does not look at them', () => {
  expect(vectorFailure(set, reminded)).toBeUndefined();
});
