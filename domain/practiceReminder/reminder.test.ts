import { acted, admitted, type EpisodeBody, episodeOf, now, submission } from '@openum/testkit/practice/episode.ts';
import { federalCalendar, taskPolicy } from '@openum/testkit/practice/payer.ts';
import { describe, expect, test } from 'vitest';
import { noDuty, type TaskDuty } from '../practiceTask/task.ts';
import { addElapsed, type Instant, zoneId } from '../time/instant.ts';
import { isLate, type Reminder, remindersOf } from './reminder.ts';

const after = (hours: number): Instant => addElapsed(now, { hours });
const duty: TaskDuty = {
  ...noDuty,
  review: { owner: { userId: 'imani', name: 'Imani' }, deputy: { userId: 'lee', name: 'Lee' } },
};
const offered: EpisodeBody = { type: 'RecordTalkOffer', offerId: 'talk-1', opensAt: now, closesAt: after(48) };
const denied: readonly EpisodeBody[] = [{ type: 'RecordSubmission', ...submission() }, offered];

type Reading = {
  readonly at: Instant;
  readonly bodies?: readonly EpisodeBody[];
  readonly duty?: TaskDuty;
  readonly lastLookAt?: Instant;
};
const told = ({ at, bodies = denied, lastLookAt, duty: of = duty }: Reading): readonly Reminder[] =>
  remindersOf(episodeOf(acted(admitted, ...bodies)), {
    duty: of,
    leads: ['ruth'],
    ...(lastLookAt ? { lastLookAt } : {}),
    context: {
      now: at,
      place: { zone: zoneId('America/New_York'), calendar: federalCalendar },
      cardOf: () => undefined,
      policy: taskPolicy,
    },
  });
const ofTalk = (reading: Reading) => told(reading).find((r) => r.kind === 'peerToPeer');

describe('the window of a peer-to-peer', () => {
  test('reaches the owner at half of its time, and nobody before', () => {
    expect(ofTalk({ at: after(23) })).toBeUndefined();
    expect(ofTalk({ at: after(24) })).toMatchObject({ step: 'half', userIds: ['imani'], remindAt: after(24) });
  });

  test('reaches the deputy in its last quarter, and those who lead once it has closed', () => {
    expect(ofTalk({ at: after(36) })).toMatchObject({ step: 'deputy', userIds: ['imani', 'lee'] });
    expect(ofTalk({ at: after(49) })).toMatchObject({ step: 'overdue', round: 0, userIds: ['imani', 'lee', 'ruth'] });
  });

  test('is told again each day that nobody takes it, and once to who took it', () => {
    expect(ofTalk({ at: after(48 + 25) })).toMatchObject({ step: 'overdue', round: 1, remindAt: after(72) });
    expect(ofTalk({ at: after(24 * 90) })?.round).toBe(14);
    const taken: EpisodeBody = { type: 'TakeTask', task: 'peerToPeer:talk-1' };
    expect(ofTalk({ at: after(48 + 25), bodies: [...denied, taken] })).toMatchObject({ round: 0 });
    expect(ofTalk({ at: after(36), bodies: [...denied, taken] })).toBeUndefined();
  });

  test('is told to those who lead where nobody has the work', () => {
    expect(ofTalk({ at: after(24), duty: noDuty })).toMatchObject({ userIds: ['ruth'] });
  });

  test('ends with the talk', () => {
    const declined: EpisodeBody = { type: 'DeclineTalk', offerId: 'talk-1', reason: 'The days were granted.' };
    expect(ofTalk({ at: after(49), bodies: [...denied, declined] })).toBeUndefined();
  });
});

describe('a window after which nothing can be done', () => {
  const denial: readonly EpisodeBody[] = [
    {
      type: 'RecordDenial',
      denialId: 'den-1',
      coverageId: 'cov-1',
      source: 'letter',
      receivedOn: '2026-11-24' as never,
      from: '2026-11-01' as never,
      to: '2026-11-03' as never,
      adjustmentCodes: [],
      remarkCodes: [],
      amount: 270_000,
      appealBy: '2026-11-26' as never,
    },
  ];
  const appeal = (at: Instant, lastLookAt?: Instant) =>
    told({ at, bodies: denial, ...(lastLookAt ? { lastLookAt } : {}) }).filter((r) => r.kind === 'appealDue');

  test('is told as lapsed, also when the system stood still while it closed', () => {
    const [open] = appeal(after(30));
    expect(open?.dueAt).toBeDefined();
    expect(appeal(after(24 * 9))).toEqual([]);
    expect(appeal(after(24 * 9), after(30))).toMatchObject([{ step: 'lapsed', userIds: ['ruth'] }]);
    expect(appeal(after(24 * 10), after(24 * 9))).toEqual([]);
  });

  test('is not told as lapsed when it was done in time, whatever was known at the last look', () => {
    const sent: EpisodeBody = {
      type: 'SendAppeal',
      appealId: 'appeal-1',
      denialId: 'den-1',
      level: 1,
      urgency: 'standard',
      letter: 'We ask for another look at the days.',
      sentOn: '2026-11-24' as never,
    };
    const all = told({ at: after(24 * 9), bodies: [...denial, sent], lastLookAt: after(30) });
    expect(all.filter((r) => r.kind === 'appealDue')).toEqual([]);
  });
});

test('is late when it stands ten minutes after its moment and after the last thing that was written down', () => {
  const r = { remindAt: after(24) } as Reminder;
  const minutes = (n: number) => addElapsed(after(24), { minutes: n });
  expect([isLate(r, now, minutes(10)), isLate(r, now, minutes(11)), isLate(r, minutes(5), minutes(11))]).toEqual([
    false,
    true,
    false,
  ]);
});
