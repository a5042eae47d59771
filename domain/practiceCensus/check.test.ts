import { after, cared } from '@openum/testkit/practice/course.ts';
import { admitted, authorization, dayOf, type EpisodeStory, episodeOf } from '@openum/testkit/practice/episode.ts';
import { expect, test } from 'vitest';
import { censusGaps } from './check.ts';

const day = 90_000;
const span = { from: dayOf(0), through: dayOf(9), billedBefore: dayOf(5) };
const gaps = (story: EpisodeStory, change: Partial<typeof span> = {}) =>
  censusGaps(episodeOf(story), { ...span, ...change });
const granted = (to: number) =>
  after(admitted, 0, { type: 'RecordAuthorization', authorization: authorization({ to: dayOf(to) }) });

test('days in the practice that nobody has entered stand as one line, with what they would bring', () => {
  expect(gaps(cared(granted(9), 3, 9), { billedBefore: dayOf(0) })).toEqual([
    { kind: 'notEntered', from: dayOf(0), to: dayOf(2), days: 3, amount: 3 * day },
  ]);
});

test('a day that was entered parts the days before it from those after it', () => {
  const story = cared(granted(9), 4, 4);
  expect(gaps(story, { billedBefore: dayOf(0) }).map((g) => [g.kind, g.from, g.days])).toEqual([
    ['notEntered', dayOf(0), 4],
    ['notEntered', dayOf(5), 5],
  ]);
});

test('the day of discharge is no day of care, and none after it is missed', () => {
  const left = after(cared(granted(9), 0, 3), 4, { type: 'DischargeEpisode', on: dayOf(4), disposition: 'home' });
  expect(gaps(left, { billedBefore: dayOf(0) })).toEqual([]);
});

test('given days that nothing covers say why, and apart from those that were billed all the same', () => {
  const story = after(cared(granted(4), 0, 7), 8, {
    type: 'BillServices',
    claimId: 'c-1',
    billedOn: dayOf(8),
    serviceIds: ['service-5'],
    policy: 'warn',
  });
  expect(gaps(story, { through: dayOf(7), billedBefore: dayOf(0) })).toEqual([
    { kind: 'billedUncovered', from: dayOf(5), to: dayOf(5), days: 1, amount: day, state: 'expired' },
    { kind: 'notCovered', from: dayOf(6), to: dayOf(7), days: 2, amount: 2 * day, state: 'expired' },
  ]);
});

test('a covered day is missed by the biller only when it is old enough', () => {
  expect(gaps(cared(granted(9), 0, 9))).toEqual([
    { kind: 'notBilled', from: dayOf(0), to: dayOf(4), days: 5, amount: 5 * day },
  ]);
});
