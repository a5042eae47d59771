import type { LineOfBusiness, ReviewType, Urgency } from '@openum/domain/case/request.ts';
import { caseStatus } from '@openum/domain/case/status.ts';
import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import { calendarDate, zoneId } from '@openum/domain/time/instant.ts';
import { licence, nurse, physicianWith } from '@openum/testkit/case/actors.ts';
import { scope } from '@openum/testkit/case/plan.ts';
import { proofProblems } from '@openum/testkit/case/proof.ts';
import { aScenario, refusalOf, type Scenario } from '@openum/testkit/case/scenario.ts';
import { describe, expect, test } from 'vitest';
import { sweepMissed } from '../clock/missed.ts';

/** What each rule makes of a deadline that nobody kept. None of it denies. */
const reviewer = { ...physicianWith({ licences: [licence({ state: 'IL' })] }), userId: 'illinois' };

type Late = {
  readonly lineOfBusiness: LineOfBusiness;
  readonly state: string;
  readonly urgency?: Urgency;
  readonly reviewType?: ReviewType;
  /** A moment after the end of the clock under test, and before that of any other. */
  readonly until: string;
};

/** A request that came on Monday, 30 November 2026 at ten, and lay until after its time. */
const lateCase = async ({ lineOfBusiness, state, urgency = 'standard', reviewType = 'prospective', until }: Late) => {
  const s = await aScenario({ lineOfBusiness, state, zone: zoneId('America/New_York'), people: [reviewer] });
  s.goTo('2026-11-30T10:00');
  const caseId = await s.arrives({
    reviewType,
    urgency,
    ...(urgency === 'expedited' ? { urgencyRequestedBy: 'physician' as const } : {}),
    setting: 'outpatient',
    items: [
      {
        sequence: 1,
        diagnoses: ['M17.11'],
        service: { system: 'http://www.ama-assn.org/go/cpt', code: '27447' },
        quantity: { value: 1, unit: 'unit' },
        period: { start: calendarDate('2027-01-11'), end: calendarDate('2027-01-11') },
      },
    ],
  });
  await s.act(nurse, caseId, {
    type: 'CompleteReview',
    outcome: 'refer',
    itemSequences: [1],
    summary: 'No exercise therapy is documented.',
  });
  s.goTo(until);
  return { s, caseId };
};

const sweep = async (s: Scenario): Promise<number> => {
  const failed: unknown[] = [];
  const noted = await sweepMissed(s.casework, s.store.clockList, new Set(), (_, e) => failed.push(e));
  expect(failed).toEqual([]);
  return noted;
};
const missed = async (s: Scenario, caseId: string) =>
  (await s.state(caseId)).missedDeadlines.map((m) => [m.ruleId, m.lapseEffect]);
const tasks = async (s: Scenario, caseId: string) =>
  (await s.store.cases.rows(scope, caseId))?.tasks.map((t) => [t.stepId, t.role]);
const letterKinds = async (s: Scenario, caseId: string) => (await s.state(caseId)).notices.map((n) => n.kind);
const denialLate = (s: Scenario, caseId: string) =>
  s.decideAs(reviewer, caseId, [
    {
      outcome: 'denied',
      itemSequence: 1,
      reasonClass: 'medicalNecessity',
      reasonCodes: ['0F'],
      rationale: 'Six weeks of exercise therapy before a replacement are not documented in the notes that were sent.',
      memberRationale: 'Treatments such as exercise therapy were not tried first, so a new knee is not yet needed.',
      criteriaCited: { name: 'Total joint replacement policy', version: '2026', citation: 'Medical policy 7.01.15' },
    },
  ]);

/** Nobody decided, and nobody will but a person. */
const stillOpen = async (s: Scenario, caseId: string) => {
  const state = await s.state(caseId);
  expect(state.items.every((i) => i.determination === undefined)).toBe(true);
  expect(caseStatus(state)).toBe('physicianReview');
  expect(await tasks(s, caseId)).toContainEqual(['lapse', 'umDirector']);
};

describe('a deadline that went by', () => {
  test('none: it is noted, goes to the director, and nothing follows by itself', async () => {
    const { s, caseId } = await lateCase({
      lineOfBusiness: 'chip',
      state: 'IN',
      urgency: 'expedited',
      until: '2026-12-03T10:01',
    });
    await sweep(s);
    expect(await missed(s, caseId)).toEqual([['CHIPFFS-PRE-EXP', 'none']]);
    await stillOpen(s, caseId);
    expect(await s.letters(caseId)).toBe(0);
  });

  test('adverse: the member gets a letter with the right to appeal, and the case is still to be decided', async () => {
    const { s, caseId } = await lateCase({
      lineOfBusiness: 'medicareAdvantage',
      state: 'OH',
      until: '2026-12-08T00:00',
    });
    await sweep(s);
    expect(await missed(s, caseId)).toEqual([['MA-PRE-STD-PA', 'adverse']]);
    await stillOpen(s, caseId);
    expect(await s.letters(caseId)).toBe(1);
    const [issued] = (await s.state(caseId)).notices;
    const kept = await s.store.cases.notice(scope, caseId, issued?.noticeId ?? '');
    const letter = JSON.parse(kept?.html ?? '{}') as NoticeDocument;
    expect([letter.kind, letter.audience, letter.appealDeadline]).toEqual(['lapse', 'member', '2027-02-11']);
  });

  test('exhausted: the member is told that they may go on outside the plan', async () => {
    const { s, caseId } = await lateCase({ lineOfBusiness: 'selfFundedErisa', state: 'OH', until: '2026-12-16T00:00' });
    await sweep(s);
    expect(await missed(s, caseId)).toEqual([['ERISA-PRE-STD', 'exhausted']]);
    await stillOpen(s, caseId);
    expect(await s.letters(caseId)).toBe(1);
    expect(await letterKinds(s, caseId)).toEqual(['lapse']);
  });

  test('approved: all that was asked for is authorized, both are told, and no denial can come after it', async () => {
    const { s, caseId } = await lateCase({
      lineOfBusiness: 'commercialInsured',
      state: 'IL',
      until: '2026-12-06T01:01',
    });
    expect(refusalOf(await denialLate(s, caseId))).toBe('notAllowedInStatus');
    expect((await s.state(caseId)).items[0]?.determination).toBeUndefined();
    await sweep(s);
    expect(await missed(s, caseId)).toEqual([['IL-PRE-STD', 'approved']]);
    const [item] = (await s.state(caseId)).items;
    expect(item?.determination).toMatchObject({
      outcome: 'approved',
      by: { kind: 'rule', rule: 'IL-PRE-STD' },
      authorized: { quantity: item?.quantity, period: item?.period },
    });
    expect(await s.letters(caseId)).toBe(2);
    expect(await letterKinds(s, caseId)).toEqual(['approval', 'approval']);
    expect(await proofProblems(s.casework, caseId)).toEqual([]);
  });

  test('pay continues: what is under way stays covered until somebody decides, and the director is told', async () => {
    const { s, caseId } = await lateCase({
      lineOfBusiness: 'commercialInsured',
      state: 'MA',
      reviewType: 'concurrent',
      until: '2026-12-02T00:00',
    });
    await sweep(s);
    expect(await missed(s, caseId)).toEqual([['MA-STATE-CONC', 'payContinues']]);
    await stillOpen(s, caseId);
  });
});
