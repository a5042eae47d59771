import { federalCalendar } from '@openum/testkit/practice/payer.ts';
import { describe, expect, test } from 'vitest';
import { calendarDate as d, instant, zoneId } from '../time/instant.ts';
import type { PayerCard, Said } from './card.ts';
import { cardProblems } from './check.ts';
import { cardChanges } from './diff.ts';
import { appealDue, authorizationNeed, levelRule, peerToPeerWindow, retroAnswer, submissionDue } from './question.ts';
import { openQuestions } from './unknown.ts';
import { cardOn, type SavedPayerCard } from './version.ts';

const place = { zone: zoneId('America/Chicago'), calendar: federalCalendar };
const said = <T>(value: T): Said<T> => ({ value, source: 'phone', on: d('2026-01-05') });

const bare: PayerCard = { payerId: 'p', name: 'A payer', effectiveFrom: d('2026-01-01'), levels: [] };
const card = (change: Partial<PayerCard>): PayerCard => ({ ...bare, ...change });
const dueBy = (value: number, unit: 'hours' | 'calendarDays' | 'businessDays', lastDay: string) =>
  submissionDue({ levelOfCare: 'residential', leadTime: said({ value, unit }) }, d(lastDay), place).dueAt;

describe('when the next request must be there', () => {
  test('hours count back from the end of the last covered day', () => {
    expect(dueBy(24, 'hours', '2026-11-20')).toBe('2026-11-20T06:00:00.000Z');
  });

  test('calendar days count back from the last covered day', () => {
    expect(dueBy(2, 'calendarDays', '2026-11-20')).toBe('2026-11-19T05:59:59.999Z');
  });

  test('business days pass over a weekend and a holiday', () => {
    // Sunday 29 November; Thursday 26 is Thanksgiving.
    expect(dueBy(2, 'businessDays', '2026-11-29')).toBe('2026-11-26T05:59:59.999Z');
  });

  test('a day on which the clocks change is counted in elapsed hours', () => {
    expect(dueBy(24, 'hours', '2026-11-01')).toBe('2026-11-01T06:00:00.000Z');
  });

  test('an unknown lead time gives the cautious moment and says that it is unknown', () => {
    const due = submissionDue(undefined, d('2026-11-20'), place);
    expect(due).toMatchObject({ dueAt: '2026-11-20T06:00:00.000Z', leadTimeKnown: false });
  });
});

describe('what nobody has asked a payer', () => {
  test('is unknown, never "not required"', () => {
    expect(authorizationNeed(undefined, 'residential')).toEqual({ kind: 'unknown' });
    expect(authorizationNeed(bare, 'residential')).toEqual({ kind: 'unknown' });
    expect(peerToPeerWindow(bare, instant('2026-11-20T15:00:00Z'), place)).toEqual({ kind: 'unknown' });
    expect(appealDue(bare, 1, d('2026-11-20'), place)).toEqual({ kind: 'unknown' });
    expect(retroAnswer(bare, { admittedOn: d('2026-11-01'), emergency: true }, place)).toEqual({ kind: 'unknown' });
  });

  test('is listed: without a card the card, with one each question without an answer', () => {
    expect(openQuestions(undefined, 'residential')).toEqual(['card']);
    const some = card({ levels: [{ levelOfCare: 'residential', authorization: said('required') }] });
    expect(openQuestions(some, 'residential')).not.toContain('authorization');
    expect(openQuestions(some, 'residential')).toContain('leadTime');
  });

  test('is no question where no authorization is needed', () => {
    const none = card({ levels: [{ levelOfCare: 'outpatient', authorization: said('notRequired') }] });
    expect(openQuestions(none, 'outpatient')).toEqual([]);
    const notice = card({ levels: [{ levelOfCare: 'outpatient', authorization: said('noticeOnly') }] });
    expect(openQuestions(notice, 'outpatient')).toEqual(['channels']);
  });
});

describe('the windows of a payer', () => {
  const full = card({
    peerToPeer: said({ window: { value: 2, unit: 'businessDays' }, phone: '+1 555 010 0142' }),
    appeals: said([{ level: 1, name: 'First', window: { value: 65, unit: 'calendarDays' } }]),
    retro: said({ accepted: 'emergencyOnly', from: 'admission', window: { value: 30, unit: 'calendarDays' } }),
  });

  test('a peer-to-peer counts business days of the practice', () => {
    const window = peerToPeerWindow(full, instant('2026-11-20T15:00:00Z'), place);
    expect(window).toMatchObject({ kind: 'known', said: { value: '2026-11-25T05:59:59.999Z' } });
  });

  test('an appeal ends with its last day; a level that was not named is unknown', () => {
    expect(appealDue(full, 1, d('2026-11-20'), place)).toMatchObject({
      said: { value: '2027-01-25T05:59:59.999Z' },
    });
    expect(appealDue(full, 2, d('2026-11-20'), place)).toEqual({ kind: 'unknown' });
  });

  test('days that have passed are asked for after an emergency only, where the payer says so', () => {
    const admittedOn = d('2026-11-01');
    expect(retroAnswer(full, { admittedOn, emergency: false }, place).kind).toBe('notAccepted');
    expect(retroAnswer(full, { admittedOn, emergency: true }, place)).toMatchObject({
      kind: 'accepted',
      dueAt: '2026-12-02T05:59:59.999Z',
    });
  });

  test('a window that begins at the discharge has no end while the patient is there', () => {
    const fromDischarge = card({
      retro: said({ accepted: 'yes', from: 'discharge', window: { value: 10, unit: 'calendarDays' } }),
    });
    const stay = { admittedOn: d('2026-11-01'), emergency: false };
    expect(retroAnswer(fromDischarge, stay, place)).not.toHaveProperty('dueAt');
    expect(retroAnswer(fromDischarge, { ...stay, dischargedOn: d('2026-11-10') }, place)).toHaveProperty('dueAt');
  });
});

describe('versions of a card', () => {
  const saved = (version: number, effectiveFrom: string): SavedPayerCard => ({
    version,
    card: card({ effectiveFrom: d(effectiveFrom) }),
    savedAt: instant('2026-01-01T00:00:00Z'),
    savedBy: { userId: 'u', name: 'Dana' },
    reason: 'read',
  });
  const versions = [saved(1, '2026-01-01'), saved(2, '2026-07-01'), saved(3, '2026-01-01')];

  test('the one in effect on the day counts; a correction of the same day takes its place', () => {
    expect(cardOn(versions, d('2025-12-31'))).toBeUndefined();
    expect(cardOn(versions, d('2026-06-30'))?.version).toBe(3);
    expect(cardOn(versions, d('2026-07-01'))?.version).toBe(2);
  });

  test('differ by field, and levels are compared by their name and not by their place', () => {
    const php = { levelOfCare: 'php', reviewIntervalDays: said(7) };
    const res = { levelOfCare: 'residential', reviewIntervalDays: said(5) };
    expect(cardChanges(card({ levels: [php, res] }), card({ levels: [res, php] }))).toEqual([]);
    const changed = { ...res, reviewIntervalDays: said(3) };
    expect(cardChanges(card({ levels: [res] }), card({ levels: [changed] }))).toEqual([
      { path: 'levels.residential.reviewIntervalDays.value', before: '5', after: '3' },
    ]);
  });
});

describe('a card with mistakes', () => {
  const today = d('2026-11-22');
  test('names each field', () => {
    const wrong = card({
      name: ' ',
      levels: [
        { levelOfCare: 'php', reviewIntervalDays: said(0) },
        { levelOfCare: 'php', leadTime: { ...said({ value: 1, unit: 'hours' as const }), on: d('2026-11-23') } },
      ],
      appeals: said([{ level: 2, name: 'Second', window: { value: 30, unit: 'calendarDays' } }]),
    });
    expect(cardProblems(wrong, today).map((p) => p.path)).toEqual([
      'name',
      'levels.0.reviewIntervalDays',
      'levels.1.levelOfCare',
      'levels.1.leadTime.on',
      'appeals.0.level',
    ]);
    expect(cardProblems(bare, today)).toEqual([]);
  });

  test('whatever was begun and left blank on a card is named', () => {
    const begun = card({
      levels: [{ levelOfCare: 'residential', criteria: said(' '), wants: said([]) }],
      channels: said([{ channel: 'fax', address: '' }]),
      appeals: said([{ level: 1, name: '', window: { value: 30, unit: 'calendarDays' } }]),
    });
    expect(cardProblems(begun, d('2026-11-21')).map((p) => p.path)).toEqual([
      'levels.0.criteria',
      'levels.0.wants',
      'channels.0.address',
      'appeals.0.name',
    ]);
  });

  test('who may speak at a peer-to-peer is asked of a payer like anything else', () => {
    expect(openQuestions(card({ levels: [{ levelOfCare: 'php' }] }), 'php')).toContain('talkSpeaker');
    expect(openQuestions(card({ talkSpeaker: said('physician') }), 'php')).not.toContain('talkSpeaker');
  });

  test('has a level rule only for the levels that it names', () => {
    expect(levelRule(bare, 'php')).toBeUndefined();
  });
});
