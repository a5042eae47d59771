import { aRequest, criteria } from '@openum/testkit/case/request.ts';
import { caseOf, received } from '@openum/testkit/case/story.ts';
import { expect, test } from 'vitest';
import type { LeafFinding } from '../criteria/evaluation.ts';
import { instant } from '../time/instant.ts';
import { criteriaBriefs } from './criteria.ts';

const leaf = (path: string, truth: LeafFinding['truth'], negated?: true): LeafFinding => ({
  path,
  label: `Label ${path}`,
  truth,
  factIds: [],
  explanation: `Explanation ${path}`,
  ...(negated ? { negated } : {}),
});
const c = caseOf(
  received(aRequest(), {
    evaluations: [
      {
        evaluationId: 'e',
        itemSequence: 1,
        criteria,
        tree: 'initial',
        truth: 'notMet',
        evaluatedAt: instant('2026-11-23T15:00:00Z'),
        wouldChange: ['low', 'test'],
        leaves: [
          leaf('copd', 'met'),
          leaf('low', 'notMet'),
          leaf('test', 'unknown'),
          leaf('ruledOut', 'notMet', true),
          leaf('elsewhere', 'unknown'),
        ],
      },
    ],
  }),
);
const labels = (points: readonly { readonly label: string }[] | undefined) => points?.map((p) => p.label);

test('the brief sets what speaks for the request beside what speaks against it and what nobody knows', () => {
  const [sheet] = criteriaBriefs(c);
  expect(labels(sheet?.supports)).toEqual(['Label copd', 'Label ruledOut']);
  expect(labels(sheet?.opposes)).toEqual(['Label low']);
  expect(labels(sheet?.unknown)).toEqual(['Label test', 'Label elsewhere']);
});

test('its questions are about what would change the answer, and about nothing else', () => {
  const [sheet] = criteriaBriefs(c);
  expect(labels(sheet?.wouldChange)).toEqual(['Label low', 'Label test']);
  expect(sheet?.questions).toEqual([
    'Label low: is there another value, or a reason why it should not count against this member?',
    'Label test: what does your record show, with value and date?',
  ]);
});

test('it speaks of the lines of the offer only', () => {
  expect(criteriaBriefs(c, [2])).toEqual([]);
});

test('says a point that stands in several branches once', () => {
  const [e] = c.evaluations;
  if (!e) throw new Error('given: nothing was read');
  const twice = { ...c, evaluations: [{ ...e, leaves: [...e.leaves, ...e.leaves] }] };
  expect(criteriaBriefs(twice)).toEqual(criteriaBriefs(c));
});
