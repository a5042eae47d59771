import { calendarDate } from '@openum/domain/time/instant.ts';
import { bariatricBundle, homeOxygenBundle, partialHospitalizationBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Json, positionOf, withAt } from '@openum/testkit/fhir/mutate.ts';
import { clinicNpi, doctorNpi } from '@openum/testkit/fhir/request.ts';
import { describe, expect, test } from 'vitest';
import { readSubmission } from './request.ts';
import type { Submission } from './submission.ts';

const today = calendarDate('2026-11-20');
const claim = 'entry.0.resource';
const line = `${claim}.item.0`;

const read = (bundle: unknown, on = today): Submission => {
  const result = readSubmission(bundle, { today: on });
  if (result.kind !== 'submission') throw new Error(JSON.stringify(result.issues));
  return result;
};

const certified = (bundle: Json, code: string): Json =>
  withAt(bundle, `${line}.extension.1.valueCodeableConcept.coding.0.code`, code);

describe('a submission in the words of the trade', () => {
  const s = read(homeOxygenBundle({ message: 'Patient goes home on Friday.' }));

  test('names sender, member, coverage and provider as sent', () => {
    expect(s).toMatchObject({
      bundleIdentifier: { value: 'home-oxygen-bundle' },
      senderReference: { system: 'https://lakeside.example.org/request', value: 'home-oxygen-1' },
      isUpdate: false,
      isCancel: false,
      member: {
        memberNumber: 'PHP1000001',
        memberNumbers: ['PHP1000001'],
        family: 'Akerman',
        given: 'Rosalind',
        birthDate: '1951-03-09',
        sex: 'female',
        address: { state: 'OH' },
      },
      coverage: { planId: 'PRAIRIE-MA-01', relationship: 'self', payor: { name: 'Prairie Health Plan' } },
      requestingProvider: { npi: clinicNpi, name: 'Lakeside Specialty Clinic', fax: '+1 555 010 0201' },
    });
  });

  test('keeps each line with number, code, quantity, period, diagnoses, place and who gives the care', () => {
    expect(s.items).toEqual([
      expect.objectContaining({
        sequence: 1,
        service: expect.objectContaining({ code: 'E1390' }),
        modifiers: ['RR'],
        quantity: { value: 3, unit: 'UN' },
        period: { start: '2026-12-01', end: '2027-02-28' },
        diagnoses: ['J44.9', 'R09.02'],
        placeOfService: '12',
        certificationType: 'I',
        requestType: 'HS',
        isDrug: false,
        cancelled: false,
        traceNumber: { system: 'https://lakeside.example.org/line', value: 'home-oxygen-1' },
        servicingProvider: expect.objectContaining({ npi: doctorNpi, name: 'Ifeoma Okonkwo' }),
      }),
    ]);
    expect(s.diagnoses[0]).toEqual({ sequence: 1, code: 'J44.9', principal: true });
  });

  test('decodes files and keeps messages', () => {
    expect(s.documents).toHaveLength(1);
    expect(s.documents[0]).toMatchObject({ title: 'Progress note', contentType: 'text/plain', reportType: 'OZ' });
    expect(Buffer.from(s.documents[0]!.bytes).toString('utf8')).toContain('Chronic obstructive lung disease');
    expect(s.messages).toEqual(['Patient goes home on Friday.']);
  });

  test('a member number in the coverage outranks one in the patient, and a medical record number is never one', () => {
    const bundle = homeOxygenBundle();
    const at = `entry.${positionOf(bundle, 'Patient')}.resource.identifier`;
    const mr = { type: { coding: [{ code: 'MR' }] }, system: 'https://lakeside.example.org/mrn', value: 'MR-77' };
    const other = { system: 'https://prairie.example.org/old', value: 'OLD-5' };
    expect(read(withAt(bundle, at, [mr, other])).member.memberNumbers).toEqual(['PHP1000001', 'OLD-5']);
  });
});

describe('urgency', () => {
  const plain = homeOxygenBundle();
  const level = (code: string) => [
    {
      url: 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-levelOfServiceCode',
      valueCodeableConcept: { coding: [{ system: 'https://codesystem.x12.org/005010/1338', code }] },
    },
  ];
  test.each([
    ['neither says so', plain, 'standard'],
    ['priority stat alone', withAt(plain, `${claim}.priority.coding.0.code`, 'stat'), 'expedited'],
    ['level of service urgent alone', withAt(plain, `${claim}.extension`, level('U')), 'expedited'],
    ['level of service emergency alone', withAt(plain, `${claim}.extension`, level('03')), 'expedited'],
    ['level of service elective', withAt(plain, `${claim}.extension`, level('E')), 'standard'],
  ])('%s: %#', (_, bundle, urgency) => {
    const s = read(bundle);
    expect(s.urgency).toBe(urgency);
    expect(s.urgencyBasis !== undefined).toBe(urgency === 'expedited');
  });
});

describe('review type and setting', () => {
  test('a coming service is prospective', () => {
    expect(read(homeOxygenBundle())).toMatchObject({ reviewType: 'prospective', setting: 'home' });
  });

  test('a service whose last day has passed is retrospective, on its last day it is not', () => {
    expect(read(homeOxygenBundle(), calendarDate('2027-03-01')).reviewType).toBe('retrospective');
    expect(read(homeOxygenBundle(), calendarDate('2027-02-28')).reviewType).toBe('prospective');
  });

  test('an extension of care is concurrent', () => {
    expect(read(certified(partialHospitalizationBundle(), '4')).reviewType).toBe('concurrent');
  });

  test('an admission review is prospective before the admission day and concurrent from it on', () => {
    expect(read(bariatricBundle(), calendarDate('2027-01-10'))).toMatchObject({
      reviewType: 'prospective',
      setting: 'inpatient',
    });
    expect(read(bariatricBundle(), calendarDate('2027-01-11')).reviewType).toBe('concurrent');
  });

  test('a notice of admission is concurrent', () => {
    expect(read(certified(bariatricBundle(), '5')).reviewType).toBe('concurrent');
  });

  test('an unknown place of service is setting other, not an error', () => {
    const coded = withAt(homeOxygenBundle(), `${line}.locationCodeableConcept.coding.0.code`, '99');
    expect(read(coded).setting).toBe('other');
  });

  test('drugs are told by NDC or an injectable HCPCS code', () => {
    expect(read(withAt(homeOxygenBundle(), `${line}.productOrService.coding.0.code`, 'J1745')).items[0]?.isDrug).toBe(
      true,
    );
  });
});

describe('updates and cancels are recognised', () => {
  test('an update names the request that it replaces', () => {
    const bundle = homeOxygenBundle();
    const entries = bundle.entry as { fullUrl: string; resource: Json }[];
    const prior = structuredClone(entries[0]!);
    prior.fullUrl = 'urn:uuid:00000000-0000-4000-a000-000000000001';
    const related = [{ claim: { reference: prior.fullUrl }, relationship: { coding: [{ code: 'prior' }] } }];
    const update = withAt({ ...bundle, entry: [...entries, prior] }, `${claim}.related`, related);
    expect(read(update)).toMatchObject({ isUpdate: true, priorReference: { value: 'home-oxygen-1' } });
  });

  test('a cancel of every line cancels the request', () => {
    expect(read(certified(homeOxygenBundle(), '3'))).toMatchObject({ isCancel: true, items: [{ cancelled: true }] });
  });
});
