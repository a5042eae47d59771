import { nurse, physician } from '@openum/testkit/case/actors.ts';
import {
  answered,
  asked,
  claimedBy,
  denial,
  determine,
  notice,
  referred,
  voided,
  withdrawn,
} from '@openum/testkit/case/acts.ts';
import { defaultFlow as flow } from '@openum/testkit/case/content.ts';
import { aRequest, oxygenItem, receivedAt } from '@openum/testkit/case/request.ts';
import { after, by, caseOf, received, type Story } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import { addElapsed } from '../time/instant.ts';
import { caseFacts } from './caseFacts.ts';
import type { Flow } from './flow.ts';
import { flowFor, plan } from './plan.ts';

const deadline = addElapsed(receivedAt, { hours: 100 });
const steps = (story: Story) => plan(flow, caseOf(story), deadline).map((s) => `${s.stepId} ${s.role}`);
const letters = by(
  { kind: 'system', component: 'notices' },
  { type: 'RecordNotices', notices: (['member', 'provider'] as const).map((audience) => notice({ audience })) },
);
const twoItems = aRequest({ items: [oxygenItem(), oxygenItem({ sequence: 2 })] });

describe('who does what next', () => {
  test.each<readonly [string, Story, readonly string[]]>([
    ['a new case is taken', received(), ['take clinicalReviewer']],
    ['a claimed case is reviewed', after(received(), claimedBy()), ['review clinicalReviewer']],
    ['an open question is chased', after(received(), asked()), ['chase umCoordinator']],
    [
      'an answered question goes back to review',
      after(received(), claimedBy(), asked(), answered()),
      ['review clinicalReviewer'],
    ],
    ['a referred case is decided', after(received(), referred()), ['decide medicalDirector']],
    [
      'a referred case with a question is chased and decided',
      after(received(), referred(), by(physician, { type: 'Claim' }), asked()),
      ['chase umCoordinator', 'decide medicalDirector'],
    ],
    [
      'a half referred case is reviewed and decided',
      after(received(twoItems), referred([1])),
      ['review clinicalReviewer', 'decide medicalDirector'],
    ],
    ['a decided case gets its letters', after(received(), determine()), ['notify umCoordinator']],
    [
      'a half decided case too, beside its review',
      after(received(twoItems), claimedBy(physician), determine()),
      ['review clinicalReviewer', 'notify umCoordinator'],
    ],
    ['a decided case with letters is done', after(received(), determine(), letters), []],
    ['a withdrawn case is done', after(received(), withdrawn), []],
    ['a voided case is done', after(received(), referred(), voided), []],
    [
      'a withdrawn case still owes letters',
      after(received(twoItems), determine([denial()]), withdrawn),
      ['notify umCoordinator'],
    ],
  ])('%s', (_name, story, expected) => {
    expect(steps(story)).toEqual(expected);
  });
});

test('a step is due at its share of the time to the deadline', () => {
  expect(plan(flow, caseOf(received()), deadline)[0]?.dueAt).toBe(addElapsed(receivedAt, { hours: 25 }));
  expect(plan(flow, caseOf(after(received(), claimedBy())), deadline)[0]?.dueAt).toBe(
    addElapsed(receivedAt, { hours: 50 }),
  );
});

test('without a deadline no step is due, and a deadline before receipt is due at once', () => {
  expect(plan(flow, caseOf(received()), undefined)[0]).not.toHaveProperty('dueAt');
  expect(plan(flow, caseOf(received()), addElapsed(receivedAt, { hours: -1 }))[0]?.dueAt).toBe(receivedAt);
});

test('a step whose condition is unknown is not open and stops no other', () => {
  const unknown = { id: 'x', label: 'x', fact: 'case.noSuchFact', op: '==', value: true } as const;
  const odd: Flow = { ...flow, steps: [{ id: 'odd', title: 'Odd', role: 'biller', when: unknown }, ...flow.steps] };
  expect(plan(odd, caseOf(received()), deadline).map((s) => s.stepId)).toEqual(['take']);
});

test('the first flow that names the review type and the line of business is taken', () => {
  const only: Flow = {
    ...flow,
    id: 'medicaid',
    appliesTo: { reviewTypes: ['prospective'], linesOfBusiness: ['medicaidManagedCare'] },
  };
  const c = caseOf(received());
  expect(flowFor([only, flow], c)?.id).toBe(flow.id);
  const medicaid = { ...aRequest().coverage, lineOfBusiness: 'medicaidManagedCare' } as const;
  expect(flowFor([only, flow], caseOf(received(aRequest({ coverage: medicaid }))))?.id).toBe('medicaid');
  expect(flowFor([only], c)).toBeUndefined();
});

test('a case is read like a chart: every fact has a key and a value', () => {
  const facts = caseFacts(caseOf(after(received(), claimedBy(nurse))));
  const read = Object.fromEntries(facts.map((f) => [f.key, f.value.value]));
  expect(read).toEqual({
    'case.status': 'clinicalReview',
    'case.urgency': 'standard',
    'case.lineOfBusiness': 'medicareAdvantage',
    'case.reviewType': 'prospective',
    'case.channel': 'portal',
    'case.criteria': 'none',
    'case.assigned': true,
    'case.reviewed': false,
    'case.referred': false,
    'case.informationOpen': false,
    'case.deadlineMissed': false,
    'case.noticesMissing': false,
  });
});
