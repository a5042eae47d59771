import { arbitraryActs, storyOfActs } from '@openum/testkit/practice/arbitrary.ts';
import { onDay, zone } from '@openum/testkit/practice/course.ts';
import { dayOf, type EpisodeBody, episodeOf } from '@openum/testkit/practice/episode.ts';
import { federalCalendar, harborCard, taskPolicy } from '@openum/testkit/practice/payer.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageOf } from '../episode/ledger.ts';
import { tasksOf } from './derive.ts';
import { mayHaveTasks } from './may.ts';
import { noDuty } from './task.ts';

const leaves: EpisodeBody = { type: 'DischargeEpisode', on: dayOf(30), disposition: 'home' };
const place = { zone, calendar: federalCalendar };

test('an episode that nobody reads for tasks has none, on no day and by no card', () => {
  let without = 0;
  fc.assert(
    fc.property(arbitraryActs, fc.integer({ min: 0, max: 400 }), fc.boolean(), (acts, n, knows) => {
      const e = episodeOf(storyOfActs([...acts, { on: 30, body: leaves }]));
      if (mayHaveTasks(e, coverageOf(e))) return;
      without += 1;
      const cardOf = () => (knows ? harborCard : undefined);
      expect(tasksOf(e, noDuty, { now: onDay(n), place, cardOf, policy: taskPolicy })).toEqual([]);
    }),
    { numRuns: 400 },
  );
  expect(without).toBeGreaterThan(20);
});
