import type { PeerToPeer } from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { Instant, ZoneId } from '@openum/domain/time/instant.ts';
import type { PeerToPeerBoardRow } from '@openum/http/contract/peerToPeer.ts';
import { describe, expect, test } from 'vitest';
import { listsOf, mine, readBoardSearch } from './board.ts';
import { calendarOf } from './calendar.ts';
import { slotOf, slotProblems } from './slots.ts';

const at = (time: string) => `2026-11-23T${time}:00.000Z` as Instant;
const row = (change: Partial<PeerToPeer> = {}): PeerToPeerBoardRow => ({
  caseId: 'c',
  caseNumber: 'UM-1',
  memberName: 'Akerman, Rosalind',
  deadlines: [],
  closesAt: at('20:00'),
  linkLocked: false,
  offer: {
    offerId: 'o',
    itemSequences: [1],
    because: 'demanded',
    rule: { ruleId: 'r', ruleVersion: '1', citation: 'c' },
    window: { opensAt: at('08:00'), closesAt: at('20:00') },
    slots: [],
    to: { name: 'Dr. Amara Osei' },
    how: 'phone',
    offeredAt: at('08:00'),
    offeredBy: 'n',
    proposals: [],
    attempts: [],
    missed: [],
    escalations: [],
    told: [],
    ...change,
  },
});
const told = { at: at('11:00'), recordedBy: 'n' };
const scheduled = { slot: { startsAt: at('10:00'), endsAt: at('10:30') }, ...told };
const missed = (by: 'plan' | 'provider') => [{ by, reason: 'r', ...told }];

describe('a talk stands in the list of what is to be done about it', () => {
  test.each<readonly [string, Partial<PeerToPeer>, string, readonly string[]]>([
    ['no time is agreed on', {}, '09:00', ['open']],
    ['a time is agreed on', { scheduled }, '09:00', ['agreed']],
    ['the agreed time has passed', { scheduled }, '10:30', ['record']],
    ['the window has passed', {}, '20:00', ['record']],
    ['the plan missed it', { missed: missed('plan') }, '12:00', ['deputy', 'missed']],
    ['the clinician missed it', { missed: missed('provider') }, '12:00', ['missed']],
    ['it was missed and agreed on anew', { missed: missed('plan'), scheduled }, '09:00', ['agreed', 'missed']],
  ])('when %s', (_what, change, now, lists) => {
    expect(listsOf(row(change), at(now))).toEqual(lists);
  });
});

test('a talk whose link is locked is told to the desk', () => {
  expect(listsOf({ ...row(), linkLocked: true }, at('09:00'))).toEqual(['locked', 'open']);
});

test('a talk is mine when I speak for the plan', () => {
  expect(mine(row({ physician: { userId: 'u', name: 'U' } }), 'u')).toBe(true);
  expect(mine(row(), 'u')).toBe(false);
});

test('an address with an unknown list shows all', () => {
  expect(readBoardSearch({ list: 'nothing', whose: 'theirs' })).toEqual({});
  expect(readBoardSearch({ list: 'record', whose: 'mine' })).toEqual({ list: 'record', whose: 'mine' });
});

describe('a typed time', () => {
  const zone = 'America/Chicago' as ZoneId;
  const nine = { day: '2026-11-23', time: '09:00', minutes: '30' };

  test('is read by the clock of the zone', () => {
    expect(slotOf(nine, zone)).toEqual({ startsAt: at('15:00'), endsAt: at('15:30') });
    expect(slotOf({ ...nine, minutes: '0' }, zone)).toBeUndefined();
    expect(slotOf({ ...nine, day: '' }, zone)).toBeUndefined();
  });

  test('lies after now and before the window closes', () => {
    expect(slotProblems([nine], zone, at('14:00'), at('20:00'))).toEqual([]);
    expect(slotProblems([nine], zone, at('16:00'), at('20:00'))).toEqual(['Time 1 lies in the past.']);
    expect(slotProblems([nine], zone, at('14:00'), at('15:15'))).toEqual(['Time 1 ends after the window closes.']);
  });
});

describe('the calendar of talks', () => {
  const zone = 'America/Chicago' as ZoneId;
  const slot = (time: string, end: string) => ({ startsAt: at(time), endsAt: at(end) });

  test('holds a week from today, with what is agreed, offered and proposed', () => {
    const rows = [
      row({ slots: [slot('15:00', '15:30')], proposals: [{ slots: [slot('16:00', '16:30')], ...told }] }),
      row({ offerId: 'p', scheduled: { slot: slot('14:00', '14:30'), ...told } }),
    ];
    const days = calendarOf(rows, at('13:00'), zone);
    expect(days).toHaveLength(7);
    expect(days[0]?.day).toBe('2026-11-23');
    expect(days[0]?.slots.map((s) => s.kind)).toEqual(['agreed', 'offered', 'proposed']);
  });

  test('leaves out times that are over, but never an agreed one without a record', () => {
    const rows = [row({ slots: [slot('09:00', '09:30')] }), row({ scheduled })];
    const later = '2026-11-25T15:00:00.000Z' as Instant;
    expect(calendarOf(rows, later, zone)[0]?.slots.map((s) => s.kind)).toEqual(['agreed']);
  });

  test('marks a time at which the same physician has another talk', () => {
    const physician = { userId: 'u', name: 'U' };
    const rows = [
      row({ physician, scheduled: { slot: slot('14:00', '14:30'), ...told } }),
      row({ offerId: 'p', physician, slots: [slot('14:15', '14:45'), slot('15:00', '15:30')] }),
    ];
    const [today] = calendarOf(rows, at('13:00'), zone);
    expect(today?.slots.map((s) => s.clash)).toEqual([false, true, false]);
  });
});
