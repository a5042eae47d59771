import { coordinator, director, nurse } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope, tenant } from '@openum/testkit/case/plan.ts';
import { forgedPack, type PackTexts, packProblems, packTexts } from '@openum/testkit/case/proof.ts';
import { modelSaying } from '@openum/testkit/model/fake.ts';
import { beforeEach, expect, test } from 'vitest';
import { attachDocument } from '../document/attach.ts';
import { readDocuments } from '../document/read.ts';
import { askAgent } from '../suggestion/ask.ts';
import { turnSwitch } from '../suggestion/settings.ts';
import { workOnRun } from '../suggestion/work.ts';

const quote = 'Oxygen saturation 86 % at rest on room air.';
const note = { line: 1, side: 'supports', text: 'The saturation was 86 at rest.' };
const model = modelSaying(
  () => ({ abstain: null, suggestions: [{ ...note, quotes: [{ document: 'D1', page: 1, quote }] }] }),
  { redaction: 'all' },
);

let plan: Plan;
let caseId: string;

beforeEach(async () => {
  plan = await aPlan((c) => ({ ...c, languageModel: model }));
  await turnSwitch(plan.casework, tenant, director, { kind: 'all' }, true, 'To try it.');
  ({ caseId } = await plan.receive(oxygenArrival({ facts: noSaturation })));
});

const asked = async () => {
  const bytes = new TextEncoder().encode(`Rosalind Akerman, seen 11/18/2026\n${quote}`);
  const file = { title: 'Note', contentType: 'application/pdf', bytes, actor: coordinator };
  await attachDocument(plan.casework, scope, caseId, file);
  await readDocuments(plan.casework, scope, caseId, 60_000);
  const question = { agent: 'brief', subject: { kind: 'case', id: caseId }, input: {}, services: [] } as const;
  await askAgent(plan.casework, scope, { ...question, askedBy: nurse });
  for (const run of await plan.store.suggestions.take(scope, plan.environment.now(), 9, 60))
    await workOnRun(plan.casework, tenant, run);
  const [run] = await plan.store.suggestions.ofSubject(scope, { kind: 'case', id: caseId });
  const act = { type: 'AnswerSuggestion', position: 0, verdict: 'rejected', reason: 'Another day.' } as const;
  expect((await plan.act(nurse, caseId, { ...act, runId: run?.runId ?? '' })).kind).toBe('done');
};
const pack = async (): Promise<PackTexts> => (await packTexts(plan.casework, caseId)) ?? new Map();

test('a pack holds each question to a model with every word as it was sent and came back, and its index says so', async () => {
  await asked();
  const texts = await pack();
  const exchange = JSON.parse(texts.get('model/exchanges.jsonl') ?? '') as { prompt: string; redaction: string };
  expect(exchange).toMatchObject({ redaction: 'all', reply: { answer: expect.stringContaining(note.text) } });
  expect(exchange.prompt).toContain('[NAME-1]');
  expect(exchange.prompt).not.toContain('Akerman');
  expect(JSON.parse(texts.get('model/questions.jsonl') ?? '')).toMatchObject({
    ...{ agent: 'brief', askedBy: { name: nurse.name }, outcome: { suggestions: [{ text: note.text }] } },
  });
  const index = texts.get('index.pdf');
  expect(index).toContain('text without names, numbers and days');
  expect(index).toContain(`1 rejected by ${nurse.name}: Another day.`);
  expect(await packProblems(texts)).toEqual([]);
});

test('whoever changes what was sent, what came back or what was suggested is found out by the chain of events', async () => {
  await asked();
  const texts = await pack();
  const changed = (path: string, from: string, to: string) =>
    packProblems(forgedPack(texts, path, (t) => t.replace(from, to)));
  const exchange = [expect.stringMatching(/^exchange .* is not what the record says$/)];
  expect(await changed('model/exchanges.jsonl', quote, 'Saturation 95 %.')).toEqual(exchange);
  expect(await changed('model/exchanges.jsonl', '"redaction":"all"', '"redaction":"none"')).toEqual(exchange);
  expect(await changed('model/questions.jsonl', note.text, 'It was fine.')).toEqual([
    expect.stringMatching(/suggestion 1 is not the one that was answered$/),
  ]);
  const without = await packProblems(forgedPack(texts, 'model/exchanges.jsonl', () => ''));
  expect(without).toEqual([expect.stringMatching(/is in the record and not in the pack$/)]);
});

test('what was asked about the fax before it was a case is in the pack too', async () => {
  const message = { kind: 'message', id: 'message-bundle' } as const;
  const askedAt = plan.environment.now();
  const run = {
    runId: 'of-the-fax',
    agent: 'intake',
    agentVersion: '1',
    subject: message,
    input: {},
    services: [],
    askedAt,
  } as const;
  await plan.store.suggestions.ask(scope, run);
  const texts = await pack();
  expect(texts.get('model/questions.jsonl')).toContain('of-the-fax');
  expect(await packProblems(texts)).toEqual([]);
});

test('a case about which no model was asked has no such files, and says so', async () => {
  const texts = await pack();
  expect([...texts.keys()].filter((p) => p.startsWith('model/'))).toEqual([]);
  expect(texts.get('index.pdf')).toContain('A model was asked nothing about this case.');
  expect(await packProblems(texts)).toEqual([]);
});
