import type { ClockHistory } from '@openum/domain/clock/history.ts';
import { emptyHistory } from '@openum/domain/clock/history.ts';
import { type ClockReceipt, clockReceipt } from '@openum/domain/clock/receipt.ts';
import type { Reading } from '@openum/domain/clock/run.ts';
import { instant, zoneId } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import { calendarById } from '../calendar/load.ts';
import { ruleOf } from './load.ts';

const newYork = 'America/New_York';

const receipt = (
  ruleId: string,
  startedAt: string,
  zone: string = newYork,
  history: ClockHistory = emptyHistory,
  reading: Reading = 'conservative',
  now: string = startedAt,
): ClockReceipt => {
  const rule = ruleOf(ruleId, '2026-11-21');
  const started = {
    clockId: 'c1',
    ruleId,
    ruleVersion: rule.version,
    startEvent: rule.startEvent,
    startedAt: instant(startedAt),
    zone: zoneId(zone),
  };
  return clockReceipt(rule, started, history, calendarById, instant(now), reading);
};

/** The wall clock of the zone at the due moment. */
const due = (r: ClockReceipt): string =>
  Temporal.Instant.from(r.dueAt).toZonedDateTimeISO(r.zone).toPlainDateTime().toString();
const endOf = (date: string): string => `${date}T23:59:59.999`;

describe('the table of docs/dates.md', () => {
  test.each([
    ['MA-PRE-STD-PA', '2026-11-20T16:45-05:00', newYork, endOf('2026-11-27')],
    ['MA-PRE-EXP', '2026-11-25T17:30-05:00', newYork, '2026-11-28T17:30:00'],
    ['MA-PRE-EXP', '2026-10-31T10:00-04:00', newYork, '2026-11-03T09:00:00'],
    ['MA-PRE-EXP', '2026-03-06T10:00-05:00', newYork, '2026-03-09T11:00:00'],
    ['CO-PRE-URG', '2026-11-25T14:00-07:00', 'America/Denver', '2026-11-28T14:00:00'],
    ['CO-PRE-URG', '2026-11-16T14:00-07:00', 'America/Denver', endOf('2026-11-18')],
    ['PA-RX-STD', '2026-11-20T09:00-05:00', newYork, '2026-11-23T09:00:00'],
    ['TX-MCD-PRE', '2026-11-25T14:00-06:00', 'America/Chicago', endOf('2026-12-01')],
    ['WA-PRE-STD-ELEC', '2026-11-25T09:00-08:00', 'America/Los_Angeles', endOf('2026-11-29')],
    ['MA-APPEAL-FILE', '2026-11-21T12:00-05:00', newYork, endOf('2027-01-25')],
    ['ACA-EXT-FILE', '2026-10-31T12:00-04:00', newYork, endOf('2027-03-01')],
    ['ACA-EXT-FILE', '2026-09-28T12:00-04:00', newYork, endOf('2027-01-28')],
    ['ACA-EXT-FILE', '2026-09-30T12:00-04:00', newYork, endOf('2027-02-01')],
    ['MA-NOMNC-APPEAL', '2026-11-27T12:00-05:00', newYork, '2026-11-26T12:00:00'],
    ['MCD-TERMINATE-NOTICE', '2026-12-11T00:00-05:00', newYork, endOf('2026-12-01')],
    ['CA-POSTSTAB', '2026-11-20T23:50-08:00', 'America/Los_Angeles', '2026-11-21T00:20:00'],
    ['MA-DENC', '2026-11-20T09:00-05:00', newYork, endOf('2026-11-20')],
  ])('%s from %s (%s) is due %s', (ruleId, startedAt, zone, expected) => {
    expect(due(receipt(ruleId, startedAt, zone))).toBe(expected);
  });

  test('a last filing day on a Sunday moves to Monday', () => {
    expect(due(receipt('ACA-EXT-FILE', '2026-09-24T12:00-04:00'))).toBe(endOf('2027-01-25'));
  });
});

describe('ERISA, received 2 November, missing information asked on the 12th, answered on 1 December', () => {
  const asked = { sentAt: instant('2026-11-12T12:00-05:00') };
  const answered = {
    ...emptyHistory,
    informationRequests: [{ ...asked, answeredAt: instant('2026-12-01T09:00-05:00') }],
  };
  const open = { ...emptyHistory, informationRequests: [asked] };
  const at = (history: ClockHistory, reading: Reading, now?: string): ClockReceipt =>
    receipt('ERISA-PRE-STD', '2026-11-02T10:00-05:00', newYork, history, reading, now);

  test('conservative: 15 days from the answer', () => {
    expect(due(at(answered, 'conservative'))).toBe(endOf('2026-12-16'));
  });

  test('literal: both periods of 15 days, and the 19 days of waiting', () => {
    expect(due(at(answered, 'literal'))).toBe(endOf('2026-12-21'));
  });

  test('unanswered, the clock stands still to the end of 27 December, then runs', () => {
    const text = at(open, 'conservative').lines.find((l) => l.kind === 'informationRequest')?.text;
    expect(text).toContain('time for the answer ends Sun 2026-12-27 23:59');
    expect(at(open, 'conservative', '2026-12-27T12:00-05:00').state).toBe('tolled');
    expect(at(open, 'conservative', '2026-12-28T12:00-05:00').state).toBe('running');
    expect(due(at(open, 'conservative'))).toBe(endOf('2027-01-11'));
  });
});

describe('what missing information does, rule by rule', () => {
  const ask = (sentAt: string, answeredAt: string): ClockHistory => ({
    ...emptyHistory,
    informationRequests: [{ sentAt: instant(sentAt), answeredAt: instant(answeredAt) }],
  });
  const history = ask('2026-11-16T12:00-05:00', '2026-11-18T12:00-05:00');

  test.each([
    ['MA-PRE-STD-PA', '2026-11-23', 'runs on'],
    ['PA-PRE-STD', '2026-12-01', 'runs on, counted from submission'],
    ['MI-PRE-STD', '2026-11-25', 'starts a new period of 7 days'],
    ['NY-PRE-STD', '2026-11-23', 'lets the 3 business days begin'],
    ['TN-PRE-STD', '2026-11-25', 'starts a new period'],
    ['NCQA-PRE-NONURG-2026', '2026-11-25', 'stops the clock for its 2 days'],
  ])('%s, received on the 16th and asked the same day: due end of %s; it %s', (ruleId, date) => {
    expect(due(receipt(ruleId, '2026-11-16T09:00-05:00', newYork, history))).toBe(endOf(date));
  });

  test('Tennessee never takes longer than 17 days in all', () => {
    const late = ask('2026-11-20T12:00-05:00', '2026-12-01T12:00-05:00');
    expect(due(receipt('TN-PRE-STD', '2026-11-16T09:00-05:00', newYork, late))).toBe(endOf('2026-12-03'));
  });

  test('ERISA urgent: 48 hours from the answer, when it was asked within 24 hours', () => {
    const start = '2026-11-16T09:00-05:00';
    const inTime = ask('2026-11-17T08:00-05:00', '2026-11-18T20:00-05:00');
    const tooLate = ask('2026-11-17T10:00-05:00', '2026-11-18T20:00-05:00');
    expect(due(receipt('ERISA-PRE-URG', start, newYork, inTime))).toBe('2026-11-20T20:00:00');
    expect(due(receipt('ERISA-PRE-URG', start, newYork, tooLate))).toBe('2026-11-19T09:00:00');
  });
});

describe('a Medicare Advantage extension', () => {
  const extended = (ground: string, noticeSentAt?: string): ClockHistory => ({
    ...emptyHistory,
    extensions: [
      {
        takenAt: instant('2026-11-23T12:00-05:00'),
        ground,
        ...(noticeSentAt === undefined ? {} : { noticeSentAt: instant(noticeSentAt) }),
      },
    ],
  });
  const start = '2026-11-20T16:45-05:00';
  const notice = '2026-11-23T15:00-05:00';

  test('for evidence from a noncontract provider adds 14 days', () => {
    expect(due(receipt('MA-PRE-STD-PA', start, newYork, extended('noncontractEvidence', notice)))).toBe(
      endOf('2026-12-11'),
    );
  });

  test('keeps the hour of an expedited clock', () => {
    expect(due(receipt('MA-PRE-EXP', start, newYork, extended('enrolleeRequest', notice)))).toBe('2026-12-07T16:45:00');
  });

  test.each([
    ['MA-PRE-STD-PA', 'contractedProviderSlow', notice, 'is not a ground'],
    ['MA-PRE-STD-PA', 'noncontractEvidence', undefined, 'no notice'],
    ['MA-PARTB-STD', 'enrolleeRequest', notice, 'allows none'],
  ])('%s for %s with notice %s has no effect: %s', (ruleId, ground, sent, why) => {
    const r = receipt(ruleId, start, newYork, extended(ground, sent));
    const line = r.lines.find((l) => l.kind === 'extension');
    expect([r.dueAt, line?.counts]).toEqual([receipt(ruleId, start).dueAt, false]);
    expect(line?.text).toContain(why);
  });
});
