import { coordinator, director, nurse } from '@openum/testkit/case/actors.ts';
import { denial } from '@openum/testkit/case/acts.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope, tenant } from '@openum/testkit/case/plan.ts';
import { modelSaying } from '@openum/testkit/model/fake.ts';
import { beforeEach, expect, test } from 'vitest';
import { attachDocument } from '../document/attach.ts';
import { readDocuments } from '../document/read.ts';
import { askAgent } from './ask.ts';
import { readDisagreement } from './disagreement.ts';
import { listQuestions, listShown } from './list.ts';
import { figureDays, turnSwitch } from './settings.ts';
import { workOnRun } from './work.ts';

const quote = 'Oxygen saturation 86 % at rest on room air.';
const found = {
  ...{ fact: 'vital.oxygenSaturation', number: 86, unit: '%', yesNo: null, choice: null, day: null, words: null },
  ...{ measuredOn: '11/18/2026', document: 'D1', page: 1, quote },
  qualifiers: [
    { name: 'state', value: 'rest' },
    { name: 'air', value: 'room' },
  ],
};
const model = modelSaying(() => ({ abstain: null, suggestions: [found, { ...found, number: 84 }] }));
const page = { after: undefined, limit: 50 };

let plan: Plan;
let caseId: string;

/** A saturation that the model reads and the nurse rejects; the physician denies. */
beforeEach(async () => {
  plan = await aPlan((c) => ({ ...c, languageModel: model }));
  const { casework, store, environment } = plan;
  await turnSwitch(casework, tenant, director, { kind: 'all' }, true, 'To try it.');
  ({ caseId } = await plan.receive(oxygenArrival({ facts: noSaturation })));
  const bytes = new TextEncoder().encode(`Progress note of 11/18/2026\n${quote}`);
  await attachDocument(casework, scope, caseId, {
    ...{ title: 'Note', contentType: 'application/pdf', bytes, actor: coordinator },
  });
  await readDocuments(casework, scope, caseId, 60_000);
  const services = (await plan.state(caseId)).items.map((i) => i.service.code);
  await askAgent(casework, scope, {
    ...{ agent: 'extraction', subject: { kind: 'case', id: caseId }, input: {}, services, askedBy: nurse },
  });
  for (const run of await store.suggestions.take(scope, environment.now(), 9, 60))
    await workOnRun(casework, tenant, run);
  const [run] = await store.suggestions.ofSubject(scope, { kind: 'case', id: caseId });
  const answer = { type: 'AnswerSuggestion', runId: run?.runId ?? '', position: 0, verdict: 'rejected' } as const;
  await plan.act(nurse, caseId, { ...answer, reason: 'Taken on exertion, says the clinic.' });
  const review = {
    type: 'CompleteReview',
    outcome: 'refer',
    itemSequences: [1],
    summary: 'No value at rest.',
  } as const;
  await plan.act(nurse, caseId, review);
  await plan.decide(caseId, [denial()]);
});

const of = (actor = director) => ({ tenant, actor });
const days = () => {
  const { from, before } = figureDays(plan.environment.now(), tenant, {});
  return { from, before };
};

test('a point that the model has otherwise than nurse and physician is shown with the three answers', async () => {
  const seen = await readDisagreement(plan.casework, of(), days());
  expect(seen).toMatchObject({ cases: 1, more: false, closed: 0 });
  expect(seen.rows.length).toBeGreaterThan(0);
  for (const row of seen.rows) expect(row).toMatchObject({ caseId, nurse: 'unknown', physician: 'unknown' });
  expect(seen.rows.map((r) => r.model)).toContain('met');
  const [withNurse, , people] = seen.pairs;
  expect(withNurse).toMatchObject({ first: 'model', second: 'nurse', same: seen.points - seen.rows.length });
  expect(people).toMatchObject({ first: 'nurse', second: 'physician', same: seen.points, share: 1 });
  expect(await plan.store.readLog.ofCase(scope, caseId, 1)).toMatchObject([
    { what: 'report', userId: director.userId },
  ]);
});

test('another service, or other days, have nothing to compare', async () => {
  const nothing = { cases: 0, points: 0, rows: [] };
  expect(await readDisagreement(plan.casework, of(), { ...days(), service: 'A0000' })).toMatchObject(nothing);
  const { from } = days();
  expect(await readDisagreement(plan.casework, of(), { from, before: from })).toMatchObject(nothing);
});

test('behind a figure stand the questions, without a word of the record', async () => {
  const { rows } = await listQuestions(plan.casework, of(), { ...days(), left: ['valueNotInQuote'] }, page);
  expect(rows).toMatchObject([
    { agent: 'extraction', state: 'suggested', shown: 1, drops: { valueNotInQuote: 1 }, calls: 1 },
  ]);
  expect(JSON.stringify(rows)).not.toContain('saturation');
  const [read] = await plan.store.readLog.ofUser(scope, director.userId, 1);
  expect(read).toMatchObject({ what: 'report', purpose: 'audit' });
});

test('behind a figure stand the suggestions with what the person said, and the look is in the log of the case', async () => {
  const { rows } = await listShown(plan.casework, of(), { ...days(), verdict: ['rejected'] }, page);
  expect(rows).toMatchObject([
    {
      suggestion: { citation: { quote } },
      answer: { by: nurse.name, reason: 'Taken on exertion, says the clinic.' },
    },
  ]);
  expect(await plan.store.readLog.ofCase(scope, caseId, 1)).toMatchObject([
    { what: 'report', userId: director.userId },
  ]);
});

test('of a record under 42 CFR Part 2 whoever may not open it sees no words in a list, and no comparison', async () => {
  const protect = { type: 'MarkPart2', protected: true, reason: 'Notes of a treatment program.' } as const;
  expect((await plan.act(nurse, caseId, protect)).kind).toBe('done');
  const { rows } = await listShown(plan.casework, of(), days(), page);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('86 %');
  expect(await readDisagreement(plan.casework, of(), days())).toMatchObject({ closed: 1, points: 0, rows: [] });
  expect(JSON.stringify(await listShown(plan.casework, of(nurse), days(), page))).toContain('86 %');
});
