import { denial, determine, referred } from '@openum/testkit/case/acts.ts';
import { offered, stateRule } from '@openum/testkit/case/peerToPeer.ts';
import { inState } from '@openum/testkit/case/physicians.ts';
import { aRequest, criteria, hcpcs, oxygenItem } from '@openum/testkit/case/request.ts';
import { after, caseOf, now, received, type Story } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import type { Evaluation } from '../criteria/evaluation.ts';
import type { Fact } from '../fact/fact.ts';
import { type BriefBasis, briefOf } from './brief.ts';
import { historyOf } from './history.ts';

const fact: Fact = {
  id: 'f1',
  key: 'vital.spo2',
  value: { kind: 'quantity', value: 92, unit: '%' },
  source: { kind: 'document', documentId: 'original', page: 3, start: 0, end: 5, quote: 'SpO2 92', extractor: 'x' },
};
const evaluation: Evaluation = {
  evaluationId: 'e',
  itemSequence: 1,
  criteria,
  tree: 'initial',
  truth: 'notMet',
  evaluatedAt: now,
  wouldChange: ['low'],
  leaves: [
    {
      path: 'low',
      label: 'Saturation at most 88 percent',
      truth: 'notMet',
      factIds: ['f1'],
      explanation: 'found 92 %',
    },
  ],
};
const two = aRequest({ items: [oxygenItem(), oxygenItem({ sequence: 2, service: { system: hcpcs, code: 'E0431' } })] });
const story = received(two, { facts: [fact], evaluations: [evaluation] });
const brief = (s: Story, change: Partial<BriefBasis> = {}) =>
  briefOf(caseOf(s), {
    receipts: [],
    demand: inState,
    peerToPeer: { offers: [], deadlines: [] },
    history: [],
    labels: new Map([['E1390', 'Oxygen concentrator']]),
    now,
    ...change,
  });

describe('the brief of a physician', () => {
  test('speaks of the referred lines only, each with its reason and what the criteria found', () => {
    const { items } = brief(after(story, referred([1])));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      itemSequence: 1,
      label: 'Oxygen concentrator',
      answer: 'notMet',
      referral: { reason: 'Saturation is above the limit.' },
    });
  });

  test('names the page on which the value that counts against the line stands', () => {
    const [item] = brief(after(story, referred([1]))).items;
    expect(item?.criteria[0]?.opposes[0]?.evidence).toEqual([fact]);
    expect(item?.criteria[0]?.questions).toHaveLength(1);
  });

  test('says that no criteria were read where none are held', () => {
    expect(brief(after(story, referred([2]))).items[0]).toMatchObject({ answer: 'notRead', criteria: [] });
  });

  test('says which talk still has to come before a decision against the line', () => {
    const peerToPeer = { offers: [stateRule], deadlines: [] };
    const waiting = after(story, referred([1]));
    expect(brief(waiting, { peerToPeer }).items[0]?.talkFirst?.code).toBe('peerToPeerOfferMissing');
    const talk = brief(after(waiting, offered()), { peerToPeer }).items[0];
    expect(talk).toMatchObject({ talks: [{ offerId: 'offer-1', status: 'offered' }] });
    expect(talk?.talkFirst?.code).toBe('peerToPeerOpen');
  });
});

test('the history sets the same service first, with why an earlier request went against the member', () => {
  const denied = caseOf(after(received(), referred(), determine([denial()])));
  const other = caseOf(received(aRequest({ items: [oxygenItem({ service: { system: hcpcs, code: 'E0601' } })] })));
  const history = historyOf(
    [
      { caseId: 'b', state: other },
      { caseId: 'a', state: denied },
    ],
    [{ system: hcpcs, code: 'E1390' }],
  );
  expect(history.map((h) => [h.caseId, h.same, h.status])).toEqual([
    ['a', true, 'denied'],
    ['b', false, 'pended'],
  ]);
  expect(history[0]?.rationale).toContain('Saturation');
  expect(history[1]).not.toHaveProperty('rationale');
});
