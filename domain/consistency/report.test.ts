import { nurse, physician } from '@openum/testkit/case/actors.ts';
import { denial, determine, referred } from '@openum/testkit/case/acts.ts';
import { aRequest } from '@openum/testkit/case/request.ts';
import { after, caseOf, received } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import type { Evaluation } from '../criteria/evaluation.ts';
import type { Fact } from '../fact/fact.ts';
import type { Truth } from '../logic/truth.ts';
import { calendarDate, instant } from '../time/instant.ts';
import { ratingCase, withoutMember } from './blind.ts';
import { casesFor, type Rating, type RatingCase, ratingProblems } from './ratingSet.ts';
import { consistencyReport, disagreements } from './report.ts';

const evaluation: Evaluation = {
  evaluationId: 'e1',
  itemSequence: 1,
  criteria: { setId: 'oxygen', version: '1', name: 'Home oxygen', citation: 'NCD 240.2' },
  tree: 'initial',
  truth: 'notMet',
  leaves: [
    { path: 'saturation', label: 'Saturation', truth: 'notMet', factIds: ['f1'], explanation: '92 percent' },
    { path: 'corPulmonale', label: 'Cor pulmonale', truth: 'unknown', factIds: [], explanation: 'not stated' },
  ],
  evaluatedAt: instant('2026-11-23T15:00:00Z'),
  wouldChange: [],
};
const fact: Fact = {
  id: 'f1',
  key: 'lab.spo2',
  value: { kind: 'quantity', value: 92, unit: '%' },
  at: calendarDate('2026-11-20'),
  source: {
    kind: 'document',
    documentId: 'original',
    page: 1,
    start: 0,
    end: 30,
    quote: 'Mrs. AKERMAN (PHP1000001): SpO2 92 %',
    extractor: 'person',
  },
};
const denied = after(
  received(aRequest(), { evaluations: [evaluation], facts: [fact] }),
  referred(),
  determine([denial()]),
);

describe('a line made ready to be rated again', () => {
  const ready = ratingCase(caseOf(denied), 1, denied.events);

  test('shows what was asked and documented, and neither the member nor the decision', () => {
    const shown = JSON.stringify(ready?.blinded);
    expect(ready?.blinded.facts[0]?.quote).toBe('Mrs. [member] ([member]): SpO2 92 %');
    for (const hidden of ['Akerman', 'AKERMAN', 'Rosalind', 'PHP1000001', '1951-03-09', 'denied', 'notMet'])
      expect(shown).not.toContain(hidden);
  });

  test('keeps apart what the record says, and who had a part in it', () => {
    expect(ready?.recorded).toMatchObject({
      leaves: { saturation: 'notMet', corPulmonale: 'unknown' },
      recommendation: 'notAsRequested',
    });
    expect(ready?.recorded.involved).toEqual(expect.arrayContaining([nurse.userId, physician.userId]));
  });

  test('an administrative denial has no answer to compare with', () => {
    const administrative = after(
      received(aRequest(), { evaluations: [evaluation] }),
      referred(),
      determine([denial({ reasonClass: 'administrative' })]),
    );
    expect(ratingCase(caseOf(administrative), 1, administrative.events)?.recorded.recommendation).toBeUndefined();
  });

  test('a line without criteria, or without a decision, cannot be rated', () => {
    const bare = after(received(), referred(), determine([denial()]));
    expect(ratingCase(caseOf(bare), 1, bare.events)).toBeUndefined();
    const open = received(aRequest(), { evaluations: [evaluation] });
    expect(ratingCase(caseOf(open), 1, open.events)).toBeUndefined();
  });

  test('a name is left out as a whole word only', () => {
    const member = { ...aRequest().member, family: 'Li', given: 'Ann Marie' };
    expect(withoutMember('Ann said that Li takes lithium; Marie-Ann agrees. Annual visit.', member)).toBe(
      '[member] said that [member] takes lithium; [member]-[member] agrees. Annual visit.',
    );
  });
});

const raters = [
  { userId: 'a', name: 'Anna' },
  { userId: 'b', name: 'Ben' },
];
const caseAt = (position: number, involved: readonly string[] = []): RatingCase => ({
  position,
  caseId: `case-${position}`,
  itemSequence: 1,
  blinded: {
    criteria: evaluation.criteria,
    service: { system: 'hcpcs', code: 'E1390' },
    diagnoses: [],
    setting: 'home',
    urgency: 'standard',
    age: 75,
    sex: 'female',
    facts: [],
    leaves: evaluation.leaves.map(({ path, label }) => ({ path, label })),
  },
  recorded: { leaves: { saturation: 'notMet', corPulmonale: 'unknown' }, recommendation: 'notAsRequested', involved },
});
const rating = (
  userId: string,
  position: number,
  recommendation: Rating['recommendation'],
  saturation: Truth = 'notMet',
): Rating => ({
  position,
  userId,
  leaves: { saturation, corPulmonale: 'unknown' },
  recommendation,
  note: '',
  ratedAt: instant('2026-12-01T10:00:00Z'),
});

describe('the report of a set', () => {
  const cases = [caseAt(1), caseAt(2), caseAt(3, ['a'])];
  const ratings = [
    rating('a', 1, 'notAsRequested'),
    rating('b', 1, 'notAsRequested'),
    rating('a', 2, 'approve', 'met'),
    rating('b', 2, 'notAsRequested'),
    rating('b', 3, 'needInformation'),
  ];
  const report = consistencyReport({ raters, seed: 1 }, cases, ratings);

  test('who had a part in a case is not asked about it', () => {
    expect(casesFor(cases, 'a').map((c) => c.position)).toEqual([1, 2]);
    expect(report.byRater.map((r) => [r.name, r.rated, r.toRate])).toEqual([
      ['Anna', 2, 2],
      ['Ben', 3, 3],
    ]);
  });

  test('counts only what two people rated', () => {
    expect(report.outcome).toMatchObject({ units: 2, percent: 0.5 });
    expect(report.leaves).toMatchObject({ units: 4, percent: 0.75 });
    expect(report.byLeaf.map((l) => [l.path, l.percent])).toEqual([
      ['saturation', 0.5],
      ['corPulmonale', 1],
    ]);
  });

  test('compares each rater with the others and with the record', () => {
    expect(report.byRater[0]).toMatchObject({
      outcomeWithOthers: 0.5,
      leavesWithOthers: 0.75,
      outcomeWithRecord: 0.5,
      leavesWithRecord: 0.75,
    });
    expect(report.pairs).toEqual([{ first: 'Anna', second: 'Ben', units: 2, kappa: 0 }]);
  });

  test('names each line on which the recommendations differ, with who said what', () => {
    expect(disagreements(report).map((d) => [d.position, d.said.map((s) => `${s.name} ${s.recommendation}`)])).toEqual([
      [2, ['Anna approve', 'Ben notAsRequested']],
    ]);
  });

  test('a set that nobody has rated has no figures, and no figure is zero by default', () => {
    const empty = consistencyReport({ raters, seed: 1 }, cases, []);
    expect(empty.outcome).toEqual({ units: 0 });
    expect(empty.byRater[0]).toEqual({ userId: 'a', name: 'Anna', rated: 0, toRate: 2 });
  });
});

test('a rating answers every point of the criteria and no other', () => {
  const { blinded } = caseAt(1);
  expect(ratingProblems(blinded, { saturation: 'met', corPulmonale: 'unknown' })).toEqual([]);
  expect(ratingProblems(blinded, { saturation: 'met', foreign: 'met' })).toEqual([
    { path: 'corPulmonale', rule: 'missing' },
    { path: 'foreign', rule: 'unknownPoint' },
  ]);
});
