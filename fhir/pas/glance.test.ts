import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { glance } from './glance.ts';

describe('a glance at a Bundle', () => {
  test('makes out member, provider, diagnoses and services', () => {
    const seen = glance(homeOxygenBundle({ name: 'glance', spo2: 88 }));
    expect(seen.memberNumbers).toContain('PHP1000001');
    expect(seen.family).toBe('Akerman');
    expect(seen.birthDate).toBe('1951-03-09');
    expect(seen.requestingNpi).toMatch(/^\d{10}$/);
    expect(seen.items[0]?.code).toBe('E1390');
    expect(seen.diagnoses.length).toBeGreaterThan(0);
  });

  test('makes out what is left of a broken one', () => {
    const patient = { resource: { resourceType: 'Patient', name: [{ family: 'Akerman', given: ['Rosalind', 7] }] } };
    const seen = glance({ entry: [null, 3, patient, { resource: { resourceType: 'Claim', item: [{}, 'x'] } }] });
    expect(seen).toEqual({
      memberNumbers: [],
      family: 'Akerman',
      given: 'Rosalind',
      diagnoses: [],
      items: [],
      urgent: false,
    });
  });

  test('never throws, whatever JSON came', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => glance(json) !== undefined));
  });
});
