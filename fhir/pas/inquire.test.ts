import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { calendarDate } from '@openum/domain/time/instant.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { adverse, approved, caseOf, decidedAt } from '@openum/testkit/fhir/case.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type InquiryChoice, inquiryBundle } from '@openum/testkit/fhir/inquiry.ts';
import { positionOf, withAt, withoutEntry } from '@openum/testkit/fhir/mutate.ts';
import { pasProfileFile } from '@openum/testkit/fhir/profiles/load.ts';
import { clinicNpi, doctorNpi } from '@openum/testkit/fhir/request.ts';
import { describe, expect, test } from 'vitest';
import { pasOracle } from '../validator/pasOracle.ts';
import { type Inquiry, inquiryResponse, readInquiry } from './inquire.ts';
import { matchesInquiry } from './inquiryMatch.ts';

const oracle = pasOracle(pasProfileFile());
const example = path.join(
  import.meta.dirname,
  '../../../shared/fhir/examples/pas/Bundle-PASClaimInquiryBundleExample.json',
);

const read = (choice: InquiryChoice = {}): Inquiry => {
  const result = readInquiry(inquiryBundle(choice));
  if (result.kind !== 'inquiry') throw new Error(JSON.stringify(result.issues));
  return result;
};

describe('an inquiry', () => {
  test('our fixture conforms, and says who asks about whom', () => {
    expect(oracle(inquiryBundle(), 'pas-inquiry-request-bundle')).toEqual([]);
    expect(read({ authorizationNumber: 'A1', administrationReferenceNumber: 'R1', service: 'E1390' })).toMatchObject({
      trace: { value: 'home-oxygen-1' },
      memberNumbers: ['PHP1000001'],
      providerNpis: [clinicNpi, doctorNpi],
      authorizationNumbers: ['A1'],
      administrationReferenceNumbers: ['R1'],
      lines: [{ service: { code: 'E1390' } }],
    });
  });

  test('the code not-applicable asks about whatever service', () => {
    expect(read().lines).toEqual([{}]);
  });

  test.skipIf(!existsSync(example))('the example of the guide is read', () => {
    const result = readInquiry(JSON.parse(readFileSync(example, 'utf8')));
    expect(result).toMatchObject({
      kind: 'inquiry',
      providerNpis: ['8189991234'],
      lines: [
        { service: { code: 'G0154' } },
        { service: { code: 'B4184' }, serviceEnd: { code: 'B4190' }, reviewAction: 'A1' },
      ],
    });
  });

  test.each([
    ['an empty Bundle', { resourceType: 'Bundle', type: 'collection' }, 'Bundle.entry'],
    ['no patient', withAt(inquiryBundle(), 'entry.0.resource.patient', undefined), 'patient'],
    ['the patient is not in the Bundle', withoutEntry(inquiryBundle(), 'Patient'), 'patient.reference'],
    ['the provider has no NPI', withoutNpis(), 'provider'],
  ])('%s: cannot be processed', (_, bundle, expression) => {
    const result = readInquiry(bundle);
    expect(result.kind === 'unprocessable' && result.issues.map((i) => i.expression)).toContainEqual(
      expect.stringContaining(expression),
    );
  });
});

function withoutNpis() {
  let bundle: unknown = withAt(inquiryBundle(), 'entry.0.resource.careTeam', undefined);
  const organization = positionOf(bundle, 'Organization');
  bundle = withAt(bundle, `entry.${organization}.resource.identifier`, undefined);
  return bundle;
}

describe('which cases an inquiry finds', () => {
  const ours = caseOf([approved(1)]);
  test.each<[string, InquiryChoice, boolean]>([
    ['member and provider match', {}, true],
    ['another member', { memberNumber: 'PHP9' }, false],
    ['our authorization number', { authorizationNumber: 'A2026-001' }, true],
    ['our tracking number', { administrationReferenceNumber: 'UM-2026-000123' }, true],
    ['a number that is not ours', { authorizationNumber: 'X1' }, false],
    ['the requested service', { service: 'E1390' }, true],
    ['another service', { service: 'E0601' }, false],
    ['the result of a line', { reviewAction: 'A1' }, true],
    ['another result', { reviewAction: 'A3' }, false],
    ['a day within the period', { servicedDate: '2027-01-15' }, true],
    ['a day after the period', { servicedDate: '2029-01-15' }, false],
  ])('%s', (_, choice, found) => {
    expect(matchesInquiry(read(choice), ours)).toBe(found);
  });

  test('neither ordering nor rendering provider: not found', () => {
    expect(matchesInquiry({ ...read(), providerNpis: ['1999999992'] }, ours)).toBe(false);
  });

  test('a replaced authorization number still finds the case', () => {
    const [item] = ours.items;
    const first = approved(1);
    const replaced = {
      ...ours,
      items: [{ ...item!, determination: adverse('denied', 1), earlierDeterminations: [first] }],
    };
    expect(matchesInquiry(read({ authorizationNumber: 'A2026-001' }), replaced)).toBe(true);
  });

  test('another birth date is another person', () => {
    expect(matchesInquiry({ ...read(), birthDate: calendarDate('1950-01-01') }, ours)).toBe(false);
  });
});

describe('the answer to an inquiry', () => {
  let n = 0;
  const context = { at: decidedAt, newId: () => uuidOf(`inquiry-${n++}`), payer: { name: 'Prairie Health Plan' } };
  const request = homeOxygenBundle();

  test('nothing found is Parameters without return, not an error', () => {
    expect(inquiryResponse([], context)).toEqual({ resourceType: 'Parameters' });
  });

  test('each case is one Bundle that conforms, whether it came by PAS or by fax', () => {
    const answer = inquiryResponse(
      [{ case: caseOf([approved(1)]), request }, { case: caseOf([undefined, adverse('modified', 2)]) }],
      context,
    );
    expect(answer.parameter?.map((p) => p.name)).toEqual(['return', 'return']);
    for (const p of answer.parameter ?? []) expect(oracle(p.resource, 'pas-inquiry-response-bundle')).toEqual([]);
  });

  test('clinical content of the request is not handed to whoever asks', () => {
    const answer = inquiryResponse([{ case: caseOf([approved(1)]), request }], context);
    const types = JSON.stringify(answer).match(/"resourceType":"\w+"/g);
    expect(types).not.toContain('"resourceType":"DocumentReference"');
    expect(types).not.toContain('"resourceType":"Observation"');
  });
});
