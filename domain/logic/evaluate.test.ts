import { describe, expect, test } from 'vitest';
import type { Fact, FactValue } from '../fact/fact.ts';
import type { CalendarDate, ZoneId } from '../time/instant.ts';
import type { Condition, Context, Leaf } from './condition.ts';
import { evaluate } from './evaluate.ts';
import { leafFindings } from './findings.ts';

const today = '2026-03-15' as CalendarDate;
let count = 0;
const fact = (key: string, value: FactValue, more: Partial<Fact> = {}): Fact => ({
  id: `f${++count}`,
  key,
  value,
  source: { kind: 'request', field: 'test' },
  ...more,
});
const mm = (value: number, at?: string, more: Partial<Fact> = {}): Fact =>
  fact('pao2', { kind: 'quantity', value, unit: 'mm[Hg]' }, { ...(at ? { at: at as CalendarDate } : {}), ...more });
const yes = (key: string, value: boolean, at?: string): Fact =>
  fact(key, { kind: 'boolean', value }, at ? { at: at as CalendarDate } : {});
const low: Leaf = { id: 'low', label: 'Low', fact: 'pao2', op: '<=', value: 55, unit: 'mm[Hg]' };
const read = (tree: Condition, facts: readonly Fact[], context: Partial<Context> = {}) => {
  const result = evaluate(tree, facts, { today, ...context });
  return { truth: result.truth, explanation: leafFindings(result)[0]?.explanation ?? '' };
};
const truthOf = (tree: Condition, facts: readonly Fact[], context: Partial<Context> = {}) =>
  read(tree, facts, context).truth;

describe('a leaf', () => {
  test('is unknown without a fact, and says what to document', () => {
    expect(read({ ...low, document: 'an arterial blood gas' }, [])).toEqual({
      truth: 'unknown',
      explanation: 'Not documented. Please document: an arterial blood gas; needed: at most 55 mmHg.',
    });
  });

  test('names value, unit, date and threshold', () => {
    expect(read(low, [mm(57, '2026-03-01')]).explanation).toBe(
      'Not as required: found 57 mmHg on 2026-03-01; needed: at most 55 mmHg.',
    );
  });

  test.each([
    ['<=', 55, 'met'],
    ['<', 55, 'notMet'],
    ['<', 54.9, 'met'],
    ['>=', 55, 'met'],
    ['>', 55, 'notMet'],
    ['>', 55.1, 'met'],
    ['==', 55, 'met'],
    ['==', 55.1, 'notMet'],
  ] as const)('%s 55 with %d is %s', (op, value, truth) => {
    expect(truthOf({ ...low, op }, [mm(value)])).toBe(truth);
  });

  test('converts units, and is unknown with an explanation when it cannot', () => {
    expect(truthOf(low, [fact('pao2', { kind: 'quantity', value: 7, unit: 'kPa' })])).toBe('met');
    const wrong = read(low, [fact('pao2', { kind: 'quantity', value: 7, unit: '%' })]);
    expect(wrong.truth).toBe('unknown');
    expect(wrong.explanation).toContain('does not convert to mmHg');
  });

  test('is unknown when the fact is of another kind', () => {
    expect(truthOf(low, [fact('pao2', { kind: 'text', value: 'low' })])).toBe('unknown');
  });

  test('is unknown strictly inside a gap and decided at its ends', () => {
    const gapped = { ...low, gaps: [{ above: 55, below: 56 }] };
    expect([55, 55.5, 56].map((v) => truthOf(gapped, [mm(v)]))).toEqual(['met', 'unknown', 'notMet']);
  });

  test('counts only facts with its qualifiers', () => {
    const leaf = { ...low, where: { state: ['rest', 'awake'], air: 'room' } };
    const at = (state: string, air?: string) =>
      truthOf(leaf, [mm(50, undefined, { qualifiers: { state, ...(air ? { air } : {}) } })]);
    expect([at('rest', 'room'), at('awake', 'room'), at('exercise', 'room'), at('rest')]).toEqual([
      'met',
      'met',
      'unknown',
      'unknown',
    ]);
  });

  test('takes codes and texts from a list', () => {
    const leaf: Leaf = { id: 'x', label: 'X', fact: 'class', op: 'in', values: ['II', 'III'] };
    const truths = ['II', 'IV'].map((value) => truthOf(leaf, [fact('class', { kind: 'code', value })]));
    expect(truths).toEqual(['met', 'notMet']);
  });
});

describe('several facts', () => {
  test('the latest counts', () => {
    expect(truthOf(low, [mm(50, '2026-03-01'), mm(60, '2026-03-02')])).toBe('notMet');
    expect(truthOf(low, [mm(60, '2026-03-01T08:00:00.000Z'), mm(50, '2026-03-01T09:00:00.000Z')])).toBe('met');
  });

  test('contradicting facts of one day are unknown, both named', () => {
    const a = yes('edema', true, '2026-03-01');
    const b = yes('edema', false, '2026-03-01');
    const leaf: Leaf = { id: 'e', label: 'Edema', fact: 'edema', op: '==', value: true };
    const result = evaluate(leaf, [a, b], { today });
    expect(result.truth).toBe('unknown');
    expect(leafFindings(result)[0]?.factIds).toEqual([a.id, b.id]);
    expect(leafFindings(result)[0]?.explanation).toBe(
      'Found yes on 2026-03-01 and no on 2026-03-01, which contradict each other; needed: yes.',
    );
  });

  test('an undated fact cannot be put before or after a dated one', () => {
    expect(truthOf(low, [mm(50), mm(60, '2026-03-02')])).toBe('unknown');
    expect(truthOf(low, [mm(50), mm(51, '2026-03-02')])).toBe('met');
  });

  test('lowest, highest, any and all select as they say', () => {
    const facts = [mm(50, '2026-03-01'), mm(60, '2026-03-02')];
    const by = (select: NonNullable<Leaf['select']>) => truthOf({ ...low, select }, facts);
    expect([by('lowest'), by('highest'), by('any'), by('all'), by('latest')]).toEqual([
      'met',
      'notMet',
      'met',
      'notMet',
      'notMet',
    ]);
  });

  test('evidence of the preferred kind outranks the other, unless there is none', () => {
    const sat: Leaf = { id: 'sat', label: 'Saturation', fact: 'sat', op: '<=', value: 88, unit: '%' };
    const tree: Condition = { id: 'p', label: 'P', prefer: [low, sat] };
    const percent = fact('sat', { kind: 'quantity', value: 87, unit: '%' });
    expect(truthOf(tree, [percent])).toBe('met');
    expect(truthOf(tree, [percent, mm(60)])).toBe('notMet');
    expect(truthOf(tree, [])).toBe('unknown');
  });
});

describe('windows', () => {
  const infarction: Leaf = {
    id: 'mi',
    label: 'Infarction within 40 days',
    fact: 'mi',
    op: 'present',
    window: { within: { value: 40, unit: 'd' }, before: 'serviceDate' },
  };
  const at = { anchors: { serviceDate: '2026-03-31' as CalendarDate } };

  test.each([
    ['2026-02-19', 'met'],
    ['2026-02-18', 'notMet'],
    ['2026-03-31', 'met'],
    ['2026-04-01', 'notMet'],
  ])('an infarction on %s, 40 days before 31 March: %s', (day, truth) => {
    expect(truthOf(infarction, [yes('mi', true, day)], at)).toBe(truth);
  });

  test('an occurrence without a date is unknown; a recorded "never" is a no', () => {
    expect(truthOf(infarction, [yes('mi', true)], at)).toBe('unknown');
    expect(truthOf(infarction, [yes('mi', false)], at)).toBe('notMet');
  });

  test('a "never" recorded after the occurrence contradicts it, one before it does not', () => {
    const event = yes('mi', true, '2026-03-10');
    expect(truthOf(infarction, [event, yes('mi', false, '2026-03-20')], at)).toBe('unknown');
    expect(truthOf(infarction, [event, yes('mi', false, '2026-01-20')], at)).toBe('met');
  });

  test('an unknown anchor leaves it unknown', () => {
    expect(truthOf(infarction, [yes('mi', true, '2026-03-10')])).toBe('unknown');
  });

  test('another dated fact can be the anchor', () => {
    const leaf: Leaf = { ...infarction, window: { within: { value: 2, unit: 'd' }, before: 'discharge.day' } };
    const discharge = fact('discharge.day', { kind: 'date', value: '2026-03-12' as CalendarDate });
    expect(truthOf(leaf, [yes('mi', true, '2026-03-10'), discharge])).toBe('met');
    expect(truthOf(leaf, [yes('mi', true, '2026-03-09'), discharge])).toBe('notMet');
  });

  test('a value measured outside the window is no evidence, neither way', () => {
    const leaf: Leaf = { ...low, window: { within: { value: 30, unit: 'd' }, before: 'today' } };
    expect(truthOf(leaf, [mm(60, '2026-01-01')])).toBe('unknown');
    expect(truthOf(leaf, [mm(60)])).toBe('unknown');
    expect(truthOf(leaf, [mm(60, '2026-03-01'), mm(50, '2026-01-01')])).toBe('notMet');
  });

  test('a moment falls on the day of the zone', () => {
    const late = yes('mi', true, '2026-02-19T02:00:00.000Z');
    expect(truthOf(infarction, [late], at)).toBe('met');
    expect(truthOf(infarction, [late], { ...at, zone: 'America/New_York' as ZoneId })).toBe('notMet');
  });
});

describe('thresholds by sex and age', () => {
  const bmi: Leaf = {
    id: 'bmi',
    label: 'BMI',
    fact: 'bmi',
    op: '<=',
    unit: 'kg/m2',
    thresholds: [
      { sex: 'male', value: 31.1 },
      { sex: 'female', value: 32.3 },
    ],
  };
  const value = fact('bmi', { kind: 'quantity', value: 32, unit: 'kg/m2' });

  test('each sex has its own, and an unknown sex leaves it unknown', () => {
    expect(truthOf(bmi, [value], { sex: 'female' })).toBe('met');
    expect(truthOf(bmi, [value], { sex: 'male' })).toBe('notMet');
    expect(truthOf(bmi, [value])).toBe('unknown');
  });

  test('an age row holds from its first to its last year', () => {
    const leaf: Leaf = { ...low, op: '>=', thresholds: [{ ageFrom: 70, ageTo: 79, value: 15 }, { value: 10 }] };
    expect([69, 70, 79, 80].map((age) => truthOf(leaf, [mm(12)], { age }))).toEqual(['met', 'notMet', 'notMet', 'met']);
    expect(truthOf(leaf, [mm(12)])).toBe('unknown');
  });
});

test('under a not the finding says what must not be', () => {
  const tree: Condition = {
    id: 'n',
    label: 'N',
    not: { id: 'e', label: 'Edema', fact: 'edema', op: '==', value: true },
  };
  const result = evaluate(tree, [yes('edema', false)], { today });
  expect(result.truth).toBe('met');
  expect(leafFindings(result)[0]).toMatchObject({
    path: 'n/e',
    truth: 'notMet',
    negated: true,
    explanation: 'As required: found no; must not be: yes.',
  });
});
