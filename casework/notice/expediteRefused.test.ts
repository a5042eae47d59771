import type { AuthorizationRequest, LineOfBusiness } from '@openum/domain/case/request.ts';
import { coordinator } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, rosalind, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { noteMissed } from '../clock/lapse.ts';
import { receiptOf } from '../clock/receipts.ts';
import { issueNotices } from './issue.ts';

let plan: Plan;
beforeEach(async () => {
  plan = await aPlan();
});

const urgentRequest = async (by: NonNullable<AuthorizationRequest['urgencyRequestedBy']>, line?: LineOfBusiness) => {
  if (line)
    await plan.store.register.saveMembers(scope, [
      { ...rosalind, coverage: { ...rosalind.coverage, lineOfBusiness: line } },
    ]);
  const arrival = oxygenArrival({ facts: noSaturation });
  return plan.receive({
    ...arrival,
    request: { ...arrival.request, urgency: 'expedited', urgencyBasis: 'She is afraid.', urgencyRequestedBy: by },
  });
};
const refuse = (caseId: string, told?: { readonly to: string; readonly at: string }) =>
  plan.act(coordinator, caseId, {
    type: 'SetUrgency',
    urgency: 'standard',
    basis: 'No change in her health is on record.',
    attested: true,
    ...(told ? { told } : {}),
  });

const noticeClock = (k: { readonly ruleId: string }) => k.ruleId === 'MA-EXP-DECLINED-WRITTEN';
const receipt = async (caseId: string) => {
  const c = await plan.state(caseId);
  const started = c.clocks.find(noticeClock);
  return started && receiptOf(c, started, plan.casework.knowledge, plan.environment.now());
};

describe('the clock of the letter', () => {
  test('runs three days from the refusal and is stopped by the letter alone', async () => {
    const { caseId } = await urgentRequest('member', 'medicareAdvantage');
    await refuse(caseId);
    expect(await receipt(caseId)).toMatchObject({ state: 'running', dueAt: '2026-11-27T05:59:59.999Z' });
    plan.environment.pass({ hours: 1 });
    await issueNotices(plan.casework, scope, caseId);
    expect(await receipt(caseId)).toMatchObject({ state: 'met', metAt: plan.environment.now() });
  });

  test('counts from the call, where one is on record', async () => {
    const { caseId } = await urgentRequest('member', 'medicareAdvantage');
    const at = plan.environment.now();
    plan.environment.pass({ hours: 30 });
    expect((await refuse(caseId, { to: 'Rosalind Akerman', at })).kind).toBe('done');
    expect(await receipt(caseId)).toMatchObject({ startedAt: at });
    expect((await plan.state(caseId)).expediteRefusals).toMatchObject([{ told: { to: 'Rosalind Akerman', at } }]);
  });

  test('is missed, and denies nothing, when no letter goes', async () => {
    const { caseId } = await urgentRequest('member', 'medicareAdvantage');
    await refuse(caseId);
    plan.environment.pass({ hours: 24 * 5 });
    const { clocks, items } = await plan.state(caseId);
    const clockId = clocks.find(noticeClock)?.clockId ?? '';
    expect(await noteMissed(plan.casework, scope, { caseId, clockId, dueAt: plan.environment.now() })).toBe(true);
    expect((await plan.state(caseId)).items).toEqual(items);
  });

  test('gives way when the request is expedited after all', async () => {
    const { caseId } = await urgentRequest('member', 'medicareAdvantage');
    await refuse(caseId);
    const expedited = { urgency: 'expedited', basis: 'Her physician called.', attested: true } as const;
    await plan.act(coordinator, caseId, { type: 'SetUrgency', ...expedited });
    expect(await receipt(caseId)).toBeUndefined();
  });

  test('is not started where no rule sets a time', async () => {
    const { caseId } = await urgentRequest('member', 'medicaidManagedCare');
    await refuse(caseId);
    expect(await receipt(caseId)).toBeUndefined();
  });
});

describe('a request to expedite that is refused', () => {
  test('goes on as a standard one, its clock counted from receipt, and the member of Medicare Advantage is told', async () => {
    const { caseId } = await urgentRequest('member', 'medicareAdvantage');
    plan.environment.pass({ hours: 20 });
    expect((await refuse(caseId)).kind).toBe('done');
    const before = await plan.state(caseId);
    expect(before.clocks.filter((k) => !noticeClock(k)).every((k) => k.startedAt === before.receivedAt)).toBe(true);
    expect(before.expediteRefusals).toMatchObject([{ citation: expect.stringContaining('422.570(d)') }]);

    expect(await issueNotices(plan.casework, scope, caseId)).toBe(1);
    const { notices } = await plan.state(caseId);
    expect(notices).toMatchObject([{ kind: 'expediteRefused', audience: 'member' }]);
    const letter = await plan.store.cases.notice(scope, caseId, notices[0]?.noticeId ?? '');
    expect(letter?.html).toContain('No change in her health is on record.');
    expect(letter?.html).toContain('send the request again');
    expect(await issueNotices(plan.casework, scope, caseId)).toBe(0);
  });

  test('is not told twice, nor once the case is expedited after all', async () => {
    const { caseId } = await urgentRequest('member', 'medicareAdvantage');
    await refuse(caseId);
    await plan.act(coordinator, caseId, {
      type: 'SetUrgency',
      urgency: 'expedited',
      basis: 'Her physician called.',
      attested: true,
    });
    expect(await issueNotices(plan.casework, scope, caseId)).toBe(0);
  });

  test('cannot be one of a physician', async () => {
    const { caseId } = await urgentRequest('physician', 'medicareAdvantage');
    expect(await refuse(caseId)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'physicianRequestMustBeExpedited' },
    });
  });

  test('brings no letter where no rule asks for one', async () => {
    const { caseId } = await urgentRequest('member', 'selfFundedErisa');
    await refuse(caseId);
    expect((await plan.state(caseId)).expediteRefusals).toEqual([]);
    expect(await issueNotices(plan.casework, scope, caseId)).toBe(0);
  });
});
