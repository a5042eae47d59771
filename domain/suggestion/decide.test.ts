import { nurse } from '@openum/testkit/case/actors.ts';
import { caseOf, received } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import { decide } from '../case/decide.ts';
import { evolve } from '../case/evolve.ts';
import { isRefusal } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import type { Fact } from '../fact/fact.ts';
import { instant } from '../time/instant.ts';
import type { SuggestionAnswer } from './event.ts';
import { isOn, type SwitchChange, switchedOff } from './switch.ts';

const now = instant('2026-11-23T15:00:00Z');
const citation = { documentId: 'd', page: 1, quote: 'PaO2 52', span: { from: 0, to: 7 } };
const fact: Fact = {
  id: 'f',
  key: 'lab.pao2',
  value: { kind: 'quantity', value: 52, unit: 'mm[Hg]' },
  source: { kind: 'document', documentId: 'd', page: 1, start: 0, end: 7, quote: 'PaO2 52', extractor: 'model' },
};
const answer: SuggestionAnswer = {
  ...{ runId: 'r', position: 0, agent: 'extraction', agentVersion: '1', model: 'm', verdict: 'accepted' },
  suggestion: { kind: 'factFromText', fact, citation },
};
const give = (c: Case, change: Partial<SuggestionAnswer> = {}) =>
  decide({ type: 'AnswerSuggestion', answer: { ...answer, ...change }, fact, evaluations: [], actor: nurse, now }, c);

describe('a suggestion of a model', () => {
  test('becomes a fact of the case when a person takes it, and the record holds what was shown', () => {
    const events = give(caseOf(received()));
    if (isRefusal(events)) throw new Error(events.code);
    expect(events.map((e) => [e.type, e.actor])).toEqual([
      ['SuggestionAnswered', nurse],
      ['FactsRecorded', nurse],
    ]);
    expect(events[0]?.data).toEqual(answer);
  });
  test('leaves no fact when it is rejected, and wants the reason', () => {
    const c = caseOf(received());
    expect(give(c, { verdict: 'rejected' })).toMatchObject({ code: 'fieldMissing', facts: { field: 'reason' } });
    const events = give(c, { verdict: 'rejected', reason: 'It is of another patient.' });
    expect(isRefusal(events) ? events.code : events.map((e) => e.type)).toEqual(['SuggestionAnswered']);
  });
  test('says how it was changed', () => {
    expect(give(caseOf(received()), { verdict: 'edited' })).toMatchObject({ facts: { field: 'changedTo' } });
  });
  test('is answered once', () => {
    const c = caseOf(received());
    const events = give(c);
    if (isRefusal(events)) throw new Error(events.code);
    const after = events.reduce((s, e) => evolve(s, e) as Case, c);
    expect(give(after)).toMatchObject({ code: 'suggestionAnswered' });
    expect(isRefusal(give(after, { position: 1 }))).toBe(false);
  });
  test('is answered by a person only', () => {
    const system = { kind: 'system', component: 'rules' } as const;
    const refused = decide(
      { type: 'AnswerSuggestion', answer, evaluations: [], actor: system, now },
      caseOf(received()),
    );
    expect(refused).toMatchObject({ code: 'personRequired' });
  });
});

describe('the switches', () => {
  const turn = (target: SwitchChange['target'], on: boolean): SwitchChange => ({
    ...{ changeId: 'c', target, on, reason: 'x', at: now },
    by: { userId: 'u', name: 'U' },
  });
  const everything = turn({ kind: 'all' }, true);
  test('are off until somebody has turned everything on', () => {
    expect(switchedOff([], 'brief', [])).toEqual({ kind: 'all' });
    expect(switchedOff([everything], 'brief', ['E1390'])).toBeUndefined();
  });
  test('stop one agent or one service, and the newest turn counts', () => {
    const off = [
      everything,
      turn({ kind: 'agent', agent: 'brief' }, false),
      turn({ kind: 'service', code: 'E1390' }, false),
    ];
    expect(switchedOff(off, 'brief', [])).toEqual({ kind: 'agent', agent: 'brief' });
    expect(switchedOff(off, 'letter', ['E0431', 'E1390'])).toEqual({ kind: 'service', code: 'E1390' });
    expect(isOn([...off, turn({ kind: 'agent', agent: 'brief' }, true)], { kind: 'agent', agent: 'brief' })).toBe(true);
  });
});
