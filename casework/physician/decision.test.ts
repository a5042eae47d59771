import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { nurse, physician } from '@openum/testkit/case/actors.ts';
import { memberRationale, rationale } from '@openum/testkit/case/acts.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { hcpcs } from '@openum/testkit/case/request.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import type { GivenDecision } from '../case/act.ts';
import { issueNotices } from '../notice/issue.ts';
import { seekPhysician } from './seek.ts';

let plan: Plan;
let caseId: string;

type Reduced = Extract<GivenDecision, { outcome: 'partiallyApproved' | 'modified' | 'denied' }>;
const against = (change: Partial<Reduced>): GivenDecision => ({
  outcome: 'denied',
  itemSequence: 1,
  reasonClass: 'medicalNecessity',
  reasonCodes: ['0F'],
  rationale,
  memberRationale,
  ...change,
});
const fewer = {
  service: { system: hcpcs, code: 'E1390' },
  quantity: { value: 1, unit: 'mo' },
  period: { start: '2026-12-01', end: '2026-12-31' },
};
const other = { ...fewer, service: { system: hcpcs, code: 'E0424' } };

beforeEach(async () => {
  plan = await aPlan();
  ({ caseId } = await plan.receive(oxygenArrival({ facts: noSaturation })));
  await plan.act(nurse, caseId, {
    type: 'CompleteReview',
    outcome: 'refer',
    summary: 'No saturation.',
    itemSequences: [1],
  });
  await seekPhysician(plan.casework, scope, caseId);
});

const letters = async () =>
  Promise.all(
    (await plan.state(caseId)).notices.map(async (n) => {
      const kept = await plan.store.cases.notice(scope, caseId, n.noticeId);
      return { ...n, document: JSON.parse(kept?.html ?? '{}') as NoticeDocument };
    }),
  );

describe('a physician who was given the case', () => {
  test.each<readonly [string, Partial<Reduced>]>([
    ['approves in part, fewer days of the same service', { outcome: 'partiallyApproved', authorized: fewer }],
    ['modifies to another service', { outcome: 'modified', authorized: other }],
    ['denies', {}],
  ])('%s, with the letters of an adverse decision to member and provider', async (_, change) => {
    const decided = await plan.decide(caseId, [against(change)]);
    expect(decided).toMatchObject({ kind: 'done' });
    await issueNotices(plan.casework, scope, caseId);
    const sent = await letters();
    expect(sent.map((l) => [l.audience, l.kind])).toEqual([
      ['member', 'adverseDetermination'],
      ['provider', 'adverseDetermination'],
    ]);
    expect(JSON.stringify(sent[0]?.document)).toContain('88 percent');
    const [item] = (await plan.state(caseId)).items;
    expect(item?.determination).toMatchObject({
      outcome: change.outcome ?? 'denied',
      by: { userId: physician.userId },
    });
  });

  test.each<readonly [string, Partial<Reduced>, string]>([
    [
      'a partial approval that grants all',
      {
        outcome: 'partiallyApproved',
        authorized: {
          ...fewer,
          quantity: { value: 3, unit: 'mo' },
          period: { start: '2026-12-01', end: '2027-02-28' },
        },
      },
      'notAReduction',
    ],
    ['a modification to the same service', { outcome: 'modified', authorized: fewer }, 'modificationOfNothing'],
    ['a denial that authorizes', { authorized: fewer }, 'authorizationNotAllowed'],
  ])('is stopped at %s', async (_, change, code) => {
    expect(await plan.decide(caseId, [against(change)])).toMatchObject({ kind: 'refused', refusal: { code } });
  });

  test('asks for information instead, and has the case again with the answer', async () => {
    const dueAt = addElapsed(plan.environment.now(), { hours: 48 });
    const items = [{ text: 'Saturation at rest on room air', itemSequence: 1 }];
    expect(await plan.act(physician, caseId, { type: 'RequestInformation', items, dueAt })).toMatchObject({
      kind: 'done',
    });
    const [ask] = (await plan.state(caseId)).informationRequests;
    await plan.act(nurse, caseId, {
      type: 'ReceiveInformation',
      requestId: ask?.requestId ?? '',
      summary: 'The clinic sent 92 percent.',
      facts: [],
    });
    expect((await plan.state(caseId)).assignee?.userId).toBe(physician.userId);
    expect(await plan.decide(caseId, [against({})])).toMatchObject({ kind: 'done' });
  });
});
