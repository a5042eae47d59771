import { expect, test } from 'vitest';
import { reopening } from './reopening.ts';

test('a reopening reads with its ground, its evidence and its reason', () => {
  const said = reopening.sentences.ItemReopened(
    {
      itemSequence: 1,
      ground: 'obviousError',
      reason: 'The days of another member were approved.',
      evidence: ['d1'],
      lockedBy: ['MA-INPATIENT-LOCK'],
    },
    { moment: String, factLabel: String },
  );
  expect(said).toBe(
    'Reopened item 1 for an obvious error (1 document named as evidence): The days of another member were approved.',
  );
});
