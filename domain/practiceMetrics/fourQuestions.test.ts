import {
  acted,
  admitted,
  admittedOn,
  authorization,
  dayOf,
  dayProgramme,
  type EpisodeBody,
  type EpisodeStory,
  episodeOf,
  now,
  service,
  submission,
  today,
} from '@openum/testkit/practice/episode.ts';
import { figuresFrom } from '@openum/testkit/practice/figures.ts';
import { describe, expect, test } from 'vitest';
import { addElapsed, startOfDay, zoneId } from '../time/instant.ts';
import { fourQuestions } from './fourQuestions.ts';

const zone = zoneId('America/Chicago');
const scope = { from: admittedOn, through: today };
const ask = (story: EpisodeStory, change: object = {}) =>
  fourQuestions([figuresFrom('e1', episodeOf(story))], { ...scope, ...change }, { now, zone });
const days = (from: number, to: number): EpisodeBody => ({
  type: 'RecordServices',
  services: Array.from({ length: to - from + 1 }, (_, i) => service(from + i)),
  policy: 'warn',
});
const fiveDays: EpisodeBody = { type: 'RecordAuthorization', authorization: authorization() };
const atNoonOf = (n: number) => addElapsed(startOfDay(dayOf(n), zone), { hours: 12 });
const sentOnDay = (n: number): EpisodeBody => ({
  type: 'RecordSubmission',
  ...submission({ submissionId: 'next', kind: 'continuedStay', from: dayOf(5), to: dayOf(9), sentAt: atNoonOf(n) }),
});

describe('what share of services had a valid authorization', () => {
  test('counts every service given, and lists those that nothing covers', () => {
    const { validAuthorization } = ask(acted(admitted, fiveDays, days(0, 7)));
    expect(validAuthorization.share).toBeCloseTo(5 / 8);
    expect(validAuthorization.open.map((o) => [o.on, o.state])).toEqual([
      [dayOf(5), 'expired'],
      [dayOf(6), 'expired'],
      [dayOf(7), 'expired'],
    ]);
  });

  test('is unknown where nothing was given, not a hundred percent', () => {
    expect(ask(admitted).validAuthorization).not.toHaveProperty('share');
  });

  test('can be asked for a payer, a programme and a span of days', () => {
    const story = acted(admitted, fiveDays, days(0, 7));
    expect(ask(story, { through: dayOf(4) }).validAuthorization.share).toBe(1);
    expect(ask(story, { payerId: 'another' }).validAuthorization).not.toHaveProperty('share');
    expect(ask(story, { programmeId: dayProgramme.programmeId }).validAuthorization).not.toHaveProperty('share');
  });
});

describe('how long after an expiry the next submission came', () => {
  test.each([
    ['before the end', 4, 0],
    ['two days after it', 6, 2],
  ])('sent %s', (_, day, expected) => {
    const { expiryLag } = ask(acted(admitted, fiveDays, days(0, 7), sentOnDay(day)));
    expect(expiryLag.averageDays).toBe(expected);
  });

  test('runs until today while nothing was sent', () => {
    expect(ask(acted(admitted, fiveDays, days(0, 7))).expiryLag.lags).toMatchObject([
      { expiredOn: dayOf(4), days: 19 },
    ]);
  });

  test('does not arise where the patient left with the last authorized day, or another authorization carries on', () => {
    const left: EpisodeBody = { type: 'DischargeEpisode', on: dayOf(4), disposition: 'home' };
    expect(ask(acted(admitted, fiveDays, days(0, 4), left)).expiryLag.lags).toEqual([]);
    const next: EpisodeBody = {
      type: 'RecordAuthorization',
      authorization: authorization({ authorizationId: 'auth-2', number: 'PA-101', from: dayOf(4), to: dayOf(40) }),
    };
    expect(ask(acted(admitted, fiveDays, next, days(0, 7))).expiryLag.lags).toEqual([]);
  });
});

describe('how many denials were overturned', () => {
  const appealed = (appealId: string, outcome: 'overturned' | 'upheld' | 'withdrawn'): readonly EpisodeBody[] => [
    {
      type: 'RecordDenial',
      denialId: `den-${appealId}`,
      coverageId: 'cov-1',
      source: 'letter',
      receivedOn: today,
      from: dayOf(5),
      to: dayOf(6),
      adjustmentCodes: [],
      remarkCodes: [],
      amount: 180_000,
    },
    {
      type: 'SendAppeal',
      appealId,
      denialId: `den-${appealId}`,
      level: 1,
      urgency: 'standard',
      letter: 'x',
      sentOn: today,
    },
    {
      type: 'RecordAppealAnswer',
      appealId,
      outcome,
      answeredOn: today,
      recovered: outcome === 'overturned' ? 180_000 : 0,
    },
  ];

  test('counts decided appeals, and leaves out those taken back', () => {
    const story = acted(
      admitted,
      ...appealed('a', 'overturned'),
      ...appealed('b', 'upheld'),
      ...appealed('c', 'withdrawn'),
    );
    expect(ask(story).overturn).toMatchObject({ share: 0.5, decided: 2, overturned: 1, recovered: 180_000 });
  });
});

describe('how many peer-to-peers were missed', () => {
  const offered: EpisodeBody = {
    type: 'RecordTalkOffer',
    offerId: 't1',
    opensAt: addElapsed(now, { hours: -30 }),
    closesAt: addElapsed(now, { hours: -1 }),
  };

  test('a window that closed with nothing recorded is missed', () => {
    expect(ask(acted(admitted, offered)).missedPeerToPeer.count).toBe(1);
  });

  test('one that was held, declined or is still open is not', () => {
    const held: EpisodeBody = {
      type: 'RecordTalkHeld',
      offerId: 't1',
      result: 'overturned',
      notes: 'Spoke for ten minutes.',
    };
    const open = { ...offered, closesAt: addElapsed(now, { hours: 1 }) } as EpisodeBody;
    expect(ask(acted(admitted, offered, held)).missedPeerToPeer.count).toBe(0);
    expect(ask(acted(admitted, open)).missedPeerToPeer.count).toBe(0);
  });
});
