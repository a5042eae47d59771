import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import { calendarDate, zoneId } from '@openum/domain/time/instant.ts';
import { licence, nurse, physicianWith } from '@openum/testkit/case/actors.ts';
import { scope } from '@openum/testkit/case/plan.ts';
import { proofProblems } from '@openum/testkit/case/proof.ts';
import { aScenario, type Scenario } from '@openum/testkit/case/scenario.ts';
import { beforeAll, describe, expect, test } from 'vitest';

/** A drug given into the vein at home under an insured plan in Texas: whoever stops it says so thirty days before. */
const rheumatologist = {
  ...physicianWith({ licences: [licence({ state: 'TX' })], specialties: ['rheumatology'], npi: '1770000064' }),
  userId: 'rheumatologist',
};
const service = { system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', code: 'J1745' };
const yearOf = { start: calendarDate('2026-12-07'), end: calendarDate('2027-06-04') };

let s: Scenario;
let caseId: string;
const stopAfter = async (lastDay: string) => {
  for (const { documentId } of (await s.state(caseId)).documents)
    await s.store.readLog.record(scope, {
      readId: s.environment.newId(),
      caseId,
      userId: rheumatologist.userId,
      purpose: 'utilizationReview',
      what: 'document',
      resourceId: documentId,
      at: s.environment.now(),
    });
  return s.act(rheumatologist, caseId, {
    type: 'ReduceAuthorization',
    attestation: { noConflictOfInterest: true, reviewedRecord: true },
    decision: {
      outcome: 'partiallyApproved',
      itemSequence: 1,
      reasonClass: 'medicalNecessity',
      reasonCodes: ['0F'],
      rationale:
        'Joint counts of January and February are unchanged after four infusions; the label asks for a response by week 14 to go on.',
      memberRationale:
        'Your joints did not get better after four treatments. The rules for this drug ask to see a change by week 14 to go on with it.',
      criteriaCited: {
        name: 'Infliximab for rheumatoid arthritis',
        version: '2026',
        citation: 'Medical policy 5.01.05',
      },
      authorized: { service, quantity: { value: 4, unit: 'unit' }, period: { start: yearOf.start, end: lastDay } },
    },
  });
};

beforeAll(async () => {
  s = await aScenario({
    lineOfBusiness: 'commercialInsured',
    state: 'TX',
    zone: zoneId('America/Chicago'),
    people: [rheumatologist],
  });
  s.goTo('2026-12-03T09:00');
  caseId = await s.arrives({
    setting: 'home',
    urgency: 'expedited',
    urgencyRequestedBy: 'physician',
    items: [{ sequence: 1, diagnoses: ['M06.9'], service, quantity: { value: 8, unit: 'unit' }, period: yearOf }],
  });
  await s.act(nurse, caseId, {
    type: 'CompleteReview',
    outcome: 'approve',
    summary: 'Failed methotrexate and one other drug; dose within the label.',
    items: [{ itemSequence: 1, authorized: { service, quantity: { value: 8, unit: 'unit' }, period: yearOf } }],
  });
  await s.letters(caseId);
});

describe('a home infusion that is stopped before its authorization ends, in Texas', () => {
  test('cannot be stopped on short notice: the refusal names the earliest day and the law', async () => {
    s.goTo('2027-03-15T10:00');
    const refused = await stopAfter('2027-04-01');
    expect(refused).toMatchObject({
      refusal: {
        code: 'advanceNoticeShort',
        facts: { earliest: '2027-04-14', citation: 'Tex. Ins. Code 4201.304(b)' },
      },
    });
  });

  test('is stopped by a physician of the field thirty days on, and the letter goes at once', async () => {
    const done = await stopAfter('2027-04-14');
    expect(done.kind).toBe('done');
    expect(await s.letters(caseId)).toBe(2);
    const [item] = (await s.state(caseId)).items;
    expect(item?.determination).toMatchObject({
      outcome: 'partiallyApproved',
      by: { kind: 'person', qualification: { specialties: ['rheumatology'] } },
      authorized: { period: { end: '2027-04-14' } },
    });
    expect(item?.earlierDeterminations).toHaveLength(1);
  });

  test('the member’s letter says how to have it reviewed by the plan and by an independent reviewer', async () => {
    const issued = (await s.state(caseId)).notices.findLast((n) => n.audience === 'member');
    const kept = await s.store.cases.notice(scope, caseId, issued?.noticeId ?? '');
    const letter = JSON.parse(kept?.html ?? '{}') as NoticeDocument;
    const said = (element: string) =>
      JSON.stringify(letter.sections.flatMap((x) => x.blocks).filter((b) => b.element === element));
    expect(issued?.kind).toBe('adverseDetermination');
    expect(JSON.stringify(letter.sections)).toContain('week 14');
    expect(letter.appealDeadline).toBeDefined();
    expect(said('externalReview')).toMatch(/review/iu);
  });

  test('and its proof pack holds', async () => {
    expect(await proofProblems(s.casework, caseId)).toEqual([]);
  });
});
