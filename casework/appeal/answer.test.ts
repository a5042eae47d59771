import { calendarDate } from '@openum/domain/time/instant.ts';
import { physician } from '@openum/testkit/case/actors.ts';
import { aDeniedPlan, type DeniedPlan } from '@openum/testkit/case/deniedPlan.ts';
import { scope } from '@openum/testkit/case/plan.ts';
import { describe, expect, test } from 'vitest';
import { expectedAnswer } from './answer.ts';
import { readAppeals } from './reading.ts';

let desk: DeniedPlan;

const days = (n: number) => desk.plan.environment.pass({ hours: 24 * n });
const lastReading = async () => (await readAppeals(desk.plan.casework, scope, desk.caseId, physician))?.appeals.at(-1);
const expected = async () => (await lastReading())?.expected;
const task = async () =>
  (await desk.plan.store.cases.rows(scope, desk.caseId))?.tasks.find((t) => t.stepId === 'appeal.withExternalBody');
const fast = { expedited: { by: 'member', reason: 'She is afraid.' } } as const;

const spent = { plan: 2, member: 20 };

/** Upheld by the plan, asked for outside, and the file sent. */
const outside = async (line: Parameters<typeof aDeniedPlan>[0], levels: readonly string[], more: object = {}) => {
  desk = await aDeniedPlan(line);
  const [first = '', second] = levels;
  await desk.file(first, more);
  days(spent.plan);
  await desk.resolve('upheld');
  days(spent.member);
  if (second) await desk.file(second, more);
  await desk.forward();
};

describe('the answer of reviewers outside is expected', () => {
  test('of the review entity of Medicare Advantage thirty days after the file, or three days when it is urgent', async () => {
    await outside('medicareAdvantage', ['MA-RECONSIDERATION']);
    expect(await expected()).toMatchObject({ ruleId: 'MA-IRE-DECIDE-STD', dueAt: '2027-01-15T05:59:59.999Z' });
    await outside('medicareAdvantage', ['MA-RECONSIDERATION'], fast);
    const { forwarded } = await desk.appeal();
    const { dueAt = '' } = (await expected()) ?? {};
    expect(Date.parse(dueAt) - Date.parse(forwarded?.at ?? '')).toBe(72 * 3_600_000);
  });

  test('of a fair hearing ninety days from the plan’s own appeal, without the days until the hearing was asked for', async () => {
    await outside('medicaidManagedCare', ['MCD-APPEAL', 'MCD-HEARING']);
    // Two days were used before; the twenty until the hearing was asked for do not count.
    expect(await expected()).toMatchObject({ ruleId: 'MCD-SFH-DECIDE', dueAt: '2027-03-14T05:59:59.999Z' });
  });

  test('of an independent review in forty-five days, in Texas in twenty', async () => {
    await outside('commercialInsured', ['COMMERCIAL-APPEAL', 'ACA-EXTERNAL']);
    expect(await expected()).toMatchObject({ ruleId: 'ACA-EXT-DECIDE' });
    const c = await desk.state();
    const coverage = { ...c.request.coverage, stateOfIssue: 'TX' };
    const inTexas = { ...c, request: { ...c.request, coverage } };
    const answer = expectedAnswer(inTexas, await desk.appeal(), desk.plan.casework.knowledge);
    expect(answer).toMatchObject({ ruleId: 'TX-IRO-STD', citation: 'Tex. Ins. Code 4202.003(2)' });
  });

  test('at no known time where no source says one', async () => {
    await outside('chip', ['CHIP-REVIEW', 'CHIP-STATE-REVIEW']);
    expect((await lastReading())?.status).toBe('withExternalBody');
    expect(await expected()).toBeUndefined();
    expect(await task()).not.toHaveProperty('dueAt');
  });

  test('and named in the letter that tells of the file, while who decides stands in the one that takes the wish in', async () => {
    await outside('medicaidManagedCare', ['MCD-APPEAL', 'MCD-HEARING']);
    const text = async (kind: string) => {
      const { appealId } = await desk.appeal();
      const notice = (await desk.state()).notices.find((n) => n.appealId === appealId && n.kind === kind);
      return (await desk.plan.store.cases.notice(scope, desk.caseId, notice?.noticeId ?? ''))?.html;
    };
    expect(await text('appealForwarded')).toContain('answer by March 13, 2027');
    expect(await text('appealAcknowledgement')).toContain('decide: State Medicaid agency, fair hearings.');
    expect(await text('appealAcknowledgement')).not.toContain('had no part in our first decision');
  });

  test('and no more once it came', async () => {
    await outside('medicareAdvantage', ['MA-RECONSIDERATION']);
    const { appealId } = await desk.appeal();
    const line = { itemSequence: 1, outcome: 'upheld', summary: 'The limit is not met.' } as const;
    const decidedOn = calendarDate('2026-12-10');
    await desk.act({ type: 'ReceiveExternalDecision', appealId, decidedBy: 'Entity', decidedOn, lines: [line] });
    expect(await expected()).toBeUndefined();
  });
});

describe('an answer that does not come', () => {
  test('is no missed deadline of the plan: a task stands at its day, and no clock runs', async () => {
    await outside('medicareAdvantage', ['MA-RECONSIDERATION']);
    expect(await task()).toMatchObject({ role: 'appealsCoordinator', dueAt: '2027-01-15T05:59:59.999Z' });
    days(60);
    const reading = await lastReading();
    expect(reading?.receipts.every((r) => r.metAt !== undefined)).toBe(true);
    expect((await desk.state()).missedDeadlines).toEqual([]);
  });

  test('is asked for, which sets the day to look again', async () => {
    await outside('medicareAdvantage', ['MA-RECONSIDERATION']);
    days(40);
    const { appealId } = await desk.appeal();
    const chase = {
      type: 'ChaseExternalAnswer',
      appealId,
      asked: 'The entity, by phone',
      answer: 'In a week.',
    } as const;
    await desk.act({ ...chase, askAgainAt: '2027-02-08T18:00:00Z' });
    expect(await task()).toMatchObject({ dueAt: '2027-02-08T18:00:00.000Z' });
    const late = { ...chase, askAgainAt: '2026-12-01T00:00:00Z' };
    await expect(desk.act(late)).rejects.toThrow('askAgainAt');
  });
});
