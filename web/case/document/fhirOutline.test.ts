import { describe, expect, test } from 'vitest';
import { fhirOutline, type OutlineNode, searchOutline } from './fhirOutline.ts';

const lines = (nodes: readonly OutlineNode[] | undefined, depth = 0): string[] =>
  (nodes ?? []).flatMap((n) => [
    `${'  '.repeat(depth)}${n.label}${n.value === undefined ? '' : `: ${n.value}`}`,
    ...lines(n.children, depth + 1),
  ]);

const bundle = {
  resourceType: 'Bundle',
  entry: [
    {
      fullUrl: 'urn:uuid:1',
      resource: {
        resourceType: 'Observation',
        meta: { profile: ['x'] },
        status: 'final',
        code: { coding: [{ system: 'http://loinc.org', code: '2703-7', display: 'Oxygen' }], text: 'PaO2' },
        valueQuantity: { value: 54, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
        effectivePeriod: { start: '2026-11-18' },
        component: [{ code: { text: 'a' } }, { code: { text: 'b' } }],
      },
    },
    { resource: { resourceType: 'Patient', name: [{ family: 'Vega', given: ['Rosa', 'M'] }] } },
  ],
};

describe('the outline of a bundle', () => {
  test('names each resource and puts codes, quantities and periods on one line', () => {
    expect(lines(fhirOutline(bundle))).toEqual([
      'Observation: PaO2 · 2703-7 Oxygen',
      '  Full URL: urn:uuid:1',
      '  Status: final',
      '  Code: PaO2 · 2703-7 Oxygen',
      '  Value quantity: 54 mmHg',
      '  Effective period: 2026-11-18 to …',
      '  Component (2)',
      '    Component 1',
      '      Code: a',
      '    Component 2',
      '      Code: b',
      'Patient: Rosa M Vega',
      '  Name: Rosa M Vega',
    ]);
  });

  test('does not exist for JSON that is no resource', () => {
    expect(fhirOutline({ a: 1 })).toBeUndefined();
    expect(fhirOutline([1])).toBeUndefined();
    expect(fhirOutline(null)).toBeUndefined();
  });

  test('does not print attachment data', () => {
    const attachment = { resourceType: 'DocumentReference', content: [{ attachment: { data: 'A'.repeat(1000) } }] };
    expect(lines(fhirOutline(attachment)).join()).toContain('1000 characters of encoded data');
  });
});

describe('searching it', () => {
  const all = fhirOutline(bundle) ?? [];
  test('keeps the way down to each hit', () => {
    expect(lines(searchOutline(all, 'MMHG'))).toEqual([
      'Observation: PaO2 · 2703-7 Oxygen',
      '  Value quantity: 54 mmHg',
    ]);
  });
  test('gives the whole resource for its full URL', () => {
    const [observation] = all;
    expect(searchOutline(all, 'urn:uuid:1')).toEqual([observation]);
  });
  test('shows everything for no words, and nothing when nothing fits', () => {
    expect(searchOutline(all, ' ')).toBe(all);
    expect(searchOutline(all, 'zzz')).toEqual([]);
  });
});
