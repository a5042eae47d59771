import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import { aDeniedPlan, type DeniedPlan } from '@openum/testkit/case/deniedPlan.ts';
import { scope } from '@openum/testkit/case/plan.ts';
import { describe, expect, test } from 'vitest';
import { receiptOf } from '../clock/receipts.ts';

let desk: DeniedPlan;

const refuse = async () =>
  desk.act({
    type: 'RefuseExpeditedAppeal',
    appealId: (await desk.appeal()).appealId,
    reason: 'No change is on record.',
  });
const noticeReceipt = async () => {
  const c = await desk.state();
  const started = c.appeals[0]?.clocks.find((k) => k.startEvent === 'expediteDeclined');
  return started && receiptOf(c, started, desk.plan.casework.knowledge, desk.plan.environment.now());
};
const refusals = async () => (await desk.state()).notices.filter((n) => n.kind === 'appealExpediteRefused');

/** An appeal for which the member asked a fast decision. */
const fastAppeal = async (line: LineOfBusiness, levelId: string, party: 'member' | 'provider' = 'member') => {
  desk = await aDeniedPlan(line);
  const filedBy = { party, name: 'Rosalind Akerman' };
  await desk.file(levelId, { filedBy, expedited: { by: 'member', reason: 'She is afraid.' } });
  await desk.letters();
};

describe('an appeal that is not expedited', () => {
  test.each([
    ['medicaidManagedCare', 'MCD-APPEAL', 'MCD-EXP-DECLINED', '2026-11-26T05:59:59.999Z'],
    ['chip', 'CHIP-REVIEW', 'MCD-EXP-DECLINED', '2026-11-26T05:59:59.999Z'],
    ['medicareAdvantage', 'MA-RECONSIDERATION', 'MA-APPEAL-EXP-DECLINED', '2026-11-27T05:59:59.999Z'],
  ] as const)('%s: owes a letter by a clock of its own, which the letter stops', async (line, level, ruleId, dueAt) => {
    await fastAppeal(line, level);
    await refuse();
    expect(await noticeReceipt()).toMatchObject({ ruleId, dueAt, state: 'running' });
    await desk.letters();
    expect(await noticeReceipt()).toMatchObject({ state: 'met', metAt: desk.plan.environment.now() });
  });

  test('is decided by the standard day, which the letter names', async () => {
    await fastAppeal('medicaidManagedCare', 'MCD-APPEAL');
    await refuse();
    await desk.letters();
    const kept = await desk.plan.store.cases.notice(scope, desk.caseId, (await refusals())[0]?.noticeId ?? '');
    expect(kept?.html).toContain('We will decide by December 23, 2026');
  });

  test('gets a second letter on a second refusal', async () => {
    await fastAppeal('medicaidManagedCare', 'MCD-APPEAL');
    await refuse();
    await desk.letters();
    const { appealId } = await desk.appeal();
    const asked = { by: 'member', reason: 'It is worse.', askedAt: desk.plan.environment.now() } as const;
    await desk.act({ type: 'AskExpeditedAppeal', appealId, ...asked });
    desk.plan.environment.pass({ hours: 1 });
    await refuse();
    expect(await noticeReceipt()).toMatchObject({ state: 'running' });
    await desk.letters();
    expect(await refusals()).toHaveLength(2);
  });

  test('owes the letter also while a consent is missing and no decision clock runs', async () => {
    await fastAppeal('medicaidManagedCare', 'MCD-APPEAL', 'provider');
    await refuse();
    expect((await desk.appeal()).clocks.map((k) => k.ruleId)).toEqual(['MCD-EXP-DECLINED']);
  });

  test('has no such clock where no rule sets one', async () => {
    await fastAppeal('selfFundedErisa', 'COMMERCIAL-APPEAL');
    await refuse();
    expect(await noticeReceipt()).toBeUndefined();
    await desk.letters();
    expect(await refusals()).toHaveLength(1);
  });
});
