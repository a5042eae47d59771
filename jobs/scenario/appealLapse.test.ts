import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import { calendarDate, zoneId } from '@openum/domain/time/instant.ts';
import { licence, nurse, physicianWith } from '@openum/testkit/case/actors.ts';
import { appealsDesk } from '@openum/testkit/case/appeal.ts';
import { proofProblems } from '@openum/testkit/case/proof.ts';
import { aScenario, type Scenario } from '@openum/testkit/case/scenario.ts';
import { describe, expect, test } from 'vitest';
import { sweepMissed } from '../clock/missed.ts';

/** What each rule makes of an appeal that the plan did not decide in time. None of it upholds a denial. */
const surgeon = {
  ...physicianWith({ licences: [licence({ state: 'NY' })], specialties: ['orthopedicSurgery'] }),
  userId: 'surgeon',
};

/** A knee replacement denied on 3 December 2026 and appealed by the member the day after. */
const appealed = async (lineOfBusiness: LineOfBusiness, levelId: string) => {
  const s = await aScenario({
    lineOfBusiness,
    state: 'NY',
    zone: zoneId('America/New_York'),
    people: [surgeon, appealsDesk],
  });
  s.goTo('2026-12-02T10:00');
  const caseId = await s.arrives({
    setting: 'outpatient',
    items: [
      {
        sequence: 1,
        diagnoses: ['M17.11'],
        service: { system: 'http://www.ama-assn.org/go/cpt', code: '27447' },
        quantity: { value: 1, unit: 'unit' },
        period: { start: calendarDate('2027-03-01'), end: calendarDate('2027-04-30') },
      },
    ],
  });
  await s.act(nurse, caseId, {
    type: 'CompleteReview',
    outcome: 'refer',
    itemSequences: [1],
    summary: 'No exercise therapy is documented.',
  });
  s.goTo('2026-12-03T10:00');
  const denied = await s.decideAs(surgeon, caseId, [
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
  if (denied.kind !== 'done') throw new Error(`given: a denial: ${JSON.stringify(denied)}`);
  await s.letters(caseId);
  s.goTo('2026-12-04T10:00');
  const filed = await s.act(appealsDesk, caseId, {
    type: 'FileAppeal',
    levelId,
    filedBy: { party: 'member', name: 'Rosalind Akerman' },
    itemSequences: [1],
    timing: 'preService',
    receivedAt: s.environment.now(),
    channel: 'phone',
    statement: 'I did the exercises for three months; ask my therapist.',
  });
  if (filed.kind !== 'done') throw new Error(`given: an appeal: ${JSON.stringify(filed)}`);
  await s.letters(caseId);
  return { s, caseId };
};

const sweep = async (s: Scenario, caseId: string): Promise<void> => {
  const failed: unknown[] = [];
  await sweepMissed(s.casework, s.store.clockList, new Set(), (_, e) => failed.push(e));
  expect(failed).toEqual([]);
  await s.letters(caseId);
};
const effects = async (s: Scenario, caseId: string) =>
  (await s.state(caseId)).missedDeadlines.map((m) => [m.ruleId, m.lapseEffect]);
const told = async (s: Scenario, caseId: string) => (await s.state(caseId)).notices.map((n) => n.kind);

describe('an appeal that was not decided in time', () => {
  test('forward: Medicare Advantage sends it on to the independent review entity by itself and tells the member', async () => {
    const { s, caseId } = await appealed('medicareAdvantage', 'MA-RECONSIDERATION');
    s.goTo('2027-01-05T00:00');
    await sweep(s, caseId);
    expect(await effects(s, caseId)).toEqual([['MA-APPEAL-STD', 'forward']]);
    const { appeals, items } = await s.state(caseId);
    expect(appeals.map((a) => [a.levelId, a.because])).toEqual([
      ['MA-RECONSIDERATION', 'requested'],
      ['MA-IRE', 'lapse'],
    ]);
    expect(items[0]?.determination?.outcome).toBe('denied');
    expect(await proofProblems(s.casework, caseId)).toEqual([]);
  });

  test('exhausted: a Medicaid member may go to the fair hearing at once, and is told so', async () => {
    const { s, caseId } = await appealed('medicaidManagedCare', 'MCD-APPEAL');
    s.goTo('2027-01-04T00:00');
    await sweep(s, caseId);
    expect(await effects(s, caseId)).toEqual([['MCD-APPEAL-STD', 'exhausted']]);
    expect(await told(s, caseId)).toContain('appealLapse');
  });

  test('reverses: in New York the denial itself is reversed, all that was asked for is authorized, and both are told', async () => {
    const { s, caseId } = await appealed('commercialInsured', 'COMMERCIAL-APPEAL');
    s.goTo('2027-02-03T00:00');
    await sweep(s, caseId);
    expect(await effects(s, caseId)).toContainEqual(['NY-APPEAL-STD', 'reverses']);
    const [item] = (await s.state(caseId)).items;
    expect(item?.determination).toMatchObject({
      outcome: 'approved',
      by: { kind: 'rule', rule: 'NY-APPEAL-STD' },
      authorized: { quantity: item?.quantity, period: item?.period },
    });
    expect(await told(s, caseId)).toContain('approval');
    expect(await proofProblems(s.casework, caseId)).toEqual([]);
  });
});
