import { appealClock, appealed, denied, ireNext, upheldStory } from '@openum/testkit/case/appeal.ts';
import { clockCalendar, clockRule } from '@openum/testkit/case/clock.ts';
import { granted } from '@openum/testkit/case/request.ts';
import { after, by, caseOf, type Story, when } from '@openum/testkit/case/story.ts';
import { expect, test } from 'vitest';
import type { CommandOf } from '../case/command.ts';
import { instant } from '../time/instant.ts';
import { appealStatus, deemedExhausted } from './appeal.ts';
import { appealLettersOwed } from './letters.ts';

const late = instant('2027-02-10T12:00:00Z');
const missed = (ruleId: string, change: Partial<CommandOf<'NoteMissedDeadline'>> = {}) =>
  by(
    { kind: 'system', component: 'clock' },
    {
      type: 'NoteMissedDeadline',
      clockId: 'appeal-clock',
      rule: clockRule(ruleId),
      calendar: clockCalendar,
      grants: [],
      ...change,
    },
    late,
  );
const running = (ruleId: string) => after(denied(), appealed({ clocks: [appealClock('appeal-clock', ruleId)] }));
const statuses = (story: Story) => {
  const c = caseOf(story);
  return c.appeals.map((a) => [a.levelId, appealStatus(c, a)]);
};

test('Medicare Advantage: an appeal not decided in time goes to the independent review entity', () => {
  const story = after(running('MA-APPEAL-STD'), missed('MA-APPEAL-STD', { nextAppeal: ireNext }));
  expect(statuses(story)).toEqual([
    ['MA-RECONSIDERATION', 'lapsed'],
    ['MA-IRE', 'toForward'],
  ]);
  expect(caseOf(story).items[0]?.determination?.outcome).toBe('denied');
});

test('Medicaid: the plan’s levels count as used up, the member is told, and the plan may still decide', () => {
  const story = after(running('MCD-APPEAL-STD'), missed('MCD-APPEAL-STD'));
  const c = caseOf(story);
  expect(c.appeals.map((a) => deemedExhausted(c, a))).toEqual([true]);
  expect(statuses(story)).toEqual([['MA-RECONSIDERATION', 'toAssign']]);
  expect(appealLettersOwed(c).map((l) => l.kind)).toContain('appealLapse');
});

test('New York: the denial is reversed, and all that was asked for is authorized', () => {
  const grants = [{ itemSequence: 1, authorized: granted() }];
  const story = after(running('NY-APPEAL-STD'), missed('NY-APPEAL-STD', { grants }));
  expect(caseOf(story).items[0]?.determination).toMatchObject({
    outcome: 'approved',
    by: { kind: 'rule', rule: 'NY-APPEAL-STD' },
  });
  const less = [{ itemSequence: 1, authorized: granted({ quantity: { value: 1, unit: 'mo' } }) }];
  expect(when(running('NY-APPEAL-STD'), missed('NY-APPEAL-STD', { grants: less }))).toMatchObject({
    code: 'reductionIsAdverse',
  });
});

test('a missed forwarding is written down and changes nothing else', () => {
  const rule = missed('MA-IRE-FORWARD-STD', { clockId: 'forward' });
  const before = upheldStory();
  expect(statuses(after(before, rule))).toEqual(statuses(before));
  expect(when(after(before, rule), rule)).toMatchObject({ code: 'deadlineAlreadyNoted' });
});
