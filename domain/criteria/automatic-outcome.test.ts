import { describe, expect, test } from 'vitest';
import type { RequestedItem } from '../case/request.ts';
import type { Fact } from '../fact/fact.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';
import { type AutomaticSetting, automaticOutcome } from './automatic-outcome.ts';
import type { CriteriaSet } from './criteria-set.ts';
import { evaluateItem } from './evaluate-item.ts';
import type { Evaluation } from './evaluation.ts';
import { promptsFor } from './prompts.ts';
import { resolveCriteria } from './resolve.ts';

const day = (text: string): CalendarDate => text as CalendarDate;
const today = day('2026-03-15');
const hcpcs = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';

const set: CriteriaSet = {
  id: 'oxygen',
  version: '1',
  name: 'Oxygen',
  citation: 'Rule 1',
  sourceKind: 'ncd',
  status: 'active',
  effectiveFrom: day('2026-01-01'),
  appliesTo: {
    linesOfBusiness: ['medicareAdvantage'],
    services: [
      { system: hcpcs, code: 'E1390' },
      { system: hcpcs, code: 'E1392' },
    ],
  },
  autoApproval: true,
  initial: { id: 'root', label: 'Low', fact: 'sat', op: '<=', value: 88, unit: '%' },
  approveFor: [
    {
      label: 'Portable',
      tree: 'initial',
      services: ['E1392'],
      requires: { id: 'mobile', label: 'Mobile', fact: 'mobile', op: '==', value: true },
      quantities: [{ value: 3, unit: 'mo' }],
      days: 92,
    },
    { label: 'Stationary', tree: 'initial', services: ['E1390'], quantities: [{ value: 3, unit: 'mo' }], days: 92 },
  ],
  limits: [{ label: 'Months', fact: 'used', max: 4, unit: 'mo', citation: 'Rule 1' }],
  requiredDocuments: [],
  pitfalls: [],
  prompts: [
    {
      id: 'bias',
      text: 'Weigh it.',
      citation: 'Rule 1',
      when: { truth: 'notMet', fact: 'sat', exceptQualifiers: { method: 'arterial' } },
    },
  ],
  vectors: [],
};

const quantity = (key: string, value: number, unit: string, qualifiers = {}): Fact => ({
  id: key,
  key,
  value: { kind: 'quantity', value, unit },
  qualifiers,
  source: { kind: 'request', field: key },
});
const facts = [quantity('sat', 87, '%'), quantity('used', 1, 'mo')];
const item: RequestedItem = {
  sequence: 1,
  service: { system: hcpcs, code: 'E1390' },
  quantity: { value: 3, unit: 'MO' },
  period: { start: today, end: day('2026-06-14') },
  diagnoses: [],
  isDrug: false,
};
const evaluated = (given: readonly Fact[] = facts, it = item, of = set): Evaluation =>
  evaluateItem({
    evaluationId: 'e1',
    evaluatedAt: '2026-03-15T12:00:00.000Z' as Instant,
    set: of,
    tree: 'initial',
    item: it,
    facts: given,
    context: { today },
  })!;
const outcome = (change: {
  it?: RequestedItem;
  of?: CriteriaSet;
  evaluation?: Evaluation;
  given?: readonly Fact[];
  dial?: AutomaticSetting['dial'];
}) => {
  const it = change.it ?? item;
  const of = change.of ?? set;
  const given = change.given ?? facts;
  return automaticOutcome(change.evaluation ?? evaluated(given, it, of), of, it, {
    today,
    facts: given,
    ...(change.dial ? { dial: change.dial } : {}),
  });
};
const { period: _p, quantity: _q, ...bare } = item;

describe('an evaluation of an item', () => {
  test('names criteria, version, leaves and what would change the answer', () => {
    const e = evaluated([quantity('sat', 90, '%')]);
    expect(e).toMatchObject({ truth: 'notMet', itemSequence: 1, wouldChange: ['root'] });
    expect(e.criteria).toEqual({ setId: 'oxygen', version: '1', name: 'Oxygen', citation: 'Rule 1' });
  });

  test('asks what the requested service needs in addition', () => {
    const portable = { ...item, service: { system: hcpcs, code: 'E1392' } };
    expect(evaluated(facts, portable).truth).toBe('unknown');
    const mobile: Fact = { ...quantity('mobile', 0, ''), value: { kind: 'boolean', value: true } };
    expect(evaluated([...facts, mobile], portable).truth).toBe('met');
  });

  test('is not there when the set has no such tree', () => {
    const input = { evaluationId: 'e', evaluatedAt: '' as Instant, set, item, facts, context: { today } };
    expect(evaluateItem({ ...input, tree: 'continuedStay' })).toBeUndefined();
  });
});

describe('the automatic outcome', () => {
  test('approves all that was asked for when the criteria are met', () => {
    expect(outcome({})).toEqual({
      kind: 'approve',
      quantity: { value: 3, unit: 'MO' },
      period: item.period,
      criteria: { setId: 'oxygen', version: '1', name: 'Oxygen', citation: 'Rule 1' },
    });
  });

  test('an open request gets what the criteria approve', () => {
    expect(outcome({ it: bare })).toMatchObject({
      kind: 'approve',
      quantity: { value: 3, unit: 'mo' },
      period: { start: today, end: '2026-06-14' },
    });
  });

  const refused: [string, Parameters<typeof outcome>[0], string][] = [
    ['the plan has switched it off', { dial: { approves: false, sources: [], number: 4 } }, 'switched off (change 4)'],
    [
      'a fact comes from a source that the plan does not count',
      { dial: { approves: true, sources: ['resource'], number: 5 } },
      'rests on the request form, which does not count',
    ],
    ['the set is a draft', { of: { ...set, status: 'draft' } }, 'is a draft'],
    ['the set is not cleared', { of: { ...set, autoApproval: false } }, 'not cleared'],
    ['a criterion is not met', { given: [quantity('sat', 90, '%')] }, 'not met'],
    ['information is missing', { given: [] }, 'information is missing'],
    ['more units are asked', { it: { ...item, quantity: { value: 4, unit: 'mo' } } }, 'up to 3'],
    ['a negative amount is asked', { it: { ...item, quantity: { value: -1, unit: 'mo' } } }, 'up to 3'],
    ['another unit is asked', { it: { ...item, quantity: { value: 1, unit: 'VS' } } }, 'requested unit'],
    ['more days are asked', { it: { ...item, period: { start: today, end: day('2026-06-15') } } }, '93 days'],
    [
      'the period runs backwards',
      { it: { ...item, period: { start: today, end: day('2026-03-14') } } },
      'before it starts',
    ],
    ['the period starts before the rule', { it: { ...item, period: { start: day('2025-12-31') } } }, 'not in effect'],
    ['the rule ends within the period', { of: { ...set, effectiveTo: day('2026-06-13') } }, 'not in effect'],
    ['the yearly limit would be passed', { given: [facts[0]!, quantity('used', 2, 'mo')] }, 'Months: 2 used, 3'],
    ['what was used is not known', { given: [facts[0]!] }, 'Months: what was used'],
    [
      'the evaluation is of another version',
      { evaluation: evaluated(), of: { ...set, version: '2' } },
      'another version',
    ],
    ['nothing is said about the service', { of: { ...set, approveFor: [] } }, 'does not say what'],
    [
      'a reviewer answered a leaf',
      { evaluation: { ...evaluated(), leaves: [{ ...evaluated().leaves[0]!, overruled: { by: 'u', reason: 'r' } }] } },
      'in person',
    ],
  ];
  test.each(refused)('refers to a person when %s', (_, change, reason) => {
    const found = outcome(change);
    expect(found.kind).toBe('refer');
    expect(found.kind === 'refer' && found.reason).toContain(reason);
  });
});

test('an approval names the setting of the plan under which it was made', () => {
  const dial = { approves: true, sources: ['request'], number: 6 } as const;
  expect(outcome({ dial })).toMatchObject({ kind: 'approve', dial: 6 });
  expect(outcome({})).not.toHaveProperty('dial');
});

describe('prompts', () => {
  const high = (qualifiers = {}) => [quantity('sat', 90, '%', qualifiers)];
  const shown = (given: readonly Fact[]) => promptsFor(set, evaluated(given), given).map((p) => p.id);

  test('a failed answer that rests on oximetry shows the reminder', () => {
    expect(shown(high({ method: 'pulseOximetry' }))).toEqual(['bias']);
    expect(shown(high())).toEqual(['bias']);
  });

  test('not when it rests on an arterial value, and not when it is met or unknown', () => {
    expect(shown(high({ method: 'arterial' }))).toEqual([]);
    expect(shown(facts)).toEqual([]);
    expect(shown([])).toEqual([]);
  });
});

describe('which criteria apply', () => {
  const query = {
    lineOfBusiness: 'medicareAdvantage',
    service: { system: 'http://www.ama-assn.org/go/cpt', code: 'E1390' },
    diagnoses: ['J44.9'],
    setting: 'home',
    on: today,
  } as const;
  const ids = (sets: readonly CriteriaSet[], change = {}) =>
    resolveCriteria(sets, { ...query, ...change }).map((s) => s.id);

  test('statute, NCD, LCD, plan policy, vendor: in this order', () => {
    const sets = (['vendor', 'lcd', 'statute', 'planPolicy', 'ncd'] as const).map((sourceKind) => ({
      ...set,
      id: sourceKind,
      sourceKind,
    }));
    expect(ids(sets)).toEqual(['statute', 'ncd', 'lcd', 'planPolicy', 'vendor']);
  });

  test('a draft never applies', () => {
    expect(ids([{ ...set, status: 'draft' }])).toEqual([]);
  });

  test('a set applies from its first to its last day', () => {
    const dated = { ...set, effectiveTo: day('2026-03-31') };
    const found = ['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01'].map((on) => ids([dated], { on }).length);
    expect(found).toEqual([0, 1, 1, 0]);
  });

  test('a local determination needs its jurisdiction', () => {
    const local = { ...set, jurisdictions: ['NY'] };
    expect([ids([local]), ids([local], { jurisdiction: 'NY' }), ids([local], { jurisdiction: 'TX' })]).toEqual([
      [],
      ['oxygen'],
      [],
    ]);
  });

  test('line of business, service, diagnosis, age and setting narrow it', () => {
    const narrow: CriteriaSet = {
      ...set,
      appliesTo: { ...set.appliesTo, diagnoses: ['J44'], ageFrom: 18, ageTo: 64, settings: ['home'] },
    };
    expect(ids([narrow], { age: 40 })).toEqual(['oxygen']);
    expect(ids([narrow], { age: 40, diagnoses: ['j449'] })).toEqual(['oxygen']);
    for (const change of [
      { age: 17 },
      { age: 65 },
      {},
      { age: 40, diagnoses: ['J45.9'] },
      { age: 40, setting: 'office' },
      { age: 40, lineOfBusiness: 'chip' },
      { age: 40, service: { system: hcpcs, code: 'E0431' } },
      { age: 40, service: { system: 'urn:other', code: 'E1390' } },
    ])
      expect(ids([narrow], change)).toEqual([]);
  });
});
