import { criteria, granted } from '@openum/testkit/case/request.ts';
import { after, caseOf, nothing, receiveCommand } from '@openum/testkit/case/story.ts';
import { expect, test } from 'vitest';
import type { Evaluation } from '../criteria/evaluation.ts';
import type { Fact } from '../fact/fact.ts';
import { instant } from '../time/instant.ts';
import { approvalFile } from './approvalFile.ts';

const leaf = { explanation: '86 percent', factIds: ['f1'] } as const;
const evaluation: Evaluation = {
  evaluationId: 'e1',
  itemSequence: 1,
  criteria,
  tree: 'initial',
  truth: 'met',
  leaves: [
    { ...leaf, path: 'saturation', label: 'Saturation', truth: 'met' },
    { ...leaf, path: 'elsewhere', label: 'Other way', truth: 'notMet' },
    { ...leaf, path: 'unknown', label: 'Unknown', truth: 'unknown', factIds: [] },
  ],
  evaluatedAt: instant('2026-11-23T15:00:00Z'),
  wouldChange: [],
};
const fact: Fact = {
  id: 'f1',
  key: 'lab.spo2',
  value: { kind: 'quantity', value: 86, unit: '%' },
  source: { kind: 'resource', fullUrl: 'urn:1', resourceType: 'Observation', path: 'Observation.value' },
};
const approved = (evaluations: readonly Evaluation[]) =>
  caseOf(
    after(
      nothing,
      receiveCommand(undefined, {
        facts: [fact],
        evaluations,
        automatic: [
          {
            itemSequence: 1,
            authorizationNumber: 'PA-1',
            outcome: { kind: 'approve', criteria, period: granted().period, quantity: { value: 3, unit: 'mo' } },
          },
        ],
      }),
    ),
  );
const file = (evaluations: readonly Evaluation[]) => {
  const c = approved(evaluations);
  const [item] = c.items;
  return item ? approvalFile(c, item) : [];
};

test('a line that rules approved shows its rule, its criteria and where each met point was read', () => {
  expect(file([evaluation]).map((e) => [e.id, e.status])).toEqual([
    ['received', 'found'],
    ['rule', 'found'],
    ['criteria', 'found'],
    ['point:saturation', 'found'],
    ['point:elsewhere', 'notApplicable'],
  ]);
  expect(file([evaluation]).find((e) => e.id === 'point:saturation')?.detail).toContain('Observation.value');
});

test('a missing evaluation, and a point that rests on nothing, stand out', () => {
  expect(file([]).find((e) => e.id === 'criteria')?.status).toBe('missing');
  const empty = { ...evaluation, leaves: [{ ...evaluation.leaves[0]!, factIds: [] }] };
  expect(file([empty]).find((e) => e.id === 'point:saturation')?.status).toBe('missing');
});
