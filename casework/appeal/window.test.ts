import { physician } from '@openum/testkit/case/actors.ts';
import { aDeniedPlan, type DeniedPlan } from '@openum/testkit/case/deniedPlan.ts';
import { scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { readAppeals } from './reading.ts';

let desk: DeniedPlan;

const readings = async () => (await readAppeals(desk.plan.casework, scope, desk.caseId, physician))?.appeals ?? [];
const next = async () => (await readings())[0]?.next.map((n) => [n.level.id, n.window.deadline, n.filedAs]);
const aidTask = async () =>
  (await desk.plan.store.cases.rows(scope, desk.caseId))?.tasks.find((t) => t.stepId === 'appeal.aidEnds');

describe('the window of the next step', () => {
  test('opens with the letter that upholds, counted from it', async () => {
    desk = await aDeniedPlan('medicaidManagedCare');
    await desk.file('MCD-APPEAL');
    expect(await next()).toEqual([]);
    await desk.resolve('upheld');
    expect(await next()).toEqual([['MCD-HEARING', '2027-03-24T04:59:59.999Z', undefined]]);
  });

  test('names the appeal that was filed in it', async () => {
    desk = await aDeniedPlan('medicaidManagedCare');
    await desk.file('MCD-APPEAL');
    await desk.resolve('upheld');
    await desk.file('MCD-HEARING');
    expect(await next()).toEqual([['MCD-HEARING', '2027-03-24T04:59:59.999Z', (await desk.appeal()).number]]);
  });

  test('closes by itself, and neither denies nor misses anything', async () => {
    desk = await aDeniedPlan('medicaidManagedCare');
    await desk.file('MCD-APPEAL');
    await desk.resolve('upheld');
    const before = await desk.state();
    desk.plan.environment.pass({ hours: 24 * 200 });
    expect(await next()).toHaveLength(1);
    expect(await desk.state()).toEqual(before);
  });

  test('is none where the next step opens by itself', async () => {
    desk = await aDeniedPlan('medicareAdvantage');
    await desk.file('MA-RECONSIDERATION');
    await desk.resolve('upheld');
    expect(await next()).toEqual([]);
  });
});

describe('what can be filed', () => {
  const external = async () =>
    (await readAppeals(desk.plan.casework, scope, desk.caseId, physician))?.filing.find(
      (f) => f.level.id === 'ACA-EXTERNAL',
    );

  test('is external review beside the plan’s own appeal, for an urgent case alone, and without a window of the denial', async () => {
    desk = await aDeniedPlan('commercialInsured');
    expect(await external()).toMatchObject({ closed: { code: 'appealTooEarly' }, itemSequences: [] });
    await desk.file('COMMERCIAL-APPEAL', { expedited: { by: 'member', reason: 'She is afraid.' } });
    expect(await external()).toMatchObject({ onlyUrgent: true, itemSequences: [1] });
    expect(await external()).not.toHaveProperty('closed');
    expect(await external()).not.toHaveProperty('window');
  });
});

describe('care that goes on for an appeal', () => {
  const goesOn = async (start = '2026-11-23') =>
    desk.act({
      type: 'DecideAidContinuing',
      appealId: (await desk.appeal()).appealId,
      granted: true,
      askedBy: 'member',
      askedAt: desk.plan.environment.now(),
      previouslyAuthorized: true,
      period: { start },
      reason: 'Asked on the day of the letter.',
    });

  beforeEach(async () => {
    desk = await aDeniedPlan('medicaidManagedCare');
    await desk.file('MCD-APPEAL');
    await goesOn();
  });

  test('is told to the member, and the letter that upholds says until when and how to keep it', async () => {
    await desk.letters();
    const text = async (kind: string) => {
      const notice = (await desk.state()).notices.find((n) => n.kind === kind && n.audience === 'member');
      return (await desk.plan.store.cases.notice(scope, desk.caseId, notice?.noticeId ?? ''))?.html;
    };
    expect(await text('appealAidContinuing')).toContain('Yes. Your care goes on');
    expect(await text('appealAidContinuing')).toContain('November 23, 2026');
    expect(await text('appealAidContinuing')).toContain('you may have to pay');
    await desk.resolve('upheld');
    expect(await text('appealResolution')).toContain('Your care goes on until December 3, 2026');
  });

  test('is no task while the appeal runs', async () => {
    expect(await aidTask()).toBeUndefined();
  });

  test('may end ten days after the letter that upholds, where no hearing was asked for', async () => {
    await desk.resolve('upheld');
    expect(await aidTask()).toMatchObject({ role: 'appealsCoordinator', dueAt: '2026-12-04T05:59:59.999Z' });
    expect((await readings())[0]?.aidEndsAt).toBe('2026-12-04T05:59:59.999Z');
    await desk.act({
      type: 'EndAidContinuing',
      appealId: (await desk.appeal()).appealId,
      endedOn: '2026-12-04',
      reason: 'No hearing was asked for.',
    });
    expect(await aidTask()).toBeUndefined();
  });

  test('does not end before the days that are authorized anyway', async () => {
    desk = await aDeniedPlan('medicaidManagedCare');
    await desk.file('MCD-APPEAL');
    await goesOn('2026-12-20');
    await desk.resolve('upheld');
    expect(await aidTask()).toMatchObject({ dueAt: '2026-12-20T05:59:59.999Z' });
  });

  test('goes on through a hearing, and may end when that goes against the member', async () => {
    await desk.resolve('upheld');
    await desk.file('MCD-HEARING');
    expect(await aidTask()).toBeUndefined();
    await desk.forward();
    const { appealId } = await desk.appeal();
    const line = { itemSequence: 1, outcome: 'upheld', summary: 'The limit is not met.' } as const;
    const decidedOn = '2026-11-23';
    await desk.act({ type: 'ReceiveExternalDecision', appealId, decidedBy: 'State', decidedOn, lines: [line] });
    expect(await aidTask()).toMatchObject({ dueAt: desk.plan.environment.now() });
  });

  test('may end at once when the appeal is taken back', async () => {
    const { appealId } = await desk.appeal();
    await desk.act({ type: 'WithdrawAppeal', appealId, requestedBy: 'Rosalind Akerman', reason: 'No longer wanted.' });
    expect(await aidTask()).toMatchObject({ dueAt: desk.plan.environment.now() });
  });
});
