import { system } from '@openum/testkit/case/actors.ts';
import { aRequest, clock, criteria, granted, oxygenItem, receivedAt } from '@openum/testkit/case/request.ts';
import { after, caseOf, happened, nothing, receiveCommand, received, when } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import type { AutomaticOutcome } from '../determination/determination.ts';
import { addElapsed, calendarDate } from '../time/instant.ts';
import { decide } from './decide.ts';
import type { AuthorizationRequest } from './request.ts';
import { caseStatus, itemStatus } from './status.ts';

const { period, quantity } = granted();
const approve = (change: Partial<Extract<AutomaticOutcome, { kind: 'approve' }>> = {}): AutomaticOutcome => ({
  kind: 'approve',
  quantity: quantity!,
  period,
  criteria,
  ...change,
});

const receivedWith = (outcome: AutomaticOutcome, request: AuthorizationRequest = aRequest()) =>
  received(request, { automatic: [{ itemSequence: 1, outcome, authorizationNumber: 'PA-7' }] });

const firstItem = (story: ReturnType<typeof received>) => caseOf(story).items[0]!;

describe('a request that cannot be taken', () => {
  const refusedWith = (request: AuthorizationRequest) => when(nothing, receiveCommand(request));

  test('asks for nothing', () => {
    expect(refusedWith(aRequest({ items: [] }))).toMatchObject({ code: 'itemsMissing' });
  });

  test('lists only lines that are no longer asked for', () => {
    expect(refusedWith(aRequest({ items: [oxygenItem({ cancelled: true })] }))).toMatchObject({ code: 'itemsMissing' });
  });

  test('gives two lines the same number', () => {
    const items = [oxygenItem(), oxygenItem({ sequence: 2 }), oxygenItem({ sequence: 2 })];
    expect(refusedWith(aRequest({ items }))).toMatchObject({ code: 'itemRepeated', facts: { item: 2 } });
  });

  test('names no member', () => {
    const member = { ...aRequest().member, memberNumber: ' ' };
    expect(refusedWith(aRequest({ member }))).toMatchObject({
      code: 'fieldMissing',
      facts: { field: 'member.memberNumber' },
    });
  });

  test('was received in the future', () => {
    const at = addElapsed(receivedAt, { seconds: 1 });
    expect(refusedWith(aRequest({ receivedAt: at }))).toMatchObject({ code: 'receiptInFuture' });
  });

  test('is expedited and does not say who asked for that', () => {
    expect(refusedWith(aRequest({ urgency: 'expedited' }))).toMatchObject({
      code: 'fieldMissing',
      facts: { field: 'urgencyRequestedBy' },
    });
    expect(refusedWith(aRequest({ urgency: 'expedited', urgencyRequestedBy: 'member' }))).toHaveLength(3);
  });

  test('is received twice', () => {
    expect(when(received(), receiveCommand())).toMatchObject({ code: 'caseExists' });
  });
});

test('a command on a case that does not exist is refused', () => {
  const command = { type: 'AddNote', noteId: 'n', text: 'x', actor: system, now: receivedAt } as const;
  expect(decide(command, { kind: 'none' })).toMatchObject({ code: 'caseNotFound' });
});

test('a request is received with its clocks and documents, and waits for a person', () => {
  const events = happened(when(nothing, receiveCommand()));
  expect(events.map((e) => e.type)).toEqual(['RequestReceived', 'ClocksStarted', 'DocumentAttached']);
  expect(events[1]).toEqual({ type: 'ClocksStarted', data: { because: 'received', clocks: [clock('clock-1')] } });
  expect(caseStatus(caseOf(received()))).toBe('received');
});

describe('an approval found by the rules', () => {
  test('of all that was asked is a determination with number, period and criteria', () => {
    expect(firstItem(receivedWith(approve())).determination).toEqual({
      outcome: 'approved',
      itemSequence: 1,
      decidedAt: receivedAt,
      criteria: [criteria],
      by: { kind: 'rule', rule: 'medicare-home-oxygen 2021-09-27' },
      authorized: granted({ authorizationNumber: 'PA-7' }),
    });
  });

  test('of more than was asked is one too', () => {
    const more = approve({
      quantity: { value: 4, unit: 'MN' },
      period: { start: calendarDate('2026-11-30'), end: calendarDate('2027-03-01') },
    });
    expect(itemStatus(firstItem(receivedWith(more)))).toBe('approved');
  });

  const { quantity: _, ...withoutQuantity } = approve() as Extract<AutomaticOutcome, { kind: 'approve' }>;
  const { end: __, ...oneDay } = period;
  test.each<readonly [string, AutomaticOutcome]>([
    ['fewer units', approve({ quantity: { value: 2, unit: 'mo' } })],
    ['units of another kind', approve({ quantity: { value: 90, unit: 'd' } })],
    ['no units where units were asked', withoutQuantity],
    ['no units at all', approve({ quantity: { value: 0, unit: 'mo' } })],
    ['an earlier end', approve({ period: { ...period, end: calendarDate('2027-02-27') } })],
    ['a later start', approve({ period: { ...period, start: calendarDate('2026-12-02') } })],
    ['a single day of a longer period', approve({ period: oneDay })],
  ])('that grants %s leaves the line to a person', (_name, outcome) => {
    const item = firstItem(receivedWith(outcome));
    expect(item.determination).toBeUndefined();
    expect(itemStatus(item)).toBe('pended');
  });

  test('for a line that the request does not have changes nothing', () => {
    const story = received(aRequest(), {
      automatic: [{ itemSequence: 9, outcome: approve(), authorizationNumber: 'PA-9' }],
    });
    expect(itemStatus(firstItem(story))).toBe('pended');
  });

  test('is told apart line by line', () => {
    const story = received(aRequest({ items: [oxygenItem(), oxygenItem({ sequence: 2 })] }), {
      automatic: [
        { itemSequence: 1, outcome: { kind: 'refer', reason: 'Information is missing.' }, authorizationNumber: 'PA-1' },
        { itemSequence: 2, outcome: approve(), authorizationNumber: 'PA-2' },
      ],
    });
    expect(caseOf(story).items.map(itemStatus)).toEqual(['pended', 'approved']);
    expect(caseStatus(caseOf(story))).toBe('received');
  });
});

test('a service that needs no authorization is answered so, and the case is done', () => {
  const story = receivedWith({ kind: 'notRequired', reason: 'This service needs no authorization under this plan.' });
  expect(firstItem(story).determination).toMatchObject({
    outcome: 'notRequired',
    by: { kind: 'rule', rule: 'serviceCatalogue' },
    reason: 'This service needs no authorization under this plan.',
  });
  expect(caseStatus(caseOf(story))).toBe('determined');
});

describe('a line that is no longer asked for', () => {
  const items = [oxygenItem(), oxygenItem({ sequence: 2, cancelled: true })];
  const story = received(aRequest({ items }), {
    automatic: [1, 2].map((itemSequence) => ({ itemSequence, outcome: approve(), authorizationNumber: 'PA-1' })),
  });

  test('is cancelled and never decided', () => {
    expect(caseOf(story).items.map(itemStatus)).toEqual(['approved', 'cancelled']);
  });

  test('does not hold the case open', () => {
    expect(caseStatus(caseOf(story))).toBe('determined');
  });
});

test('who, on whose behalf, when it happened and when it was written down stand on every event', () => {
  const command = { ...receiveCommand(), now: addElapsed(receivedAt, { hours: 2 }), onBehalfOf: 'Dr. Sato' };
  const { events } = after(nothing, { ...command, occurredAt: receivedAt });
  for (const e of events) {
    expect(e).toMatchObject({ onBehalfOf: 'Dr. Sato', occurredAt: receivedAt, recordedAt: command.now });
    expect(e.actor).toEqual(command.actor);
  }
});
