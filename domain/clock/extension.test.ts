import { coordinator, director, nurse, physician } from '@openum/testkit/case/actors.ts';
import { denial, determine, notice } from '@openum/testkit/case/acts.ts';
import { clockCalendar, clockRule } from '@openum/testkit/case/clock.ts';
import { after, by, caseOf, happened, now, received, type Story, when } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../case/command.ts';
import { isRefusal } from '../case/refusal.ts';
import { extensionsWithoutNotice } from '../notice/owed.ts';
import { addElapsed, type Instant, instant } from '../time/instant.ts';
import { receiptOfClock } from './extension.ts';
import type { TurnaroundRule } from './rule.ts';

/** Received Monday 23 November 2026, 9:00 in Chicago; seven calendar days. */
const due = instant('2026-12-01T05:59:59.999Z');
const twoWeeksLater = instant('2026-12-15T05:59:59.999Z');

const extend = (change: Partial<CommandOf<'ExtendClock'>> = {}, at: Instant = now, actor = nurse) =>
  by(
    actor,
    {
      type: 'ExtendClock',
      clockId: 'clock-1',
      ground: 'enrolleeRequest',
      reason: 'The member wants to send the exercise test of next week.',
      rule: clockRule(),
      calendar: clockCalendar,
      ...change,
    },
    at,
  );
const letter = (at: Instant) =>
  by(
    { kind: 'system', component: 'notices' },
    { type: 'RecordNotices', notices: [notice({ kind: 'extension', clockId: 'clock-1' })] },
    at,
  );
const dueOf = (story: Story, rule: TurnaroundRule = clockRule()) => {
  const c = caseOf(story);
  const [started] = c.clocks;
  if (!started) throw new Error('given: no clock runs');
  return receiptOfClock(c, { started, rule, calendar: clockCalendar }, now);
};
const codeOf = (story: Story, command: ReturnType<typeof extend>): string => {
  const decided = when(story, command);
  return isRefusal(decided) ? decided.code : 'allowed';
};

describe('a clock is extended', () => {
  test('on a ground of its rule, for all that the rule allows, and says from when to when', () => {
    expect(happened(when(received(), extend()))).toEqual([
      {
        type: 'ClockExtended',
        data: {
          clockId: 'clock-1',
          ruleId: 'MA-PRE-STD-PA',
          ground: 'enrolleeRequest',
          reason: 'The member wants to send the exercise test of next week.',
          dueBefore: due,
          dueAfter: twoWeeksLater,
        },
      },
    ]);
  });

  test('for less than the rule allows', () => {
    const [e] = happened(when(received(), extend({ by: { value: 3, unit: 'calendarDays' } })));
    expect(e?.data).toMatchObject({ dueAfter: instant('2026-12-04T05:59:59.999Z') });
  });

  test('by a nurse, a physician or the director', () => {
    expect([nurse, physician, director].map((who) => codeOf(received(), extend({}, now, who)))).toEqual([
      'allowed',
      'allowed',
      'allowed',
    ]);
    expect(codeOf(received(), extend({}, now, coordinator))).toBe('roleMissing');
  });

  test('but its due moment moves only once the letter has gone out, where the rule wants one', () => {
    const extended = after(received(), extend());
    expect(dueOf(extended).dueAt).toBe(due);
    expect(extensionsWithoutNotice(caseOf(extended))).toHaveLength(1);
    const told = after(extended, letter(addElapsed(now, { minutes: 2 })));
    expect(dueOf(told).dueAt).toBe(twoWeeksLater);
    expect(extensionsWithoutNotice(caseOf(told))).toEqual([]);
  });

  test('in vain, when the letter goes out too late', () => {
    const late = after(received(), extend(), letter(addElapsed(due, { seconds: 1 })));
    expect(dueOf(late)).toMatchObject({
      dueAt: due,
      lines: expect.arrayContaining([expect.objectContaining({ counts: false })]),
    });
  });

  test('at once, where the rule wants no letter', () => {
    const rule = clockRule('MA-PRE-STD-PA', {
      extension: { max: { value: 14, unit: 'calendarDays' }, grounds: ['enrolleeRequest'], noticeRequired: false },
    });
    expect(dueOf(after(received(), extend({ rule })), rule).dueAt).toBe(twoWeeksLater);
  });
});

describe('a clock is not extended', () => {
  const refused = (change: Partial<CommandOf<'ExtendClock'>>, at?: Instant) => codeOf(received(), extend(change, at));

  test('on a ground that is not the rule’s own: a contracted hospital that has not sent records is none', () => {
    expect(refused({ ground: 'contractedProviderIsLate' })).toBe('extensionGroundUnknown');
  });

  test('by more than the rule allows, or in another unit than the rule counts in', () => {
    expect(refused({ by: { value: 15, unit: 'calendarDays' } })).toBe('extensionTooLong');
    expect(refused({ by: { value: 14, unit: 'businessDays' } })).toBe('extensionTooLong');
    expect(refused({ by: { value: 0, unit: 'calendarDays' } })).toBe('fieldInvalid');
    expect(refused({ by: { value: 14, unit: 'calendarDays' } })).toBe('allowed');
  });

  test('without a reason in words', () => {
    expect(refused({ reason: ' ' })).toBe('fieldMissing');
  });

  test('after its due moment; at that very moment it still may be', () => {
    expect(refused({}, due)).toBe('allowed');
    expect(refused({}, addElapsed(due, { seconds: 1 }))).toBe('clockPastDue');
  });

  test('when its rule allows none, or no such clock runs', () => {
    const { extension: _, ...rule } = clockRule();
    expect(refused({ rule })).toBe('extensionNotAllowed');
    expect(refused({ clockId: 'clock-7' })).toBe('clockUnknown');
  });

  test('twice', () => {
    const told = after(received(), extend(), letter(now));
    expect(codeOf(told, extend())).toBe('clockAlreadyExtended');
  });

  test('once the case is decided', () => {
    expect(codeOf(after(received(), determine([denial()])), extend())).toBe('notAllowedInStatus');
  });
});

test('no letter about an extension is recorded for a clock that has none', () => {
  expect(codeOf(received(), letter(now))).toBe('noticeWithoutExtension');
});

test('a letter about more time is no notice of the decision that follows it', () => {
  const decided = after(received(), extend(), letter(now), determine([denial()]));
  expect(dueOf(decided).metAt).toBeUndefined();
});
