import type { Instant } from '@openum/domain/time/instant.ts';
import type { SuggestionsOf } from '@openum/http/contract/suggestion.ts';
import { describe, expect, test } from 'vitest';
import { answeredOf, openOf, rulesRead, runSentence, whyNotAsk } from './state.ts';
import type { Run } from './useSuggestions.ts';

const at = '2026-11-20T12:00:00.000Z' as Instant;
const letter = { kind: 'letterDraft', itemSequence: 1, text: 'Plain.' } as const;
const run = (change: Partial<Run> = {}): Run => ({
  ...{
    runId: 'r',
    agent: 'letter',
    agentVersion: '1',
    subject: { kind: 'case', id: 'c' },
    input: {},
    services: [],
    askedAt: at,
  },
  answers: [],
  ...change,
});
const view = (change: Partial<SuggestionsOf> = {}): SuggestionsOf => ({
  ...{ now: at, model: { name: 'm', host: 'h' }, agents: [{ agent: 'letter' }], runs: [], criteria: {} },
  ...change,
});

describe('an agent', () => {
  test('cannot be asked without a model, when it is off, or while it thinks', () => {
    const { model: _, ...without } = view();
    expect(whyNotAsk(without, 'letter')).toContain('No model');
    expect(whyNotAsk(view({ agents: [{ agent: 'letter', off: { kind: 'all' } }] }), 'letter')).toContain(
      'switched off',
    );
    expect(whyNotAsk(view({ runs: [run()] }), 'letter')).toContain('thinking');
    expect(whyNotAsk(view({ runs: [run({ agent: 'brief' })] }), 'letter')).toBeUndefined();
  });
  test('shows what nobody has answered', () => {
    const outcome = { kind: 'suggested', suggestions: [letter, letter], drops: {} } as const;
    const answers = [{ position: 0, verdict: 'accepted', by: 'Una', at }] as const;
    const v = view({ runs: [run({ outcome, answers })] });
    expect(openOf(v, 'letter').map((o) => o.position)).toEqual([1]);
    expect(answeredOf(v, 'letter')).toBe(1);
  });
  test('shows the last answer to a question, and every fact', () => {
    const outcome = { kind: 'suggested', suggestions: [letter], drops: {} } as const;
    const runs = [run({ runId: 'new', outcome }), run({ runId: 'old', outcome })];
    expect(openOf({ runs }, 'letter').map((o) => o.run.runId)).toEqual(['new']);
    const facts = runs.map((r) => ({ ...r, agent: 'extraction' as const }));
    expect(openOf({ runs: facts }, 'extraction')).toHaveLength(2);
  });
});

test('whoever waits is told what came of it', () => {
  expect(runSentence(run())).toContain('thinking');
  expect(runSentence(run({ outcome: { kind: 'failed', because: 'tooSlow' } }))).toBe('The model took too long.');
  expect(runSentence(run({ outcome: { kind: 'abstained', because: '' } }))).toBe('The model found nothing.');
  const dropped = {
    kind: 'suggested',
    suggestions: [],
    drops: { quoteNotFound: 2, decision: 1 },
    pagesLeftOut: 1,
  } as const;
  expect(runSentence(run({ outcome: dropped }))).toBe(
    'Nothing of the answer could be used. Left out: 2 quote not on its page, 1 spoke of a decision. 1 page of the record did not fit.',
  );
});

test('a field that rules and the model read the same stands there once', () => {
  const citation = { documentId: 'fax', page: 1, quote: 'E1390', span: { from: 0, to: 5 } };
  const read = (value: string) => ({ kind: 'intakeField' as const, field: 'serviceCode' as const, value, citation });
  const outcome = { kind: 'suggested' as const, suggestions: [read('E1390')], drops: {} };
  expect(rulesRead({ outcome: { ...outcome, fromRules: [read('E1390'), read('E0431')] } })).toEqual([read('E0431')]);
  expect(rulesRead({})).toEqual([]);
});
