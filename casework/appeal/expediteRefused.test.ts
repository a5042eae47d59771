import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import { memberRationale, rationale } from '@openum/testkit/case/acts.ts';
import { appealsDesk } from '@openum/testkit/case/appeal.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, rosalind, scope } from '@openum/testkit/case/plan.ts';
import { describe, expect, test } from 'vitest';
import type { Act } from '../case/act.ts';
import { receiptOf } from '../clock/receipts.ts';
import { issueNotices } from '../notice/issue.ts';

let plan: Plan;
let caseId: string;

const state = () => plan.state(caseId);
const act = async (what: Act) => {
  const done = await plan.act(appealsDesk, caseId, what);
  if (done.kind !== 'done') throw new Error(`given: ${what.type}: ${JSON.stringify(done)}`);
};
const appeal = async () => {
  const [a] = (await state()).appeals;
  if (!a) throw new Error('given: there is an appeal');
  return a;
};
const noticeReceipt = async () => {
  const c = await state();
  const started = c.appeals[0]?.clocks.find((k) => k.startEvent === 'expediteDeclined');
  return started && receiptOf(c, started, plan.casework.knowledge, plan.environment.now());
};
const refusals = async () => (await state()).notices.filter((n) => n.kind === 'appealExpediteRefused');

/** An appeal for which the member asked a fast decision. */
const fastAppeal = async (lineOfBusiness: LineOfBusiness, levelId: string, party: 'member' | 'provider' = 'member') => {
  plan = await aPlan();
  await plan.store.register.saveMembers(scope, [{ ...rosalind, coverage: { ...rosalind.coverage, lineOfBusiness } }]);
  caseId = (await plan.receive(oxygenArrival({ facts: noSaturation }))).caseId;
  const criteriaCited = { name: 'Home oxygen policy', version: '2026-01', citation: 'Medical policy 12' };
  const denial = { outcome: 'denied', itemSequence: 1, reasonClass: 'medicalNecessity', reasonCodes: ['0F'] } as const;
  await plan.decide(caseId, [{ ...denial, rationale, memberRationale, criteriaCited }]);
  await issueNotices(plan.casework, scope, caseId);
  await act({
    type: 'FileAppeal',
    levelId,
    filedBy: { party, name: 'Rosalind Akerman' },
    itemSequences: [1],
    timing: 'preService',
    receivedAt: plan.environment.now(),
    channel: 'phone',
    statement: 'My oxygen falls when I walk to the mailbox.',
    expedited: { by: 'member', reason: 'She is afraid.' },
  });
  await issueNotices(plan.casework, scope, caseId);
};
const refuse = async () =>
  act({ type: 'RefuseExpeditedAppeal', appealId: (await appeal()).appealId, reason: 'No change is on record.' });

describe('an appeal that is not expedited', () => {
  test.each([
    ['medicaidManagedCare', 'MCD-APPEAL', 'MCD-EXP-DECLINED', '2026-11-26T05:59:59.999Z'],
    ['chip', 'CHIP-REVIEW', 'MCD-EXP-DECLINED', '2026-11-26T05:59:59.999Z'],
    ['medicareAdvantage', 'MA-RECONSIDERATION', 'MA-APPEAL-EXP-DECLINED', '2026-11-27T05:59:59.999Z'],
  ] as const)('%s: owes a letter by a clock of its own, which the letter stops', async (line, level, ruleId, dueAt) => {
    await fastAppeal(line, level);
    await refuse();
    expect(await noticeReceipt()).toMatchObject({ ruleId, dueAt, state: 'running' });
    await issueNotices(plan.casework, scope, caseId);
    expect(await noticeReceipt()).toMatchObject({ state: 'met', metAt: plan.environment.now() });
  });

  test('is decided by the standard day, which the letter names', async () => {
    await fastAppeal('medicaidManagedCare', 'MCD-APPEAL');
    await refuse();
    await issueNotices(plan.casework, scope, caseId);
    const kept = await plan.store.cases.notice(scope, caseId, (await refusals())[0]?.noticeId ?? '');
    expect(kept?.html).toContain('We will decide by December 23, 2026');
  });

  test('gets a second letter on a second refusal', async () => {
    await fastAppeal('medicaidManagedCare', 'MCD-APPEAL');
    await refuse();
    await issueNotices(plan.casework, scope, caseId);
    const { appealId } = await appeal();
    const asked = { by: 'member', reason: 'It is worse.', askedAt: plan.environment.now() } as const;
    await act({ type: 'AskExpeditedAppeal', appealId, ...asked });
    plan.environment.pass({ hours: 1 });
    await refuse();
    expect(await noticeReceipt()).toMatchObject({ state: 'running' });
    await issueNotices(plan.casework, scope, caseId);
    expect(await refusals()).toHaveLength(2);
  });

  test('owes the letter also while a consent is missing and no decision clock runs', async () => {
    await fastAppeal('medicaidManagedCare', 'MCD-APPEAL', 'provider');
    await refuse();
    expect((await appeal()).clocks.map((k) => k.ruleId)).toEqual(['MCD-EXP-DECLINED']);
  });

  test('has no such clock where no rule sets one', async () => {
    await fastAppeal('selfFundedErisa', 'COMMERCIAL-APPEAL');
    await refuse();
    expect(await noticeReceipt()).toBeUndefined();
    await issueNotices(plan.casework, scope, caseId);
    expect(await refusals()).toHaveLength(1);
  });
});
