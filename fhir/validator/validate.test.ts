import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { approved, caseOf, decidedAt } from '@openum/testkit/fhir/case.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type Json, withAt, withoutEntry } from '@openum/testkit/fhir/mutate.ts';
import { pasProfileFile } from '@openum/testkit/fhir/profiles/load.ts';
import { describe, expect, test } from 'vitest';
import { submitResponse } from '../pas/response.ts';
import { pasOracle } from './pasOracle.ts';

const oracle = pasOracle(pasProfileFile());
const request = homeOxygenBundle();
const response = submitResponse(caseOf([approved(1)]), {
  request,
  at: decidedAt,
  newId: () => uuidOf('oracle'),
  payer: { name: 'Prairie Health Plan' },
}) as unknown as Json;
const r = 'entry.0.resource';
const action = `${r}.item.0.adjudication.0.extension.0`;

/** What the oracle must see: name, broken answer, rule, part of the path. */
const mutants: readonly (readonly [string, Json, string, string])[] = [
  ['no Bundle.identifier', withAt(response, 'identifier', undefined), 'cardinality', 'Bundle.identifier'],
  ['Bundle is a searchset', withAt(response, 'type', 'searchset'), 'pattern', 'Bundle.type'],
  ['an entry has a search part', withAt(response, 'entry.0.search', { mode: 'match' }), 'cardinality', 'search'],
  ['outcome queued', withAt(response, `${r}.outcome`, 'queued'), 'binding', 'outcome'],
  ['no request', withAt(response, `${r}.request`, undefined), 'cardinality', 'request'],
  [
    'insurer is a patient',
    withAt(response, `${r}.insurer`, (response.entry as { resource: Json }[])[0]!.resource.patient),
    'target',
    'insurer',
  ],
  ['a reference points nowhere', withAt(response, `${r}.patient.reference`, 'Patient/none'), 'reference', 'patient'],
  ['no adjudication', withAt(response, `${r}.item.0.adjudication`, undefined), 'cardinality', 'adjudication'],
  [
    'another adjudication category',
    withAt(response, `${r}.item.0.adjudication.0.category.coding.0.code`, 'benefit'),
    'pattern',
    'category',
  ],
  [
    'an invented PAS extension',
    withAt(
      response,
      `${r}.item.0.extension.0.url`,
      'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-none',
    ),
    'extension',
    'extension[0]',
  ],
  [
    'a reviewer without the flag',
    withAt(response, `${r}.extension.0.extension.0`, { url: 'other', valueBoolean: true }),
    'cardinality',
    'wasHumanReviewedFlag',
  ],
  [
    'an authorization number as a number',
    withAt(response, `${action}.extension.0`, { url: 'number', valueInteger: 5 }),
    'type',
    'valueInteger',
  ],
  ['an unknown element', withAt(response, `${r}.verdict`, 'yes'), 'structure', 'verdict'],
  ['an array where one value belongs', withAt(response, `${r}.outcome`, ['complete']), 'structure', 'outcome'],
  ['a sequence of zero', withAt(response, `${r}.item.0.itemSequence`, 0), 'positiveInt', 'itemSequence'],
  ['a process note without text', withAt(response, `${r}.processNote`, [{ number: 1 }]), 'cardinality', 'text'],
  [
    'the same resource twice',
    { ...response, entry: [...(response.entry as Json[]), (response.entry as Json[])[1]] },
    'bdl-7',
    'entry',
  ],
];

describe('the oracle of the tests', () => {
  test('finds nothing in a good answer', () => {
    expect(oracle(response, 'pas-response-bundle')).toEqual([]);
  });

  test.each(mutants)('sees: %s', (_, broken, rule, at) => {
    expect(oracle(broken, 'pas-response-bundle')).toContainEqual(
      expect.objectContaining({ rule, path: expect.stringContaining(at) }),
    );
  });

  test('evaluates invariants: a role that nobody can reach, a birth date that is a year', () => {
    const entries = request.entry as { resource: Json }[];
    const role = entries.findIndex((e) => e.resource.resourceType === 'PractitionerRole');
    const patient = entries.findIndex((e) => e.resource.resourceType === 'Patient');
    const rules = (b: Json) => oracle(b, 'pas-request-bundle').map((f) => f.rule);
    expect(rules(withAt(request, `entry.${role}.resource.telecom`, undefined))).toContain('pd-1');
    expect(rules(withAt(request, `entry.${patient}.resource.birthDate`, '1951'))).toContain('FullDateRule');
  });

  test('sees a resource that is missing from a request', () => {
    expect(oracle(withoutEntry(request, 'Practitioner'), 'pas-request-bundle').map((f) => f.rule)).toContain(
      'reference',
    );
  });
});
