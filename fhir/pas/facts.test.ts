import type { FactCatalogue, FactDefinition } from '@openum/domain/fact/catalogue.ts';
import { factProblem } from '@openum/domain/fact/catalogue.ts';
import { homeOxygenBundle, requestBuilders } from '@openum/testkit/fhir/bundles.ts';
import { factCatalogue } from '@openum/testkit/fhir/catalogue.ts';
import { type Json, positionOf, withAt } from '@openum/testkit/fhir/mutate.ts';
import { describe, expect, test } from 'vitest';
import { readFacts } from './facts.ts';

const icd = 'http://hl7.org/fhir/sid/icd-10-cm';
const definitions: readonly FactDefinition[] = [
  {
    key: 'lab.pao2',
    label: 'PaO2',
    kind: 'quantity',
    unit: 'mm[Hg]',
    units: ['mm[Hg]', 'kPa'],
    codings: [{ system: 'http://loinc.org', code: '2703-7' }],
    qualifiers: { state: ['rest', 'asleep'], air: ['room', 'oxygen'] },
  },
  {
    key: 'dx.sleepApnea',
    label: 'Sleep apnea',
    kind: 'boolean',
    conditionPrefixes: [{ system: icd, prefix: 'G47.3' }],
  },
  { key: 'history.stroke', label: 'Stroke', kind: 'boolean', conditionPrefixes: [{ system: icd, prefix: 'I63' }] },
  {
    key: 'sleep.testType',
    label: 'Kind of test',
    kind: 'code',
    values: [
      { code: 'attended', label: 'Attended', codings: [{ system: 'http://snomed.info/sct', code: '60554003' }] },
    ],
  },
  { key: 'note.visit', label: 'Visit', kind: 'boolean', codings: [{ system: 'urn:visit', code: 'V1' }] },
  { key: 'note.day', label: 'Day', kind: 'date' },
  { key: 'note.reason', label: 'Reason', kind: 'text' },
  {
    key: 'request.procedure',
    label: 'Procedure asked for',
    kind: 'code',
    values: [{ code: 'bypass', label: 'Bypass', codings: [{ system: 'urn:op', code: 'OP1' }] }],
    derivedFrom: ['item.service'],
  },
];
const catalogue: FactCatalogue = { version: 't', byKey: new Map(definitions.map((d) => [d.key, d])) };

const factsOf = (resource: Json) =>
  readFacts(
    {
      resourceType: 'Bundle',
      entry: [
        { fullUrl: 'urn:a', resource: { resourceType: 'Claim' } },
        { fullUrl: 'urn:b', resource },
      ],
    },
    catalogue,
  );
const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
const gas = (more: Json): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: loinc('2703-7'),
  effectiveDateTime: '2026-11-12',
  valueQuantity: { value: 7.2, unit: 'kPa', code: 'kPa' },
  ...more,
});
const condition = (more: Json): Json => ({
  resourceType: 'Condition',
  code: { coding: [{ system: icd, code: 'G47.33' }] },
  ...more,
});
const status = (code: string) => ({ coding: [{ code }] });

describe('observations', () => {
  test('a measurement keeps its unit, its day, its circumstances and where it stands', () => {
    const components = [
      { code: { text: 'state' }, valueCodeableConcept: { coding: [{ code: 'rest' }] } },
      { code: loinc('3151-8'), valueQuantity: { value: 0, unit: 'L/min' } },
    ];
    expect(factsOf(gas({ component: components }))).toEqual([
      {
        id: 'lab.pao2@urn:b#Observation.valueQuantity',
        key: 'lab.pao2',
        value: { kind: 'quantity', value: 7.2, unit: 'kPa' },
        at: '2026-11-12',
        qualifiers: { state: 'rest', air: 'room' },
        source: { kind: 'resource', fullUrl: 'urn:b', resourceType: 'Observation', path: 'Observation.valueQuantity' },
      },
    ]);
  });

  test('a component is a measurement of its own', () => {
    const panel = gas({
      code: loinc('24336-0'),
      valueQuantity: undefined,
      component: [{ code: loinc('2703-7'), valueQuantity: { value: 54, code: 'mm[Hg]' } }],
    });
    expect(factsOf(panel)).toMatchObject([{ source: { path: 'Observation.component[0].valueQuantity' } }]);
  });

  test('oxygen flow above zero is not room air', () => {
    const flow = { code: loinc('3151-8'), valueQuantity: { value: 2 } };
    expect(factsOf(gas({ component: [flow] }))[0]?.qualifiers).toEqual({ air: 'oxygen' });
  });

  test.each([
    ['entered in error', { status: 'entered-in-error' }],
    ['cancelled', { status: 'cancelled' }],
    ['without a result yet', { status: 'registered' }],
    ['without a value', { valueQuantity: undefined, dataAbsentReason: status('unknown') }],
    ['below a limit of detection', { valueQuantity: { value: 55, comparator: '<', code: 'mm[Hg]' } }],
    ['in words', { valueQuantity: undefined, valueString: 'low' }],
  ])('a measurement %s gives no fact', (_, more) => {
    expect(factsOf(gas(more))).toEqual([]);
  });

  test('a month is no date', () => {
    expect(factsOf(gas({ effectiveDateTime: '2026-11' }))[0]).not.toHaveProperty('at');
  });
});

describe('conditions', () => {
  test.each([
    ['active and confirmed', { clinicalStatus: status('active'), verificationStatus: status('confirmed') }, [true]],
    ['refuted', { verificationStatus: status('refuted') }, [false]],
    ['entered in error', { verificationStatus: status('entered-in-error') }, []],
    ['only suspected', { verificationStatus: status('provisional') }, []],
    ['resolved', { clinicalStatus: status('resolved') }, []],
  ])('%s', (_, more, values) => {
    expect(factsOf(condition(more)).map((f) => f.value.kind === 'boolean' && f.value.value)).toEqual(values);
  });

  test('a resolved illness still counts as history', () => {
    const stroke = condition({
      code: { coding: [{ system: icd, code: 'I63.9' }] },
      clinicalStatus: status('resolved'),
    });
    expect(factsOf(stroke)).toMatchObject([{ key: 'history.stroke', value: { value: true } }]);
  });

  test('a code of another system or another prefix gives nothing', () => {
    expect(factsOf(condition({ code: { coding: [{ system: 'urn:other', code: 'G47.33' }] } }))).toEqual([]);
    expect(factsOf(condition({ code: { coding: [{ system: icd, code: 'G47.2' }] } }))).toEqual([]);
  });
});

describe('questionnaires, procedures and the request', () => {
  const response = (item: Json[], more: Json = {}): Json => ({
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    authored: '2026-11-20T09:30:00Z',
    item,
    ...more,
  });

  test('answers are found by the key of the fact at any depth, with qualifiers and day below the question', () => {
    const question = {
      linkId: 'lab.pao2',
      answer: [
        {
          valueDecimal: 54,
          item: [
            { linkId: 'state', answer: [{ valueCoding: { code: 'asleep' } }] },
            { linkId: 'date', answer: [{ valueDate: '2026-11-01' }] },
          ],
        },
      ],
    };
    expect(factsOf(response([{ linkId: 'group', item: [{ linkId: 'inner', item: [question] }] }]))).toEqual([
      {
        id: expect.any(String),
        key: 'lab.pao2',
        value: { kind: 'quantity', value: 54, unit: 'mm[Hg]' },
        at: '2026-11-01',
        qualifiers: { state: 'asleep' },
        source: {
          kind: 'resource',
          fullUrl: 'urn:b',
          resourceType: 'QuestionnaireResponse',
          path: 'QuestionnaireResponse.item[0].item[0].item[0].answer[0].valueDecimal',
        },
      },
    ]);
  });

  test('each kind of answer becomes the kind that the catalogue wants, and no other', () => {
    const facts = factsOf(
      response([
        { linkId: 'note.visit', answer: [{ valueCoding: { system: 'http://loinc.org', code: 'LA32-8' } }] },
        { linkId: 'note.day', answer: [{ valueDate: '2026-10-31' }] },
        { linkId: 'note.reason', answer: [{ valueString: 'pain' }] },
        { linkId: 'sleep.testType', answer: [{ valueString: 'invented' }] },
        { linkId: 'dx.sleepApnea', answer: [{ valueString: 'maybe' }] },
      ]),
    );
    expect(facts.map((f) => f.value)).toEqual([
      { kind: 'boolean', value: false },
      { kind: 'date', value: '2026-10-31' },
      { kind: 'text', value: 'pain' },
    ]);
  });

  test.each(['in-progress', 'entered-in-error', 'stopped'])('an %s questionnaire gives nothing', (s) => {
    expect(factsOf(response([{ linkId: 'note.visit', answer: [{ valueBoolean: true }] }], { status: s }))).toEqual([]);
  });

  test('an unanswered question is unknown, never false', () => {
    expect(factsOf(response([{ linkId: 'note.visit' }]))).toEqual([]);
  });

  test.each([
    ['completed', [true]],
    ['not-done', [false]],
    ['in-progress', []],
    ['entered-in-error', []],
  ])('a procedure %s', (s, values) => {
    const procedure = { resourceType: 'Procedure', status: s, code: { coding: [{ system: 'urn:visit', code: 'V1' }] } };
    expect(factsOf(procedure).map((f) => f.value.kind === 'boolean' && f.value.value)).toEqual(values);
  });

  test('a procedure code can stand for one value of a fact', () => {
    const study = {
      resourceType: 'Procedure',
      status: 'completed',
      performedDateTime: '2026-10-01',
      code: { coding: [{ system: 'http://snomed.info/sct', code: '60554003' }] },
    };
    expect(factsOf(study)).toMatchObject([{ key: 'sleep.testType', value: { value: 'attended' }, at: '2026-10-01' }]);
  });

  test('diagnoses and the requested service of the Claim are facts with their own path', () => {
    const claim = {
      resourceType: 'Claim',
      diagnosis: [{ diagnosisCodeableConcept: { coding: [{ system: icd, code: 'G47.33' }] } }],
      item: [
        { productOrService: { coding: [{ system: 'urn:op', code: 'OP1' }] } },
        { productOrService: { coding: [{ system: 'urn:visit', code: 'V1' }] } },
      ],
    };
    const bundle = { resourceType: 'Bundle', entry: [{ fullUrl: 'urn:a', resource: claim }] };
    expect(readFacts(bundle, catalogue).map((f) => [f.key, f.source.kind === 'resource' && f.source.path])).toEqual([
      ['dx.sleepApnea', 'Claim.diagnosis[0].diagnosisCodeableConcept'],
      ['request.procedure', 'Claim.item[0].productOrService'],
    ]);
  });
});

describe('our fixtures with the real catalogue', () => {
  test.each(Object.entries(requestBuilders))(
    '%s: each fact fits the catalogue and names a resource of the Bundle',
    (_, build) => {
      const bundle = build();
      const urls = (bundle.entry as { fullUrl: string }[]).map((e) => e.fullUrl);
      const facts = readFacts(bundle, factCatalogue);
      expect(facts.length).toBeGreaterThan(3);
      expect(facts.flatMap((f) => factProblem(f, factCatalogue) ?? [])).toEqual([]);
      expect(facts.filter((f) => f.source.kind !== 'resource' || !urls.includes(f.source.fullUrl))).toEqual([]);
      expect(new Set(facts.map((f) => f.id)).size).toBe(facts.length);
    },
  );

  test('an observation withdrawn by its sender is gone', () => {
    const bundle = homeOxygenBundle({ spo2: 86 });
    const at = `entry.${positionOf(bundle, 'Observation')}.resource.status`;
    const keys = (b: unknown) => readFacts(b, factCatalogue).map((f) => f.key);
    expect(keys(bundle)).toContain('vital.oxygenSaturation');
    expect(keys(withAt(bundle, at, 'entered-in-error'))).not.toContain('vital.oxygenSaturation');
  });
});
