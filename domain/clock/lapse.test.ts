import { nurse } from '@openum/testkit/case/actors.ts';
import { denial, determine, notice } from '@openum/testkit/case/acts.ts';
import { clockCalendar, clockRule, clockRules } from '@openum/testkit/case/clock.ts';
import { aRequest, clock, granted, oxygenItem } from '@openum/testkit/case/request.ts';
import { after, by, caseOf, happened, received, type Story, when } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../case/command.ts';
import { isRefusal } from '../case/refusal.ts';
import { caseStatus } from '../case/status.ts';
import { caseFacts } from '../flow/caseFacts.ts';
import { lapsesWithoutNotice, wantsLetter } from '../notice/owed.ts';
import { addElapsed, instant } from '../time/instant.ts';
import { bindsReviewer } from './match.ts';
import { type LapseEffect, lapseEffects, type TurnaroundRule } from './rule.ts';

/** Received Monday 23 November 2026, 9:00 in Chicago; seven calendar days. */
const due = instant('2026-12-01T05:59:59.999Z');
const nextMorning = addElapsed(due, { hours: 8 });

const lapsing = (lapseEffect: LapseEffect) => clockRule('MA-PRE-STD-PA', { lapseEffect });
const note = (rule: TurnaroundRule, change: Partial<CommandOf<'NoteMissedDeadline'>> = {}, at = nextMorning) =>
  by(
    { kind: 'system', component: 'clock' },
    {
      type: 'NoteMissedDeadline',
      clockId: 'clock-1',
      rule,
      calendar: clockCalendar,
      grants: [1, 2].map((itemSequence) => ({ itemSequence, authorized: granted() })),
      ...change,
    },
    at,
  );
const codeOf = (story: Story, command: ReturnType<typeof note>): string => {
  const decided = when(story, command);
  return isRefusal(decided) ? decided.code : 'allowed';
};
const deadlineMissed = (story: Story) => caseFacts(caseOf(story)).find((f) => f.key === 'case.deadlineMissed')?.value;

describe('a missed deadline', () => {
  test('is written down once, with its rule’s effect, when it was due, and how late it was noted', () => {
    const noted = after(received(), note(lapsing('adverse')));
    expect(caseOf(noted).missedDeadlines).toEqual([
      {
        clockId: 'clock-1',
        ruleId: 'MA-PRE-STD-PA',
        citation: clockRule().citation,
        lapseEffect: 'adverse',
        dueAt: due,
        notedAt: nextMorning,
        lateBySeconds: 8 * 3600,
        itemSequences: [1],
      },
    ]);
    expect(codeOf(noted, note(lapsing('adverse')))).toBe('deadlineAlreadyNoted');
  });

  test('is none at the due moment itself, only after it', () => {
    expect(codeOf(received(), note(lapsing('adverse'), {}, due))).toBe('deadlineNotMissed');
    expect(codeOf(received(), note(lapsing('adverse'), {}, addElapsed(due, { seconds: 1 })))).toBe('allowed');
  });

  test('is none for an internal target, however late', () => {
    expect(codeOf(received(), note({ ...lapsing('adverse'), authority: 'internal' }))).toBe('deadlineNotMissed');
  });

  test('is noted by the system alone', () => {
    expect(codeOf(received(), { ...note(lapsing('adverse')), actor: nurse })).toBe('personRequired');
  });

  test('leaves the case open and gives the lead a task', () => {
    const noted = after(received(), note(lapsing('adverse')));
    expect(caseStatus(caseOf(noted))).toBe('received');
    expect(deadlineMissed(noted)).toEqual({ kind: 'boolean', value: true });
    expect(deadlineMissed(after(noted, determine([denial()])))).toEqual({ kind: 'boolean', value: false });
  });

  test('is one too when the decision came in time and its letters did not, and then nothing is approved or denied by it', () => {
    const decided = after(received(), determine([denial()]));
    const events = happened(when(decided, note(lapsing('approved'))));
    expect(events.map((e) => e.type)).toEqual(['DeadlineMissed']);
    expect(events[0]?.data).toMatchObject({ itemSequences: [] });
  });
});

describe('a rule that deems the request approved', () => {
  const twoLines = aRequest({ items: [oxygenItem(), oxygenItem({ sequence: 2 })] });

  test('approves every open line as it was asked for, and says by which rule and why', () => {
    const c = caseOf(after(received(twoLines), note(lapsing('approved'))));
    expect(caseStatus(c)).toBe('determined');
    for (const { determination } of c.items)
      expect(determination).toMatchObject({
        outcome: 'approved',
        by: { kind: 'rule', rule: 'MA-PRE-STD-PA' },
        authorized: granted(),
        rationale: expect.stringContaining('Deemed approved'),
      });
  });

  test('leaves alone what was decided before', () => {
    const c = caseOf(after(received(twoLines), determine([denial()]), note(lapsing('approved'))));
    expect(c.items.map((i) => i.determination?.outcome)).toEqual(['denied', 'approved']);
  });

  test('never approves less than was asked for', () => {
    const less = [{ itemSequence: 1, authorized: granted({ quantity: { value: 1, unit: 'mo' } }) }];
    expect(codeOf(received(), note(lapsing('approved'), { grants: less }))).toBe('reductionIsAdverse');
    expect(codeOf(received(), note(lapsing('approved'), { grants: [] }))).toBe('authorizationMissing');
  });
});

describe('a letter about a lapse', () => {
  test.each(lapseEffects)('is owed to the member or not: %s', (effect) => {
    const owed = lapsesWithoutNotice(caseOf(after(received(), note(lapsing(effect)))));
    expect(owed).toHaveLength(['adverse', 'exhausted'].includes(effect) ? 1 : 0);
  });

  test('is owed no longer once it has gone out, or once every line is decided', () => {
    const noted = after(received(), note(lapsing('adverse')));
    const letter = { type: 'RecordNotices', notices: [notice({ kind: 'lapse', clockId: 'clock-1' })] } as const;
    const told = after(noted, by({ kind: 'system', component: 'notices' }, letter, nextMorning));
    expect(lapsesWithoutNotice(caseOf(told))).toEqual([]);
    expect(lapsesWithoutNotice(caseOf(after(noted, determine([denial()]))))).toEqual([]);
  });

  test('is not recorded for a clock that has not lapsed', () => {
    const letter = { type: 'RecordNotices', notices: [notice({ kind: 'lapse', clockId: 'clock-1' })] } as const;
    expect(codeOf(received(), by({ kind: 'system', component: 'notices' }, letter))).toBe('noticeWithoutLapse');
  });
});

test('no rule of the whole table denies by lapse, and only those that say so approve', () => {
  const binding = clockRules.filter(bindsReviewer).filter((r) => r.direction === 'after');
  expect(binding.length).toBeGreaterThan(150);
  const longAfter = addElapsed(due, { hours: 24 * 400 });
  for (const rule of binding) {
    const story = received(aRequest(), { clocks: [clock('clock-1', { ruleId: rule.id, ruleVersion: rule.version })] });
    const decided = happened(when(story, note(rule, {}, longAfter)));
    const determined = decided.flatMap((e) => (e.type === 'ItemDetermined' ? [e.data.outcome] : []));
    expect([rule.id, determined]).toEqual([rule.id, rule.lapseEffect === 'approved' ? ['approved'] : []]);
    expect(decided.filter((e) => e.type === 'DeadlineMissed')).toHaveLength(1);
    expect(wantsLetter(rule) && rule.lapseEffect === 'approved').toBe(false);
  }
});

test('a federal and a state clock on one case each lapse by their own rule', () => {
  const clocks = [clock('clock-1'), clock('clock-2')];
  const story = after(
    received(aRequest(), { clocks }),
    note(lapsing('exhausted')),
    note(lapsing('approved'), { clockId: 'clock-2' }),
  );
  const c = caseOf(story);
  expect(c.missedDeadlines.map((m) => [m.clockId, m.lapseEffect])).toEqual([
    ['clock-1', 'exhausted'],
    ['clock-2', 'approved'],
  ]);
  expect(caseStatus(c)).toBe('determined');
});
