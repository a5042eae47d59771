import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { ModelCall, ModelLog, ModelReply } from '@openum/casework/port/modelLog.ts';
import type { ModelSwitches } from '@openum/casework/port/modelSwitches.ts';
import type { KeptAnswer, NewRun, Suggestions } from '@openum/casework/port/suggestions.ts';
import type { RecordedEvent } from '@openum/domain/case/event.ts';
import type { RunOutcome } from '@openum/domain/suggestion/run.ts';
import type { SwitchChange } from '@openum/domain/suggestion/switch.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { appendOf, at, physician } from './samples.ts';

export type SuggestionPorts = {
  readonly cases: CaseStore;
  readonly suggestions: Suggestions;
  readonly modelLog: ModelLog;
  readonly modelSwitches: ModelSwitches;
};

const noon = at('2026-11-20T12:00:00.000Z');
const later = at('2026-11-20T12:10:00.000Z');
const evening = at('2026-11-20T18:00:00.000Z');
const una = { userId: 'u-1', name: 'Una' };

const run = (runId: string, change: Partial<NewRun> = {}): NewRun => ({
  runId,
  agent: 'brief',
  agentVersion: '1',
  subject: { kind: 'case', id: 'c-1' },
  input: { itemSequence: 1 },
  services: [],
  askedAt: noon,
  askedBy: una,
  ...change,
});
const outcome: RunOutcome = {
  kind: 'suggested',
  suggestions: [{ kind: 'letterDraft', itemSequence: 1, text: 'Résumé' }],
  drops: { decision: 1 },
};
const call = (callId: string, change: Partial<ModelCall> = {}): ModelCall => ({
  ...{ callId, runId: 'r-1', agent: 'brief', agentVersion: '1', model: 'm', prompt: 'What?', at: noon },
  ...change,
});
const reply = (callId: string, change: Partial<ModelReply> = {}): ModelReply => ({
  ...{ callId, at: later, outcome: 'answered', answer: '{}', inputTokens: 10, outputTokens: 5 },
  ...change,
});
const answer = (runId: string, position: number): KeptAnswer => ({
  ...{ runId, position, agent: 'appeal', agentVersion: '1', model: 'm', verdict: 'rejected', reason: 'No.' },
  ...{ by: una, at: later },
});
const budget = { since: at('2026-11-20T00:00:00.000Z'), calls: 2, tokens: 100 };

export const suggestionContract = (name: string, store: () => SuggestionPorts, fresh: Fresh<string>): void => {
  const given = () => ({ ...store(), scope: { tenantId: fresh() } });

  describe(`${name}: questions to a model`, () => {
    test('are kept with what came of them, the newest first, for one subject of one tenant', async () => {
      const { suggestions, scope } = given();
      const { askedBy: _, ...byItself } = run('r-2');
      await suggestions.ask(scope, run('r-1'));
      await suggestions.ask(scope, byItself);
      await suggestions.ask(scope, run('r-3', { subject: { kind: 'message', id: 'c-1' } }));
      await suggestions.finish(scope, 'r-1', { model: 'm', finishedAt: later, outcome });
      const finished = { ...run('r-1'), model: 'm', finishedAt: later, outcome };
      expect(await suggestions.ofSubject(scope, { kind: 'case', id: 'c-1' })).toEqual([byItself, finished]);
      expect(await suggestions.run(scope, 'r-1')).toEqual(finished);
      expect(await suggestions.run({ tenantId: fresh() }, 'r-1')).toBeUndefined();
    });

    test('have one outcome, the first', async () => {
      const { suggestions, scope } = given();
      await suggestions.ask(scope, run('r-1'));
      await suggestions.finish(scope, 'r-1', { finishedAt: later, outcome: { kind: 'failed', because: 'tooSlow' } });
      await suggestions.finish(scope, 'r-1', { model: 'm', finishedAt: evening, outcome });
      expect((await suggestions.run(scope, 'r-1'))?.outcome).toEqual({ kind: 'failed', because: 'tooSlow' });
    });

    test('are taken once while somebody works on them, oldest first, and again when the lease is over', async () => {
      const { suggestions, scope } = given();
      await suggestions.ask(scope, run('r-2', { askedAt: later }));
      await suggestions.ask(scope, run('r-1'));
      await suggestions.ask(scope, run('r-0'));
      await suggestions.finish(scope, 'r-0', { finishedAt: noon, outcome: { kind: 'failed', because: 'error' } });
      const ids = async (now: typeof noon) =>
        (await suggestions.take(scope, now, 5, 60)).map((r) => [r.runId, r.attempts]);
      expect(await ids(noon)).toEqual([['r-1', 1]]);
      expect(await ids(noon)).toEqual([]);
      expect(await ids(later)).toEqual([
        ['r-1', 2],
        ['r-2', 1],
      ]);
    });

    test('an answer of a person is written once', async () => {
      const { suggestions, scope } = given();
      expect(await suggestions.answer(scope, answer('r-1', 0))).toBe(true);
      expect(await suggestions.answer(scope, { ...answer('r-1', 0), reason: 'Yes.' })).toBe(false);
      expect(await suggestions.answersTo(scope, 'r-1')).toEqual([answer('r-1', 0)]);
    });

    /** Two on cases, of which one was answered there; one on a message, answered too; one of another day. */
    const asked = async () => {
      const world = given();
      const { suggestions, modelLog, cases, scope } = world;
      const said = { runId: 'r-1', position: 1, agent: 'brief', agentVersion: '1', model: 'm', verdict: 'accepted' };
      const data = { ...said, suggestion: quoted } as const;
      const event = { type: 'SuggestionAnswered', data, actor: physician, occurredAt: later, recordedAt: evening };
      await cases.append(scope, appendOf('c-1', 0, { events: [event as RecordedEvent] }));
      await suggestions.ask(scope, run('r-1', { services: ['E1390'] }));
      await suggestions.ask(scope, run('r-2'));
      await suggestions.ask(scope, run('r-3', { agent: 'appeal', subject: { kind: 'message', id: 'fax' } }));
      await suggestions.ask(scope, run('r-4', { askedAt: evening }));
      const finish = (runId: string, outcome: RunOutcome, services?: readonly string[]) =>
        suggestions.finish(scope, runId, { model: 'm', finishedAt: later, outcome, ...(services ? { services } : {}) });
      await finish('r-1', { kind: 'suggested', suggestions: [plain, quoted], drops: { decision: 1 } });
      await finish('r-2', { kind: 'failed', because: 'tooSlow' });
      await finish('r-3', { kind: 'suggested', suggestions: [quoted], drops: {} }, ['J44']);
      await suggestions.answer(scope, answer('r-3', 0));
      await modelLog.begin(scope, call('k-1'), budget);
      await modelLog.end(scope, reply('k-1'));
      return { ...world, days: { from: noon, before: evening } };
    };
    const plain = { kind: 'letterDraft', itemSequence: 1, text: 'x' } as const;
    const citation = { documentId: 'd', page: 1, quote: 'PaO2 52', span: { from: 0, to: 7 } };
    const quoted = { kind: 'appealDraft', text: 'y', citations: [citation] } as const;

    test('are counted by when they were asked, with what people made of them, on cases and elsewhere, and what they cost', async () => {
      const { suggestions, scope, days } = await asked();
      const figures = await suggestions.figures(scope, days);
      const of = { agentVersion: '1', model: 'm' };
      expect(figures.runs.map((r) => [r.agent, r.outcome?.kind])).toEqual([
        ['brief', 'suggested'],
        ['brief', 'failed'],
        ['appeal', 'suggested'],
      ]);
      expect(figures.answers).toEqual([
        { agent: 'brief', ...of, verdict: 'accepted' },
        { agent: 'appeal', ...of, verdict: 'rejected' },
      ]);
      expect(figures.calls).toEqual([{ agent: 'brief', ...of, inputTokens: 10, outputTokens: 5 }]);
      expect((await suggestions.figures(scope, { ...days, service: 'E1390' })).runs).toHaveLength(1);
      expect((await suggestions.figures(scope, { ...days, agent: 'appeal' })).calls).toEqual([]);
      expect((await suggestions.figures({ tenantId: fresh() }, days)).runs).toEqual([]);
      expect(await suggestions.services(scope, days)).toEqual(['E1390', 'J44']);
    });

    test('are listed by what they are and by what came of them, the newest first, with what they cost', async () => {
      const { suggestions, scope, days } = await asked();
      const ids = async (filter: object) =>
        (await suggestions.questions(scope, { ...days, ...filter }, undefined, 9)).rows.map((r) => r.runId);
      expect(await ids({})).toEqual(['r-3', 'r-2', 'r-1']);
      expect(await ids({ state: 'failed', because: 'tooSlow' })).toEqual(['r-2']);
      expect(await ids({ state: 'suggested', left: ['decision', 'link'] })).toEqual(['r-1']);
      expect(await ids({ state: 'abstained' })).toEqual([]);
      expect(await ids({ service: 'J44', agent: 'appeal', agentVersion: '1', model: 'm' })).toEqual(['r-3']);
      expect(await ids({ model: 'none' })).toEqual([]);
      expect(await ids({ state: 'open', before: later, from: noon })).toEqual([]);
      const first = await suggestions.questions(scope, days, undefined, 2);
      const second = await suggestions.questions(scope, days, first.next, 2);
      expect(second.rows).toMatchObject([
        { runId: 'r-1', calls: 1, inputTokens: 10, outputTokens: 5, services: ['E1390'], askedBy: una },
      ]);
      expect(second.rows[0]?.caseNumber).toEqual(expect.any(String));
      expect(second).not.toHaveProperty('next');
      await expect(async () => suggestions.questions(scope, days, 'nowhere', 2)).rejects.toThrow(RangeError);
    });

    test('give their suggestions one by one, each with what a person made of it', async () => {
      const { suggestions, scope, days } = await asked();
      const list = async (filter: object) =>
        (await suggestions.shown(scope, { ...days, ...filter }, undefined, 9)).rows.map((r) => [r.runId, r.position]);
      expect(await list({})).toEqual([
        ['r-3', 0],
        ['r-1', 0],
        ['r-1', 1],
      ]);
      expect(await list({ verdict: ['none'] })).toEqual([['r-1', 0]]);
      expect(await list({ verdict: ['accepted', 'edited'] })).toEqual([['r-1', 1]]);
      expect(await list({ quoting: true, agent: 'brief' })).toEqual([['r-1', 1]]);
      const pages = [await suggestions.shown(scope, days, undefined, 2)];
      pages.push(await suggestions.shown(scope, days, pages[0]?.next, 2));
      expect(pages.map((p) => p.rows.map((r) => [r.runId, r.position]))).toEqual([
        [
          ['r-3', 0],
          ['r-1', 0],
        ],
        [['r-1', 1]],
      ]);
      expect(pages[0]?.rows[0]).toEqual({
        ...{ runId: 'r-3', agent: 'appeal', agentVersion: '1', subject: { kind: 'message', id: 'fax' } },
        ...{ input: { itemSequence: 1 }, askedAt: noon, model: 'm', position: 0, suggestion: quoted },
        answer: { verdict: 'rejected', reason: 'No.', by: una.name, at: later },
      });
      expect(pages[1]?.rows[0]?.answer).toMatchObject({ verdict: 'accepted', at: evening });
      expect(pages[1]).not.toHaveProperty('next');
    });
  });

  describe(`${name}: the log of a model`, () => {
    test('holds what was sent and what came back, as it was', async () => {
      const { modelLog, scope } = given();
      const redacted = call('k-1', { redaction: 'all' });
      await modelLog.begin(scope, redacted, budget);
      await modelLog.begin(scope, call('k-2'), budget);
      await modelLog.end(scope, reply('k-1', { answer: 'ein „Wort“' }));
      await modelLog.end(scope, reply('k-1', { answer: 'another' }));
      const { callId: _, ...kept } = reply('k-1', { answer: 'ein „Wort“' });
      expect(await modelLog.ofRun(scope, 'r-1')).toEqual([{ ...redacted, reply: kept }, call('k-2')]);
      expect(await modelLog.ofRun({ tenantId: fresh() }, 'r-1')).toEqual([]);
    });

    test('lets no call begin when those of the day, or its tokens, are used up', async () => {
      const { modelLog, scope } = given();
      expect(await modelLog.begin(scope, call('k-0', { at: at('2026-11-19T23:00:00.000Z') }), budget)).toBe('begun');
      expect(await modelLog.begin(scope, call('k-1'), budget)).toBe('begun');
      await modelLog.end(scope, reply('k-1', { inputTokens: 60, outputTokens: 40 }));
      expect(await modelLog.begin(scope, call('k-2'), budget)).toBe('tokensUsedUp');
      expect(await modelLog.begin(scope, call('k-2'), { ...budget, tokens: 101 })).toBe('begun');
      expect(await modelLog.begin(scope, call('k-3'), { ...budget, tokens: 101 })).toBe('callsUsedUp');
      expect(await modelLog.used(scope, budget.since)).toEqual({ calls: 2, tokens: 100 });
      expect(await modelLog.begin({ tenantId: fresh() }, call('k-1'), budget)).toBe('begun');
    });

    test('lets calls that begin at once spend the same rest only once', async () => {
      const { modelLog, scope } = given();
      const begun = await Promise.all(
        ['k-1', 'k-2', 'k-3', 'k-4'].map((id) => modelLog.begin(scope, call(id), budget)),
      );
      expect(begun.filter((b) => b === 'begun')).toHaveLength(2);
    });
  });

  describe(`${name}: the switches of a model`, () => {
    test('keep each turn with who and why, oldest first', async () => {
      const { modelSwitches, scope } = given();
      const turn = (changeId: string, on: boolean, when: typeof noon): SwitchChange => ({
        ...{ changeId, target: { kind: 'agent', agent: 'brief' }, on, reason: 'Tried out.', by: una, at: when },
      });
      await modelSwitches.turn(scope, turn('b', false, later));
      await modelSwitches.turn(scope, turn('a', true, evening));
      expect(await modelSwitches.changes(scope)).toEqual([turn('b', false, later), turn('a', true, evening)]);
      expect(await modelSwitches.changes({ tenantId: fresh() })).toEqual([]);
    });
  });
};
