import { describe, expect, test } from 'vitest';
import { addElapsed, instant } from '../time/instant.ts';
import { bindsPlan, type CountedClock, clockOutcome } from './clockOutcome.ts';

const dueAt = instant('2026-11-27T14:00:00Z');
const before = addElapsed(dueAt, { seconds: -1 });
const after = addElapsed(dueAt, { seconds: 1 });
const clock = (change: Partial<CountedClock> = {}): CountedClock => ({
  startedAt: instant('2026-11-20T14:00:00Z'),
  dueAt,
  superseded: false,
  extended: false,
  ...change,
});

describe('what became of a clock', () => {
  test.each<readonly [string, CountedClock, ReturnType<typeof clockOutcome>]>([
    ['the act came at the very due moment', clock({ metAt: dueAt, endedBy: 'act' }), 'met'],
    ['the act came a second late', clock({ metAt: after, endedBy: 'act' }), 'missed'],
    ['the request was taken back in time', clock({ metAt: before, endedBy: 'withdrawal' }), 'withdrawn'],
    ['the request was taken back after the due moment', clock({ metAt: after, endedBy: 'withdrawal' }), 'missed'],
    ['the request was entered in error', clock({ metAt: after, endedBy: 'void' }), 'voided'],
    ['another clock took its place', clock({ superseded: true }), 'superseded'],
    [
      'another clock took its place on a request entered in error',
      clock({ superseded: true, metAt: before, endedBy: 'void' }),
      'voided',
    ],
  ])('%s', (_what, given, outcome) => {
    expect(clockOutcome(given, addElapsed(after, { hours: 1 }))).toBe(outcome);
  });

  test('without an act it is open up to the due moment, and overdue from then on', () => {
    expect([before, dueAt, after].map((now) => clockOutcome(clock(), now))).toEqual(['open', 'open', 'overdue']);
  });
});

test('a window of the member and the time a decision holds are no turnaround of the plan', () => {
  expect(bindsPlan({ actor: 'payer', clock: 'decisionAndNotice' })).toBe(true);
  expect(bindsPlan({ actor: 'payerAndProvider', clock: 'notice' })).toBe(true);
  expect(bindsPlan({ actor: 'member', clock: 'filingWindow' })).toBe(false);
  expect(bindsPlan({ actor: 'payer', clock: 'validity' })).toBe(false);
  expect(bindsPlan({ actor: 'ire', clock: 'decisionAndNotice' })).toBe(false);
});
