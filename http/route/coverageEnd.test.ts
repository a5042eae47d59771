import { issueNotices } from '@openum/casework/notice/issue.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { members, plan, providers } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { CaseView } from '../contract/case.ts';
import { liveHub } from '../live/hub.ts';

/** A Medicare Advantage member in hospital since the morning of 18 November; it is the 20th. */
let world: HttpWorld;
let app: FastifyInstance;
let nurse: Caller;
let physician: Caller;
let caseId: string;

const state = async () => (await nurse.get(`/api/cases/${caseId}`)).body as CaseView;
const send = async (who: Caller, command: object) => who.act(caseId, (await state()).state.version, command);

beforeAll(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  nurse = callerOf(app, await world.sessionOf('concurrentReviewNurse@plan.example'));
  physician = callerOf(app, await world.sessionOf('medicalDirector@plan.example'));
  const admitted = await nurse.post('/api/admissions', {
    submissionId: '0190d000-0000-7000-8000-000000000abd',
    memberId: members[0]?.memberId ?? '',
    facilityNpi: providers[0]?.npi ?? '',
    admittedAt: '2026-11-18T08:15:00-06:00',
    admissionSource: 'emergency',
    levelOfCare: 'medicalSurgical',
    requestedDays: 3,
    diagnoses: ['J96.01'],
  });
  caseId = (admitted.body as { caseId: string }).caseId;
});
afterAll(() => app.close());

test('the Important Message is owed from the admission on, until it is written down as given', async () => {
  expect((await state()).coverageEnd.duties).toMatchObject([{ notice: 'im', dueAt: '2026-11-21T05:59:59.999Z' }]);
  const given = await send(nurse, {
    type: 'RecordMedicareNotice',
    notice: 'im',
    to: { name: 'Rosalind Akerman', as: 'member' },
    how: 'inPerson',
    signature: 'signed',
    deliveredAt: '2026-11-18T12:00:00-06:00',
    by: 'Peoria General Hospital',
  });
  expect(given.status).toBe(200);
  expect((await state()).coverageEnd.duties).toMatchObject([{ deliveredAt: '2026-11-18T18:00:00.000Z' }]);
});

test('a planned discharge asks for the copy, and a review asked in time keeps coverage going', async () => {
  const planned = await send(nurse, {
    type: 'PlanCoverageEnd',
    route: 'hospitalDischarge',
    lastCoveredOn: '2026-11-22',
    reason: 'Off oxygen since this morning.',
    memberReason: 'You can breathe well without help now.',
  });
  expect(planned.status).toBe(200);
  const { coverageEnd } = await state();
  expect(coverageEnd.duties.map((d) => d.notice)).toEqual(['im', 'imCopy']);
  const asked = await send(nurse, {
    type: 'RecordQioRequest',
    endId: coverageEnd.ends[0]?.endId,
    requestedAt: '2026-11-20T09:00:00-06:00',
    notifiedAt: '2026-11-20T09:30:00-06:00',
    requestedBy: 'Rosalind Akerman',
  });
  expect(asked.status).toBe(200);
  const reading = (await state()).coverageEnd;
  expect(reading.ends).toMatchObject([{ reviewOpen: true, continues: true }]);
  expect(reading.duties.at(-1)).toMatchObject({ notice: 'dnd', owedBy: 'plan', dueAt: '2026-11-21T18:00:00.000Z' });
});

test('the explanation of the plan goes out as a letter, and the form of CMS stays owed until it was handed over', async () => {
  const open = (await state()).state.coverageEnds[0]?.reviews[0]?.reviewId;
  const { coverageRule } = (await state()).coverageEnd;
  const explained = await send(nurse, {
    type: 'ExplainCoverageEnd',
    reviewId: open,
    facts: 'You walk 200 feet without oxygen, and your lungs have been clear since Tuesday.',
    rule: coverageRule,
  });
  expect(explained.status).toBe(200);
  expect(await issueNotices(world.casework, { tenantId: plan.tenantId }, caseId)).toBe(1);
  const notice = (await state()).state.notices.at(-1);
  expect(notice).toMatchObject({ kind: 'detailedExplanation', audience: 'member', reviewId: open });
  const letter = (await nurse.get(`/api/cases/${caseId}/notices/${notice?.noticeId}/html`)).text;
  for (const said of ['You walk 200 feet', 'breathe well without help', '42 CFR 412.3', 'November 22, 2026'])
    expect(letter).toContain(said);
  expect((await state()).coverageEnd.duties.find((d) => d.notice === 'dnd')).not.toHaveProperty('deliveredAt');
});

test('a day that is no day, and a moment without its offset, are named', async () => {
  const bad = await send(nurse, {
    type: 'PlanCoverageEnd',
    route: 'hospitalDischarge',
    lastCoveredOn: 'tomorrow',
    reason: 'x',
    memberReason: 'x',
  });
  expect(bad.status).toBe(400);
  expect(bad.text).toContain('lastCoveredOn');
});

test('nobody but a physician cuts an authorization, and only one that was given', async () => {
  const cut = {
    type: 'ReduceAuthorization',
    decision: {
      outcome: 'partiallyApproved',
      itemSequence: 1,
      reasonClass: 'medicalNecessity',
      reasonCodes: ['0F'],
      rationale: 'Off oxygen since 20 November with a saturation of 96 percent at rest and when walking.',
      memberRationale: 'Your oxygen level stays at 96 percent without help.',
      authorized: {
        service: { system: 'https://www.nubc.org/CodeSystem/RevenueCodes', code: '0120' },
        period: { start: '2026-11-18', end: '2026-11-19' },
      },
    },
    attestation: { noConflictOfInterest: true, reviewedRecord: true },
  };
  expect(await send(nurse, cut)).toMatchObject({ status: 403, body: { code: 'roleMissing' } });
  expect(await send(physician, cut)).toMatchObject({ status: 422, body: { code: 'nothingToReduce' } });
});
