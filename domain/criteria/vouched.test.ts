import { criteriaSets } from '@openum/testkit/content/criteria.ts';
import { describe, expect, test } from 'vitest';
import type { RequestedItem } from '../case/request.ts';
import type { Fact, FactSource } from '../fact/fact.ts';
import { calendarDate, instant } from '../time/instant.ts';
import { automaticOutcome } from './automatic-outcome.ts';
import { evaluateItem } from './evaluate-item.ts';

const set = criteriaSets.find((s) => s.id === 'medicare-bariatric-surgery');
const vector = set?.vectors.find((v) => v.expect === 'met');
const today = calendarDate('2026-03-15');

const outcomeWith = (source: FactSource) => {
  if (!set || !vector) throw new Error('given: bariatric surgery has no example that is met');
  const item: RequestedItem = {
    sequence: 1,
    service: { system: 'cpt', code: vector.service ?? set.appliesTo.services[0]?.code ?? '' },
    diagnoses: [],
    isDrug: false,
  };
  const facts: readonly Fact[] = vector.facts.map((f) => ({ ...f, source }));
  const evaluation = evaluateItem({
    evaluationId: 'e',
    evaluatedAt: instant('2026-03-15T12:00:00Z'),
    set,
    tree: 'initial',
    item,
    facts,
    context: vector.context,
  });
  if (!evaluation) throw new Error('given: there is no tree');
  return automaticOutcome(evaluation, { ...set, autoApproval: true }, item, { today, facts });
};
const words = {
  kind: 'document',
  documentId: 'd',
  page: 1,
  start: 0,
  end: 3,
  quote: 'BMI',
  extractor: 'rules 1',
} as const;

describe('facts from the words of a document', () => {
  test('approve nothing by themselves while nobody has looked', () => {
    expect(outcomeWith(words)).toMatchObject({
      kind: 'refer',
      reason: expect.stringContaining('nobody has looked at'),
    });
  });
  test('count like others once a person answers for them', () => {
    expect(outcomeWith({ ...words, by: { userId: 'u', name: 'N', basis: 'Looked at' } })).toMatchObject({
      kind: 'approve',
    });
  });
});
