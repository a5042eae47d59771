import { nurse, physician } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, scope } from '@openum/testkit/case/plan.ts';
import { expect, test } from 'vitest';
import { readQueue } from './queue.ts';

test('every case that waits is in the queue, however many there are', async () => {
  const plan = await aPlan();
  const many = 101;
  for (let n = 0; n < many; n++) {
    const { message, ...arrival } = oxygenArrival({ facts: noSaturation }, `bundle-${n}`);
    const identifier = { system: 'urn:clinic', value: `B-${n}` };
    const { caseId } = await plan.receive({ ...arrival, message: { ...message, identifier } });
    await plan.act(nurse, caseId, {
      type: 'CompleteReview',
      outcome: 'refer',
      summary: 'No saturation.',
      itemSequences: [1],
    });
  }
  expect((await readQueue(plan.casework, scope, physician)).rows).toHaveLength(many);
});
