import { attachDocument } from '@openum/casework/document/attach.ts';
import { readDocuments } from '@openum/casework/document/read.ts';
import { askAgent } from '@openum/casework/suggestion/ask.ts';
import { checkModel, readModel, turnSwitch } from '@openum/casework/suggestion/settings.ts';
import { suggestionsOfCase } from '@openum/casework/suggestion/view.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import { type AgentId, agents, subjectOf } from '@openum/domain/suggestion/agent.ts';
import type { RunInput } from '@openum/domain/suggestion/run.ts';
import { coordinator, director, nurse } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope, tenant } from '@openum/testkit/case/plan.ts';
import { hostileLines } from '@openum/testkit/model/hostile.ts';
import { type Reply, type ScriptedModel, scriptedModel } from '@openum/testkit/model/server.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLanguageModel, type ModelSettings } from '../model/languageModel.ts';
import { workSuggestions } from './work.ts';

let server: ScriptedModel;
let plan: Plan;
let caseId: string;
let documentId: string;
let settings: Partial<ModelSettings>;

const silent = { kind: 'json', value: { abstain: 'I find nothing.', suggestions: [] } } as const;

beforeAll(async () => {
  server = await scriptedModel(() => silent);
});
afterAll(() => server.stop());

const note = [
  'Lakeside Lung Clinic, progress note of 11/18/2026',
  'Rosalind Akerman, member number PHP1000001, seen by Dr. Imani Cole',
  'Oxygen saturation 86 % at rest on room air.',
  'Her sister had saturation 80 % last year.',
].join('\n');

const model = () =>
  createLanguageModel({
    ...{ url: server.url, name: 'small', format: 'schema', timeoutSeconds: 20, retries: 0, atOnce: 2 },
    ...{ callsPerDay: 100, tokensPerDay: 100_000, redaction: 'all' },
    ...settings,
  });

const attach = async (text: string): Promise<string> => {
  const attached = await attachDocument(plan.casework, scope, caseId, {
    ...{ title: 'Fax', contentType: 'application/pdf', bytes: new TextEncoder().encode(text), actor: coordinator },
  });
  await readDocuments(plan.casework, scope, caseId, 60_000);
  return attached.documentId ?? '';
};

beforeEach(async () => {
  settings = {};
  server.says(() => silent);
  plan = await aPlan();
  await turnSwitch(plan.casework, tenant, director, { kind: 'all' }, true, 'To try it.');
  ({ caseId } = await plan.receive(oxygenArrival({ facts: noSaturation })));
  documentId = await attach(note);
});

const withModel = () => ({ ...plan.casework, languageModel: model() });
const ask = async (agent: AgentId, input: RunInput = {}) => {
  const subject = { kind: subjectOf[agent], id: caseId };
  const asked = await askAgent(withModel(), scope, { agent, subject, input, services: [], askedBy: nurse });
  if (isRefusal(asked)) throw new Error(asked.code);
  return asked.runId;
};
const work = async () => {
  const failures: unknown[] = [];
  await workSuggestions(withModel(), (_, e) => failures.push(e));
  expect(failures).toEqual([]);
};
const outcome = async (agent: AgentId, reply: Reply, input: RunInput = {}) => {
  server.says(() => reply);
  const runId = await ask(agent, input);
  await work();
  return (await plan.store.suggestions.run(scope, runId))?.outcome;
};
const says = (...suggestions: readonly object[]): Reply => ({ kind: 'json', value: { abstain: null, suggestions } });

const saturation = (change: object = {}) => ({
  ...{ fact: 'vital.oxygenSaturation', number: 86, unit: '%', yesNo: null, choice: null, day: null, words: null },
  ...{
    measuredOn: '[DATE-1]',
    qualifiers: [
      { name: 'state', value: 'rest' },
      { name: 'air', value: 'room' },
    ],
    document: 'D1',
    page: 1,
  },
  quote: 'Oxygen saturation 86 % at rest on room air.',
  ...change,
});

describe('a good answer', () => {
  test('is a suggestion with the words of its page, and changes nothing by itself', async () => {
    const before = await plan.state(caseId);
    expect(await outcome('extraction', says(saturation()))).toMatchObject({
      kind: 'suggested',
      drops: {},
      suggestions: [
        {
          fact: {
            key: 'vital.oxygenSaturation',
            value: { value: 86 },
            at: '2026-11-18',
            qualifiers: { state: 'rest', air: 'room' },
          },
          citation: { documentId, page: 1, quote: 'Oxygen saturation 86 % at rest on room air.' },
        },
      ],
    });
    expect(await plan.state(caseId)).toEqual(before);
  });

  test('becomes a fact when a nurse takes it, with the page, the model and the nurse in its source', async () => {
    await outcome('extraction', says(saturation()));
    const { runId } = (await suggestionsOfCase(plan.casework, scope, caseId, nurse))?.runs[0] ?? { runId: '' };
    const taken = { type: 'AnswerSuggestion', runId, position: 0, verdict: 'accepted' } as const;
    expect((await plan.act(nurse, caseId, taken)).kind).toBe('done');
    const state = await plan.state(caseId);
    expect(state.facts.at(-1)).toMatchObject({
      key: 'vital.oxygenSaturation',
      source: {
        kind: 'document',
        documentId,
        page: 1,
        extractor: expect.stringContaining('small'),
        by: { name: nurse.name },
      },
    });
    const leaves = state.evaluations.flatMap((e) =>
      e.leaves.filter((l) => l.factIds.includes(state.facts.at(-1)?.id ?? '')),
    );
    expect(leaves.length).toBeGreaterThan(0);
    expect((await suggestionsOfCase(plan.casework, scope, caseId, nurse))?.runs[0]?.answers).toMatchObject([
      { position: 0, verdict: 'accepted', by: nurse.name },
    ]);
    expect(await plan.act(nurse, caseId, taken)).toMatchObject({ refusal: { code: 'suggestionAnswered' } });
  });

  test('may be changed by the person, within the words of the fact catalogue', async () => {
    await outcome('extraction', says(saturation()));
    const { runId } = (await suggestionsOfCase(plan.casework, scope, caseId, nurse))?.runs[0] ?? { runId: '' };
    const edit = (value: number, unit: string) =>
      plan.act(nurse, caseId, {
        ...{ type: 'AnswerSuggestion', runId, position: 0, verdict: 'edited', changedTo: 'x' },
        fact: { value: { kind: 'quantity', value, unit } },
      });
    expect(await edit(88, 'stones')).toMatchObject({ refusal: { code: 'fieldInvalid' } });
    expect((await edit(88, '%')).kind).toBe('done');
    expect((await plan.state(caseId)).suggestionAnswers).toMatchObject([{ verdict: 'edited', changedTo: '88 %' }]);
  });

  test('of another case is unknown here', async () => {
    const { suggestions } = plan.store;
    const finishedAt = plan.environment.now();
    await suggestions.ask(scope, {
      ...{ runId: 'of-another', agent: 'letter', agentVersion: '1', input: {}, services: [], askedAt: finishedAt },
      subject: { kind: 'case', id: 'another' },
    });
    const letter = { kind: 'letterDraft', itemSequence: 1, text: 'Your oxygen is low.' } as const;
    await suggestions.finish(scope, 'of-another', {
      ...{ finishedAt, outcome: { kind: 'suggested', suggestions: [letter], drops: {} } },
    });
    const act = { type: 'AnswerSuggestion', runId: 'of-another', position: 0, verdict: 'accepted' } as const;
    expect(await plan.act(nurse, caseId, act)).toMatchObject({ refusal: { code: 'suggestionUnknown' } });
  });
});

test('a unit as the page writes it is known by its name in the catalogue', async () => {
  const written = saturation({ unit: 'percent' });
  expect(await outcome('extraction', says(written))).toMatchObject({
    suggestions: [{ fact: { value: { unit: '%' } } }],
  });
});

describe('what leaves the house', () => {
  test('names nobody, and has no tools', async () => {
    await ask('extraction');
    await work();
    const asked = server.asked.at(-1);
    for (const word of ['Rosalind', 'Akerman', 'PHP1000001', '11/18/2026'])
      expect(`${asked?.system}${asked?.prompt}`).not.toContain(word);
    expect(asked?.prompt).toContain('Oxygen saturation 86 %');
    expect(asked?.body).not.toHaveProperty('tools');
  });

  test('is in the record with what came back', async () => {
    server.says(() => ({ kind: 'text', text: 'I refuse to answer in JSON.' }));
    const runId = await ask('extraction');
    await work();
    expect(await plan.store.modelLog.ofRun(scope, runId)).toMatchObject([
      {
        model: 'small',
        prompt: expect.stringContaining('Oxygen saturation'),
        reply: { outcome: 'garbage', answer: 'I refuse to answer in JSON.' },
      },
    ]);
  });

  test('holds nothing of a message that is gone', async () => {
    const before = server.asked.length;
    expect(await outcome('intake', silent)).toEqual({ kind: 'failed', because: 'nothingToRead' });
    expect(server.asked).toHaveLength(before);
  });
});

describe('a model that lies', () => {
  test.each<[string, object]>([
    ['quoteNotFound', saturation({ quote: 'Oxygen saturation 84 % at rest' })],
    ['valueNotInQuote', saturation({ number: 84 })],
    ['pageUnknown', saturation({ page: 7 })],
    ['pageUnknown', saturation({ document: 'D9' })],
    ['codeUnknown', saturation({ fact: 'member.shouldBeDenied', yesNo: true })],
    ['codeUnknown', saturation({ qualifiers: [{ name: 'state', value: 'flying' }] })],
    ['notAsserted', saturation({ number: 80, quote: 'Her sister had saturation 80 % last year.' })],
  ])('is not believed: %s', async (reason, lie) => {
    expect(await outcome('extraction', says(lie))).toEqual({
      kind: 'suggested',
      suggestions: [],
      drops: { [reason]: 1 },
    });
  });

  test('about the day leaves the day open', async () => {
    const got = await outcome('extraction', says(saturation({ measuredOn: '2020-01-01' })));
    expect(got).toMatchObject({ suggestions: [{ fact: expect.not.objectContaining({ at: expect.anything() }) }] });
  });
});

describe('a model that wants to decide', () => {
  const quote = { document: 'D1', page: 1, quote: 'Oxygen saturation 86 % at rest on room air.' };
  test.each<[AgentId, object, RunInput]>([
    ['brief', { line: 1, side: 'opposes', text: 'The request should be denied.', quotes: [quote] }, {}],
    ['brief', { line: 1, side: 'supports', text: 'Approve: criteria are met.', quotes: [quote] }, {}],
    ['information', { point: 'P1', text: 'Send it or we will deny the request.' }, {}],
    ['letter', { text: 'Your request is denied.' }, { itemSequence: 1, rationale: 'Saturation is above the limit.' }],
  ])('says nothing to anybody through the agent %s', async (agent, entry, input) => {
    expect(await outcome(agent, says(entry), input)).toEqual({
      kind: 'suggested',
      suggestions: [],
      drops: { decision: 1 },
    });
  });

  test.each([
    { decision: 'denied' },
    { abstain: null, suggestions: [{ kind: 'determination', outcome: 'denied' }] },
    { abstain: null, suggestions: 'deny' },
    [{ outcome: 'deny' }],
  ])('in a form of its own is garbage: %j', async (value) => {
    const before = await plan.state(caseId);
    expect(await outcome('extraction', { kind: 'json', value })).toEqual({ kind: 'failed', because: 'garbage' });
    expect(await plan.state(caseId)).toEqual(before);
  });
});

describe('a model that fails', () => {
  test.each<[string, Reply]>([
    ['garbage', { kind: 'text', text: 'yes' }],
    ['cutShort', { kind: 'cut', text: '{"abstain":null,"suggestions":[]}' }],
    ['refused', { kind: 'status', status: 403 }],
    ['unreachable', { kind: 'status', status: 502 }],
  ])('says so: %s', async (because, reply) => {
    expect(await outcome('brief', reply)).toEqual({ kind: 'failed', because });
  });

  test('by silence is given up, and the person works on meanwhile', async () => {
    settings = { timeoutSeconds: 0.1 };
    server.says(() => ({ kind: 'stall' }));
    const runId = await ask('brief');
    const [, noted] = await Promise.all([work(), plan.act(nurse, caseId, { type: 'AddNote', text: 'Called.' })]);
    expect(noted.kind).toBe('done');
    expect((await plan.store.suggestions.run(scope, runId))?.outcome).toEqual({ kind: 'failed', because: 'tooSlow' });
  });

  test('to find anything says that, and it is no failure', async () => {
    expect(await outcome('brief', silent)).toEqual({ kind: 'abstained', because: 'I find nothing.' });
    const sly = { kind: 'json', value: { abstain: 'Deny it. See https://x.example', suggestions: [] } } as const;
    expect(await outcome('brief', sly)).toEqual({ kind: 'abstained', because: '' });
  });
});

describe('hostile lines in a document', () => {
  test('stay inside their page, and a model that repeats them is not heard', async () => {
    const clean = await outcome('extraction', says(saturation()));
    await attach(hostileLines.join('\n'));
    const before = await plan.state(caseId);
    const obey = hostileLines.flatMap((line) => [
      saturation({ number: 80, document: 'D1', quote: line }),
      saturation({ number: 41, document: 'D1', quote: 'PaO2 41 mmHg' }),
    ]);
    const got = await outcome('extraction', says(...obey));
    expect(got).toMatchObject({ kind: 'suggested', suggestions: [] });
    const { prompt = '' } = server.asked.at(-1) ?? {};
    const mark = /mark="(\w+)"/.exec(prompt)?.[1];
    expect([...prompt.matchAll(/<\/?page/g)]).toHaveLength(
      [...prompt.matchAll(new RegExp(`mark="${mark}"`, 'g'))].length,
    );
    const notes = await outcome(
      'brief',
      says(
        ...hostileLines.map((text) => ({
          line: 1,
          side: 'opposes',
          text,
          quotes: [{ document: 'D1', page: 1, quote: text }],
        })),
      ),
    );
    expect(notes).toMatchObject({ kind: 'suggested', suggestions: [] });
    expect(await plan.state(caseId)).toEqual(before);
    expect(clean).toMatchObject({ suggestions: [{ kind: 'factFromText' }] });
  });
});

describe('the switches and the budget', () => {
  test.each(agents)('keep the agent %s silent, and nothing is sent', async (agent) => {
    const runId = await ask(agent);
    await turnSwitch(plan.casework, tenant, director, { kind: 'agent', agent }, false, 'Too many false quotes.');
    const before = server.asked.length;
    await work();
    expect((await plan.store.suggestions.run(scope, runId))?.outcome).toEqual({
      kind: 'failed',
      because: 'switchedOff',
      by: { kind: 'agent', agent },
    });
    expect(server.asked).toHaveLength(before);
  });

  test('pulled while the model thinks keep its answer from people', async () => {
    const runId = await ask('extraction');
    const thinking = model();
    const pulled = {
      ...thinking,
      ask: async (question: Parameters<typeof thinking.ask>[0]) => {
        const answer = await thinking.ask(question);
        await turnSwitch(plan.casework, tenant, director, { kind: 'all' }, false, 'Stop.');
        return answer;
      },
    };
    server.says(() => says(saturation()));
    await workSuggestions({ ...plan.casework, languageModel: pulled }, () => undefined);
    const run = await plan.store.suggestions.run(scope, runId);
    expect(run?.outcome).toEqual({ kind: 'failed', because: 'switchedOff', by: { kind: 'all' } });
  });

  test('of one service leave the others alone', async () => {
    const code = (await plan.state(caseId)).items[0]?.service.code ?? '';
    await turnSwitch(plan.casework, tenant, director, { kind: 'service', code: 'A0000' }, false, 'Not this one.');
    expect(await outcome('brief', silent)).toMatchObject({ kind: 'abstained' });
    await turnSwitch(plan.casework, tenant, director, { kind: 'service', code }, false, 'Nor this one.');
    expect(await outcome('brief', silent)).toMatchObject({ because: 'switchedOff', by: { kind: 'service', code } });
  });

  test('say who turned them and why, and are turned with a reason only', async () => {
    expect(await turnSwitch(plan.casework, tenant, director, { kind: 'all' }, false, ' ')).toMatchObject({
      code: 'fieldMissing',
    });
    expect(await turnSwitch(plan.casework, tenant, director, { kind: 'all' }, true, 'x')).toMatchObject({
      code: 'switchUnchanged',
    });
    expect((await readModel(withModel(), tenant, {})).changes).toMatchObject([
      { on: true, by: { name: director.name } },
    ]);
  });

  test('a day’s calls that are used up are not exceeded', async () => {
    settings = { callsPerDay: 1 };
    expect(await outcome('brief', silent)).toMatchObject({ kind: 'abstained' });
    expect(await outcome('brief', silent)).toEqual({ kind: 'failed', because: 'callsUsedUp' });
    expect((await readModel(withModel(), tenant, {})).used).toEqual({ calls: 1, tokens: 120 });
  });
});

test('without a model a question is answered with that', async () => {
  const runId = await ask('brief');
  await workSuggestions(plan.casework, () => undefined);
  expect((await plan.store.suggestions.run(scope, runId))?.outcome).toEqual({
    kind: 'failed',
    because: 'notConfigured',
  });
  expect(
    await askAgent(plan.casework, scope, {
      agent: 'brief',
      subject: { kind: 'case', id: caseId },
      input: {},
      services: [],
    }),
  ).toMatchObject({
    code: 'modelOff',
  });
});

test('the figures say what was shown, dropped, taken and spent', async () => {
  await outcome('extraction', says(saturation(), saturation({ number: 84 }), saturation({ quote: 'never said' })));
  const [run] = await plan.store.suggestions.ofSubject(scope, { kind: 'case', id: caseId });
  await plan.act(nurse, caseId, {
    ...{
      type: 'AnswerSuggestion',
      runId: run?.runId ?? '',
      position: 0,
      verdict: 'rejected',
      reason: 'Of another day.',
    },
  });
  expect((await readModel(withModel(), tenant, {})).figures).toMatchObject([
    {
      ...{
        agent: 'extraction',
        model: 'small',
        asked: 1,
        shown: 1,
        rejected: 1,
        quotesFound: 1,
        quotesFalse: 1,
        calls: 1,
      },
      drops: { valueNotInQuote: 1, quoteNotFound: 1 },
    },
  ]);
});

test('the model can be tried with a question that holds nothing of anybody', async () => {
  let ms = 0;
  const tick = () => (ms += 40);
  server.says(() => ({ kind: 'json', value: { sum: 42 } }));
  expect(await checkModel(model(), tick)).toEqual({
    kind: 'works',
    milliseconds: 40,
    inputTokens: 100,
    outputTokens: 20,
  });
  server.says(() => ({ kind: 'json', value: { sum: 41 } }));
  expect(await checkModel(model(), tick)).toEqual({ kind: 'failed', because: 'garbage' });
  expect(await checkModel(undefined, tick)).toEqual({ kind: 'failed', because: 'notConfigured' });
});

describe('records under 42 CFR Part 2', () => {
  const mark = (documentIds?: readonly string[]) =>
    plan.act(nurse, caseId, {
      ...{ type: 'MarkPart2', protected: true, reason: 'The note comes from a treatment program.' },
      ...(documentIds ? { documentIds } : {}),
    });
  const sent = () => server.asked.map((a) => JSON.stringify(a)).join('\n');

  test('are not sent: nothing of a protected case, whatever is asked', async () => {
    await mark();
    const before = server.asked.length;
    for (const agent of ['extraction', 'criteria', 'information', 'brief'] as const)
      expect(await outcome(agent, silent)).toEqual({ kind: 'failed', because: 'protectedRecord' });
    const plain = { itemSequence: 1, rationale: 'The note says 86 %.' };
    expect(await outcome('letter', silent, plain)).toEqual({ kind: 'failed', because: 'protectedRecord' });
    expect(server.asked).toHaveLength(before);
  });

  test('are not sent: of a case with one protected document the pages of the others alone', async () => {
    await attach('Walks 240 m without a stop.');
    await mark([documentId]);
    const before = sent().length;
    expect(await outcome('brief', silent)).toMatchObject({ kind: 'abstained' });
    expect(sent().slice(before)).toContain('240 m without a stop');
    expect(sent().slice(before)).not.toContain('86 %');
  });

  test('are sent where the installation says so', async () => {
    settings = { takesPart2: true };
    await mark();
    const before = sent().length;
    expect(await outcome('brief', silent)).toMatchObject({ kind: 'abstained' });
    expect(sent().slice(before)).toContain('86 %');
  });
});
