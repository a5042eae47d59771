import { nurse } from '@openum/testkit/case/actors.ts';
import { aRequest, document } from '@openum/testkit/case/request.ts';
import { after, by, caseOf, received, type Story } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import { fold } from '../case/evolve.ts';
import type { Evaluation } from '../criteria/evaluation.ts';
import type { Fact } from '../fact/fact.ts';
import type { Part2Rule } from './part2.ts';
import { eventsWithout, isWithheld, suggestionWithout, withheldOf } from './withhold.ts';

const rule: Part2Rule = {
  citation: '42 CFR 2.32(a)',
  diagnosisPrefixes: ['F11'],
  serviceCodes: [],
  levelsOfCare: [],
  openRoles: ['clinicalReviewer'],
};

const read = (id: string, documentId: string): Fact => ({
  ...{
    id,
    key: `lab.${id}`,
    value: { kind: 'quantity', value: 4711, unit: 'mg' },
    at: '2026-11-18' as Fact['at'] & string,
  },
  qualifiers: { state: 'rest' },
  source: {
    ...{ kind: 'document', documentId, page: 1, start: 0, end: 9, quote: 'dose 4711 mg', extractor: 'rules' },
    by: { userId: 'n', name: 'N', basis: 'I read 4711.' },
  },
});
const workedOut: Fact = {
  ...{ id: 'derived:sum', key: 'lab.sum', value: { kind: 'quantity', value: 4711, unit: 'mg' } },
  source: { kind: 'derived', rule: 'sum', from: ['closed'] },
};
const typed: Fact = {
  ...{ id: 'typed', key: 'lab.typed', value: { kind: 'boolean', value: true } },
  source: { kind: 'person', userId: 'n', name: 'N', basis: 'The patient said so.' },
};
const leaf = (path: string, factIds: readonly string[]): Evaluation['leaves'][number] => ({
  ...{ path, label: path, truth: 'met', factIds, explanation: 'It is 4711 mg.' },
});
const evaluation = (story: Story): Evaluation => ({
  ...{ evaluationId: 'e', itemSequence: caseOf(story).items[0]?.sequence ?? 1, tree: 'initial', truth: 'met' },
  criteria: { setId: 's', version: '1', name: 'S', citation: 'c' },
  leaves: [leaf('a', ['closed']), leaf('b', ['derived:sum']), leaf('c', ['typed'])],
  evaluatedAt: '2026-11-20T17:00:00Z' as Evaluation['evaluatedAt'],
  wouldChange: [],
});

const withFacts = (change: Parameters<typeof aRequest>[0] = {}): Story => {
  const story = after(
    received(aRequest(change)),
    by(nurse, { type: 'AttachDocument', document: document('d1') }),
    by(nurse, { type: 'AttachDocument', document: document('d2') }),
  );
  const facts = [workedOut, read('closed', 'd1'), read('open', 'd2'), typed];
  return after(story, by(nurse, { type: 'RecordFacts', facts, evaluations: [evaluation(story)] }));
};
const markD1 = by(nurse, {
  ...{ type: 'MarkPart2', protected: true, reason: 'The program says so.', documentIds: ['d1'] },
});
const shown = (story: Story) => {
  const held = withheldOf(caseOf(story), story.events, rule);
  const state = fold(held ? eventsWithout(story.events, held) : story.events);
  if (state.kind !== 'case') throw new Error('no case');
  return state;
};
const hidden = (story: Story) =>
  shown(story)
    .facts.filter(isWithheld)
    .map((f) => f.id)
    .toSorted();

describe('of a case with a protected document', () => {
  const story = after(withFacts(), markD1);

  test('the facts of that document and what follows from them keep their names and lose all else', () => {
    expect(hidden(story)).toEqual(['closed', 'derived:sum']);
    const fact = shown(story).facts.find((f) => f.id === 'closed');
    expect(fact).toMatchObject({ key: 'lab.closed', source: { documentId: 'd1', quote: '' } });
    expect(fact?.at).toBeUndefined();
    expect(fact?.qualifiers).toBeUndefined();
    expect(JSON.stringify(shown(story).facts.filter((f) => f.id !== 'open'))).not.toContain('4711');
  });

  test('points that rest on such a fact do not say what was found, and the others do', () => {
    const [a, b, c] = shown(story).evaluations[0]?.leaves ?? [];
    expect([a?.truth, b?.truth, c?.truth]).toEqual(['unknown', 'unknown', 'met']);
    expect([a?.explanation, b?.explanation].join()).not.toContain('4711');
  });

  test('a suggestion that quotes it loses its words, and one that quotes another page keeps them', () => {
    const held = withheldOf(caseOf(story), story.events, rule);
    if (!held) throw new Error('nothing is withheld');
    const note = (documentId: string) =>
      suggestionWithout(
        {
          ...{ kind: 'briefNote', itemSequence: 1, side: 'supports', text: 'Takes 4711 mg.' },
          citations: [{ documentId, page: 1, quote: '4711 mg', span: { from: 0, to: 7 } }],
        },
        held,
      );
    expect(JSON.stringify(note('d1'))).not.toContain('4711');
    expect(note('d2')).toMatchObject({ text: 'Takes 4711 mg.' });
  });
});

test('of a case that is protected as a whole no fact is shown but those of the request', () => {
  const story = withFacts({ diagnoses: [{ sequence: 1, code: 'F11.20', principal: true }] });
  expect(hidden(story)).toEqual(['closed', 'derived:sum', 'open', 'typed']);
  expect(JSON.stringify(shown(story).facts)).not.toContain('The patient said so.');
});

test('of any other case nothing is withheld', () => {
  const story = withFacts();
  expect(withheldOf(caseOf(story), story.events, rule)).toBeUndefined();
});
