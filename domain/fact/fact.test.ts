import { describe, expect, test } from 'vitest';
import type { AuthorizationRequest, RequestedItem } from '../case/request.ts';
import type { CalendarDate } from '../time/instant.ts';
import { type FactCatalogue, type FactDefinition, factProblem } from './catalogue.ts';
import { deriveFacts } from './derive.ts';
import type { Fact, FactValue } from './fact.ts';
import { factsFromRequest } from './from-request.ts';

const day = (text: string): CalendarDate => text as CalendarDate;
const icd = 'http://hl7.org/fhir/sid/icd-10-cm';
const definitions: FactDefinition[] = [
  {
    key: 'lab.pao2',
    label: 'PaO2',
    kind: 'quantity',
    unit: 'mm[Hg]',
    units: ['mm[Hg]', 'kPa'],
    qualifiers: { state: ['rest'] },
  },
  {
    key: 'dx.sleepApnea',
    label: 'Sleep apnea',
    kind: 'boolean',
    conditionPrefixes: [{ system: icd, prefix: 'G47.33' }],
  },
  {
    key: 'op.kind',
    label: 'Operation',
    kind: 'code',
    values: [
      { code: 'bypass', label: 'Bypass', codings: [{ system: 'cpt', code: '43644' }] },
      { code: 'band', label: 'Band', codings: [{ system: 'cpt', code: '43770' }] },
    ],
  },
];
const catalogue: FactCatalogue = { version: '1', byKey: new Map(definitions.map((d) => [d.key, d])) };
const fact = (key: string, value: FactValue, at?: string): Fact => ({
  id: `${key}@${at ?? ''}`,
  key,
  value,
  ...(at === undefined ? {} : { at: day(at) }),
  source: { kind: 'request', field: 'x' },
});
const quantity = (key: string, value: number, unit: string, at?: string) =>
  fact(key, { kind: 'quantity', value, unit }, at);

describe('a fact against the catalogue', () => {
  test('fits with a known key, kind, unit and qualifier', () => {
    const pao2 = quantity('lab.pao2', 55, 'kPa');
    expect(factProblem({ ...pao2, qualifiers: { state: 'rest' } }, catalogue)).toBeUndefined();
  });

  test.each([
    ['unknown key', quantity('lab.x', 1, '%'), 'lab.x is not in the catalogue'],
    ['wrong kind', fact('lab.pao2', { kind: 'text', value: 'secret' }), 'lab.pao2 is a quantity, not a text'],
    ['wrong unit', quantity('lab.pao2', 55, '%'), 'lab.pao2 takes the units mm[Hg], kPa'],
    ['wrong code', fact('op.kind', { kind: 'code', value: 'x' }), 'op.kind takes bypass, band'],
    ['unknown qualifier', { ...quantity('lab.pao2', 5, 'kPa'), qualifiers: { x: 'y' } }, 'lab.pao2 has no qualifier x'],
    [
      'wrong qualifier',
      { ...quantity('lab.pao2', 5, 'kPa'), qualifiers: { state: 'y' } },
      'lab.pao2 takes state: rest',
    ],
  ])('%s is named, the value is not repeated', (_, given, problem) => {
    expect(factProblem(given, catalogue)).toBe(problem);
  });
});

describe('facts that others imply', () => {
  const derived = (facts: readonly Fact[], on: string) =>
    deriveFacts(facts, day(on)).map((f) => [f.key, f.value.kind === 'quantity' ? f.value.value : undefined]);

  test('30 cigarettes a day for 20 years are 30 pack-years', () => {
    const facts = [quantity('tobacco.cigarettesPerDay', 30, '{cigarette}/d'), quantity('tobacco.yearsSmoked', 20, 'a')];
    expect(derived(facts, '2026-03-01')).toEqual([['tobacco.packYears', 30]]);
    expect(deriveFacts(facts, day('2026-03-01'))[0]?.source).toMatchObject({
      kind: 'derived',
      from: facts.map((f) => f.id),
    });
  });

  test('the latest count of cigarettes is taken', () => {
    const facts = [
      quantity('tobacco.cigarettesPerDay', 40, '{cigarette}/d', '2026-02-01'),
      quantity('tobacco.cigarettesPerDay', 20, '{cigarette}/d', '2025-02-01'),
      quantity('tobacco.yearsSmoked', 10, 'a'),
    ];
    expect(derived(facts, '2026-03-01')).toEqual([['tobacco.packYears', 20]]);
  });

  test.each([
    ['2011-03-01', '2026-03-01', 15],
    ['2012-02-29', '2026-03-01', 14],
  ])('quit on %s is on %s %d years ago', (quit, on, years) => {
    expect(derived([fact('tobacco.quitDate', { kind: 'date', value: day(quit) })], on)).toEqual([
      ['tobacco.yearsSinceQuit', years],
    ]);
  });

  test('a day more than 15 years is more than 15, a day less is less', () => {
    const years = (on: string) =>
      derived([fact('tobacco.quitDate', { kind: 'date', value: day('2011-03-01') })], on)[0]![1]!;
    expect(years('2026-03-02')).toBeGreaterThan(15);
    expect(years('2026-02-28')).toBeLessThan(15);
  });

  test('nothing is derived from half of it, from a future date, or over a recorded fact', () => {
    expect(derived([quantity('tobacco.yearsSmoked', 10, 'a')], '2026-03-01')).toEqual([]);
    expect(derived([fact('tobacco.quitDate', { kind: 'date', value: day('2026-04-01') })], '2026-03-01')).toEqual([]);
    const recorded = quantity('tobacco.yearsSinceQuit', 3, 'a');
    expect(
      derived([recorded, fact('tobacco.quitDate', { kind: 'date', value: day('2011-03-01') })], '2026-03-01'),
    ).toEqual([]);
  });
});

describe('facts that the request itself gives', () => {
  const item = {
    sequence: 2,
    service: { system: 'cpt', code: '43644' },
    diagnoses: [],
    isDrug: false,
  } satisfies RequestedItem;
  const request = (codes: string[]) =>
    ({
      diagnoses: codes.map((code, i) => ({ sequence: i + 1, code, principal: i === 0 })),
      member: { birthDate: day('1960-03-16') },
    }) as unknown as AuthorizationRequest;
  const read = (codes: string[]) =>
    factsFromRequest(request(codes), item, catalogue, day('2026-03-15')).map((f) => [f.key, f.value]);

  test('age on the day of service, diagnosis with or without a point, kind of service', () => {
    const expected = [
      ['patient.age', { kind: 'quantity', value: 65, unit: 'a' }],
      ['dx.sleepApnea', { kind: 'boolean', value: true }],
      ['op.kind', { kind: 'code', value: 'bypass' }],
    ];
    expect(read(['G47.33'])).toEqual(expected);
    expect(read(['g4733'])).toEqual(expected);
  });

  test('a diagnosis that is not there makes nothing false', () => {
    expect(read(['I10']).some(([key]) => key === 'dx.sleepApnea')).toBe(false);
  });
});
