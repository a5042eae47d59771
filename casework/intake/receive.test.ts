import { caseStatus, itemStatus } from '@openum/domain/case/status.ts';
import { addElapsed, calendarDate } from '@openum/domain/time/instant.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, rosalind, scope } from '@openum/testkit/case/plan.ts';
import { aRequest, receivedAt } from '@openum/testkit/case/request.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Arrival } from './arrival.ts';
import { receiveRequest } from './receive.ts';

type Plan = Awaited<ReturnType<typeof aPlan>>;
let plan: Plan;
beforeEach(async () => {
  plan = await aPlan();
});

/** Letters that are due; the reading of documents is due beside them. */
const outbox = async () =>
  (await plan.store.outbox.take(addElapsed(receivedAt, { hours: 1 }), 10, 60)).filter((e) => e.topic === 'notices.due');
const caseIds = () => plan.store.cases.caseIds(scope, undefined, 10);

describe('home oxygen for a member whose saturation is low', () => {
  test('is approved at once, with number, units and period, and its letters are due', async () => {
    const { caseId, state } = await plan.receive(oxygenArrival());
    expect(caseStatus(state)).toBe('determined');
    expect(state.items[0]?.determination).toMatchObject({
      outcome: 'approved',
      by: { kind: 'rule', rule: expect.stringContaining('medicare-home-oxygen') },
      authorized: {
        authorizationNumber: expect.stringMatching(/^PA-/u),
        quantity: { value: 3, unit: 'mo' },
        period: { start: '2026-12-01', end: '2027-02-28' },
      },
      criteria: [{ citation: 'NCD 240.2' }],
    });
    expect(await outbox()).toMatchObject([{ tenantId: 'plan', topic: 'notices.due', caseId }]);
  });

  test('keeps the message as it came and every document, byte by byte', async () => {
    const { caseId, state } = await plan.receive(oxygenArrival());
    const [original, report] = state.documents;
    expect(original).toMatchObject({ documentId: 'message-bundle', origin: 'message:message-bundle', sizeBytes: 6 });
    expect(await plan.store.cases.message(scope, 'message-bundle')).toMatchObject({
      bytes: new TextEncoder().encode('bundle'),
    });
    expect(await plan.store.cases.document(scope, caseId, report?.documentId ?? '')).toMatchObject({
      bytes: new TextEncoder().encode('report'),
    });
  });

  test('runs on the clock of its contract: seven days for Medicare Advantage', async () => {
    const { caseId, state } = await plan.receive(oxygenArrival());
    expect(state.clocks.map((k) => k.ruleId)).toEqual(['MA-PRE-STD-PA']);
    expect(state.clocks[0]?.startedAt).toBe(receivedAt);
    const rows = await plan.store.cases.rows(scope, caseId);
    // Seven days after Monday: the end of the next Monday in Chicago.
    expect(rows?.clocks).toMatchObject([{ ruleId: 'MA-PRE-STD-PA', hard: true, dueAt: '2026-12-01T05:59:59.999Z' }]);
  });
});

test('an expedited request runs for 72 hours', async () => {
  const base = oxygenArrival({ facts: noSaturation });
  const request = { ...base.request, urgency: 'expedited', urgencyRequestedBy: 'physician' } as const;
  const { caseId } = await plan.receive({ ...base, request });
  const rows = await plan.store.cases.rows(scope, caseId);
  expect(rows?.case.nextDueAt).toBe(addElapsed(receivedAt, { hours: 72 }));
});

describe('a request that lacks the measurement', () => {
  test('waits for a person, unknown and not denied', async () => {
    const { state } = await plan.receive(oxygenArrival({ facts: noSaturation }));
    expect(state.items.map(itemStatus)).toEqual(['pended']);
    expect(state.evaluations).toMatchObject([
      { truth: 'unknown', referredBecause: expect.stringContaining('missing') },
    ]);
    expect(await outbox()).toEqual([]);
  });

  test('says in words what would change the answer', async () => {
    const { state } = await plan.receive(oxygenArrival({ facts: noSaturation }));
    const [evaluation] = state.evaluations;
    const leaves = evaluation?.leaves.filter((l) => evaluation.wouldChange.includes(l.path)) ?? [];
    expect(leaves.length).toBeGreaterThan(0);
    expect(leaves.map((l) => l.explanation).join('\n')).toContain('saturation');
    for (const leaf of leaves) expect(leaf.explanation).toMatch(/\w+ \w+/u);
  });
});

test('a service that no criteria are held for waits for a person', async () => {
  const base = oxygenArrival();
  const items = [{ ...base.request.items[0]!, service: { system: 'http://www.ama-assn.org/go/cpt', code: '27447' } }];
  const { state } = await plan.receive({ ...base, request: { ...base.request, items } });
  expect(state.items.map(itemStatus)).toEqual(['pended']);
  expect(state.evaluations).toEqual([]);
});

test('a service that needs no authorization is answered so, without a letter', async () => {
  const base = oxygenArrival();
  const items = [{ ...base.request.items[0]!, service: { system: 'http://www.ama-assn.org/go/cpt', code: '99213' } }];
  const { state } = await plan.receive({ ...base, request: { ...base.request, items } });
  expect(state.items.map(itemStatus)).toEqual(['notRequired']);
  expect(state.request.authorizationRequired).toBe(false);
  expect(await outbox()).toEqual([]);
});

test('care that is over is reviewed in retrospect, whatever the sender called it', async () => {
  const base = oxygenArrival();
  const period = { start: calendarDate('2026-10-01'), end: calendarDate('2026-10-31') };
  const { state } = await plan.receive({
    ...base,
    request: { ...base.request, items: [{ ...base.request.items[0]!, period }] },
  });
  expect(state.request.reviewType).toBe('retrospective');
});

describe('the same message again', () => {
  test('makes no second case and gets the first answer', async () => {
    const first = await plan.receive(oxygenArrival());
    plan.environment.pass({ hours: 1 });
    const again = await receiveRequest(plan.casework, oxygenArrival());
    expect(again).toEqual({ kind: 'repeated', answer: first.answer });
    expect(await caseIds()).toEqual([first.caseId]);
  });

  test('gets the first answer also when it could not be taken any more', async () => {
    const first = await plan.receive(oxygenArrival());
    await plan.store.register.saveMembers(scope, [{ ...rosalind, coverageThrough: calendarDate('2026-11-30') }]);
    expect(await receiveRequest(plan.casework, oxygenArrival())).toEqual({ kind: 'repeated', answer: first.answer });
  });

  test('with other content is a mistake of the sender, and nothing is stored', async () => {
    const first = await plan.receive(oxygenArrival());
    const other = oxygenArrival({}, 'another bundle');
    expect(await receiveRequest(plan.casework, other)).toEqual({ kind: 'identifierReused' });
    expect(await caseIds()).toEqual([first.caseId]);
  });
});

describe('a request that cannot be taken makes no case', () => {
  const base = oxygenArrival();
  const [item] = base.request.items;
  const withPeriod = (start: string, end?: string): Partial<Arrival> => ({
    request: {
      ...base.request,
      items: [{ ...item!, period: { start: calendarDate(start), ...(end ? { end: calendarDate(end) } : {}) } }],
    },
  });

  test.each<readonly [string, Partial<Arrival>, readonly string[]]>([
    ['the member is not known', { memberNumbers: ['X', 'Y'] }, ['memberNotFound']],
    ['the birth date is another', { memberBirthDate: calendarDate('1951-03-08') }, ['birthDateMismatch']],
    ['the member is not covered on the day', withPeriod('2023-12-31', '2024-01-31'), ['memberNotCovered']],
    ['the service ends before it starts', withPeriod('2026-12-02', '2026-12-01'), ['serviceDateInvalid']],
    ['nothing is asked for', { request: { ...base.request, items: [] } }, ['serviceMissing']],
    [
      'every line is cancelled',
      { request: { ...base.request, items: [{ ...item!, cancelled: true }] } },
      ['requestRefused'],
    ],
    ['nobody stands for the urgency', { request: { ...base.request, urgency: 'expedited' } }, ['requestRefused']],
  ])('when %s', async (_name, change, problems) => {
    const received = await receiveRequest(plan.casework, oxygenArrival(change));
    if (received.kind !== 'problems') throw new Error('it was taken');
    expect(received.problems.map((p) => p.what)).toEqual(problems);
    expect(await caseIds()).toEqual([]);
    expect(await plan.store.cases.message(scope, base.message.messageId)).toBeUndefined();
    expect(await outbox()).toEqual([]);
    const { member } = aRequest();
    for (const { text } of received.problems)
      for (const name of [member.family, member.given, member.birthDate]) expect(text).not.toContain(name);
  });

  test('but any number under which the member is known is good enough', async () => {
    const received = await plan.receive(oxygenArrival({ memberNumbers: ['X', 'PHP1000001'] }));
    expect(received.state.request.member.id).toBe('member-1');
  });
});

describe('an update of a request', () => {
  const reference = { system: 'urn:clinic', value: 'REQ-1' };
  const first = (): Arrival => {
    const base = oxygenArrival({ facts: noSaturation });
    return { ...base, request: { ...base.request, senderReference: reference } };
  };
  const update = (change: Partial<Arrival> = {}): Arrival => {
    const base = oxygenArrival(change, 'update');
    const identifier = { system: 'urn:clinic', value: 'B-2' };
    return {
      ...base,
      changes: reference.value,
      message: { ...base.message, identifier },
      request: { ...base.request, senderReference: { value: 'REQ-2' } },
    };
  };

  test('goes into its case, with the criteria read again', async () => {
    const { caseId } = await plan.receive(first());
    const updated = await plan.receive(update());
    expect(updated.caseId).toBe(caseId);
    expect(updated.state.items.map(itemStatus)).toEqual(['approved']);
    expect(await outbox()).toMatchObject([{ topic: 'notices.due', caseId }]);
  });

  test('sent twice changes the case once', async () => {
    const { caseId } = await plan.receive(first());
    const updated = await plan.receive(update());
    const again = await receiveRequest(plan.casework, update());
    expect(again).toEqual({ kind: 'repeated', answer: updated.answer });
    expect((await plan.state(caseId)).version).toBe(updated.state.version);
  });

  test('of a request that this plan never saw stands as a new request', async () => {
    const { state } = await plan.receive(update());
    expect(state.version).toBeGreaterThan(0);
    expect(await caseIds()).toHaveLength(1);
  });
});
