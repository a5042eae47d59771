import { client, nurse } from '@openum/testkit/case/actors.ts';
import { approval, asked, claimedBy, denial, determine, notice, voided } from '@openum/testkit/case/acts.ts';
import { aRequest, clock, criteria, granted, oxygenItem } from '@openum/testkit/case/request.ts';
import { after, by, caseOf, happened, received, type Story, when } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import { itemsWithoutNotice } from '../flow/caseFacts.ts';
import { calendarDate } from '../time/instant.ts';
import type { CommandOf } from './command.ts';
import type { RequestedItem } from './request.ts';
import { asksTheSame } from './revise.ts';
import { caseStatus, itemStatus } from './status.ts';

const revision = (items: readonly RequestedItem[], change: Partial<CommandOf<'ReviseRequest'>> = {}) =>
  by(client, {
    type: 'ReviseRequest',
    items,
    diagnoses: aRequest().diagnoses,
    messageId: 'message-2',
    clocks: [clock('clock-2')],
    documents: [],
    facts: [],
    replaces: [],
    evaluations: [],
    automatic: [],
    ...change,
  });
const more = oxygenItem({ quantity: { value: 6, unit: 'mo' } });
const second = oxygenItem({ sequence: 2 });
const statuses = (story: Story) => caseOf(story).items.map(itemStatus);

const approved = after(received(), determine([approval()]));
const letters = (kind: 'approval' | 'adverseDetermination') =>
  by(
    { kind: 'system', component: 'notices' },
    { type: 'RecordNotices', notices: (['member', 'provider'] as const).map((audience) => notice({ audience, kind })) },
  );

describe('an update from the sender', () => {
  test('changes what is asked for in an open line, under the clocks that run', () => {
    const story = after(received(), revision([more]));
    expect(caseOf(story).items[0]?.quantity).toEqual({ value: 6, unit: 'mo' });
    expect(caseOf(story).clocks.map((k) => k.clockId)).toEqual(['clock-1']);
  });

  test('adds a line and cancels a line', () => {
    const story = after(
      received(aRequest({ items: [oxygenItem(), second] })),
      revision([oxygenItem({ cancelled: true }), oxygenItem({ sequence: 3 })]),
    );
    expect(statuses(story)).toEqual(['cancelled', 'pended', 'pended']);
  });

  test('that repeats a decided line leaves its decision', () => {
    const story = after(approved, revision([oxygenItem()]));
    expect(statuses(story)).toEqual(['approved']);
    expect(caseOf(story).items[0]?.earlierDeterminations).toEqual([]);
  });

  test('that changes an approved line opens it again, with new clocks, and keeps the earlier decision', () => {
    const story = after(approved, revision([more]));
    expect(statuses(story)).toEqual(['pended']);
    expect(caseOf(story).items[0]?.earlierDeterminations).toMatchObject([{ outcome: 'approved' }]);
    expect(caseOf(story).clocks.map((k) => k.clockId)).toEqual(['clock-2']);
    expect(caseOf(story).supersededClocks.map((k) => k.clockId)).toEqual(['clock-1']);
  });

  test('cannot change a denied line, not even by way of cancelling it first', () => {
    const two = after(received(aRequest({ items: [oxygenItem(), second] })), determine());
    expect(when(two, revision([more]))).toMatchObject({ code: 'itemAlreadyDetermined', facts: { item: 1 } });
    const cancelled = after(two, revision([oxygenItem({ cancelled: true })]));
    expect(when(cancelled, revision([more]))).toMatchObject({ code: 'itemAlreadyDetermined' });
    expect(statuses(after(cancelled, revision([oxygenItem()])))).toEqual(['denied', 'pended']);
  });

  test('gives no two lines the same number', () => {
    const items = [oxygenItem({ sequence: 3 }), oxygenItem({ sequence: 3 })];
    expect(when(received(), revision(items))).toMatchObject({ code: 'itemRepeated', facts: { item: 3 } });
    expect(when(received(), revision([]))).toMatchObject({ code: 'itemsMissing' });
  });

  test('is approved by the rules only when that grants all that is now asked', () => {
    const outcome = { kind: 'approve', quantity: granted().quantity!, period: granted().period, criteria } as const;
    const automatic = [{ itemSequence: 1, outcome, authorizationNumber: 'PA-2' }];
    expect(statuses(after(received(), revision([more], { automatic })))).toEqual(['pended']);
    expect(statuses(after(received(), revision([oxygenItem()], { automatic })))).toEqual(['approved']);
  });

  test('that cancels every line takes the request back', () => {
    const story = after(received(), revision([oxygenItem({ cancelled: true })]));
    expect(caseStatus(caseOf(story))).toBe('withdrawn');
  });

  test('does not take back what was decided', () => {
    const events = happened(when(approved, revision([oxygenItem({ cancelled: true })])));
    expect(events.map((e) => e.type)).toEqual(['RequestRevised']);
  });

  test('comes from the sender alone, while the case is not closed', () => {
    expect(when(received(), { ...revision([more]), actor: nurse })).toMatchObject({ code: 'personRequired' });
    expect(when(after(received(), voided), revision([more]))).toMatchObject({ code: 'notAllowedInStatus' });
    expect(statuses(after(received(), claimedBy(), asked(), revision([more])))).toEqual(['pended']);
  });
});

test('a line that is decided a second time gets a second letter', () => {
  const first = after(approved, letters('approval'));
  expect(itemsWithoutNotice(caseOf(first))).toEqual([]);
  const again = after(first, revision([more]), determine());
  expect(itemsWithoutNotice(caseOf(again))).toEqual([1]);
  expect(itemsWithoutNotice(caseOf(after(again, letters('adverseDetermination'))))).toEqual([]);
});

describe('two lines ask for the same', () => {
  const period = { start: calendarDate('2026-12-01'), end: calendarDate('2027-02-28') };

  test('whatever the order of their parts, and whoever gives it', () => {
    const stored = oxygenItem({ quantity: { unit: 'mo', value: 3 }, period: { end: period.end, start: period.start } });
    expect(asksTheSame(oxygenItem(), stored)).toBe(true);
    expect(asksTheSame(oxygenItem(), oxygenItem({ servicingProvider: { name: 'Another' }, modifiers: [] }))).toBe(true);
  });

  test.each<readonly [string, Partial<RequestedItem>]>([
    ['code', { service: { ...oxygenItem().service, code: 'E1391' } }],
    ['modifiers', { modifiers: ['RR'] }],
    ['units', { quantity: { value: 4, unit: 'mo' } }],
    ['kind of unit', { quantity: { value: 3, unit: 'd' } }],
    ['first day', { period: { ...period, start: calendarDate('2026-12-02') } }],
    ['last day', { period: { ...period, end: calendarDate('2027-03-01') } }],
    ['level of care', { levelOfCare: '3.5' }],
  ])('but not with another %s', (_name, change) => {
    expect(asksTheSame(oxygenItem(), oxygenItem(change))).toBe(false);
  });
});

test('an approval of a changed line that is denied later leaves the earlier approval on record', () => {
  const story = after(approved, revision([more]), determine([denial()]));
  const [item] = caseOf(story).items;
  expect(item?.determination?.outcome).toBe('denied');
  expect(item?.earlierDeterminations.map((d) => d.outcome)).toEqual(['approved']);
});
