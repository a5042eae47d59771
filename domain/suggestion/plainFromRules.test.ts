import { expect, test } from 'vitest';
import type { Evaluation } from '../criteria/evaluation.ts';
import { instant } from '../time/instant.ts';
import { plainFromRules } from './plainFromRules.ts';

const leaf = (path: string, truth: 'met' | 'notMet' | 'unknown') => ({
  ...{ path, label: `Point ${path}`, truth, factIds: [], explanation: `about ${path}` },
});
const evaluation: Evaluation = {
  ...{
    evaluationId: 'e',
    itemSequence: 1,
    tree: 'initial',
    truth: 'notMet',
    evaluatedAt: instant('2026-11-23T15:00:00Z'),
  },
  criteria: { setId: 's', version: '1', name: 'Oxygen at home', citation: 'NCD 240.2' },
  leaves: [leaf('a', 'met'), leaf('b', 'notMet'), leaf('c', 'unknown'), leaf('d', 'unknown')],
  wouldChange: ['b', 'c'],
};

test('a member is told which rules were used, what was found and what the record lacks, where it matters', () => {
  expect(plainFromRules([evaluation])).toBe(
    [
      'We used these rules: Oxygen at home.',
      'What we found in your record is not what these rules ask for:',
      '- Point b: about b',
      'We did not find this in your record:',
      '- Point c: about c',
    ].join('\n'),
  );
});

test('where nothing could turn the answer there is no text to begin with', () => {
  expect(plainFromRules([{ ...evaluation, wouldChange: [] }])).toBe('');
});
