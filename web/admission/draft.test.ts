import { instant, type ZoneId } from '@openum/domain/time/instant.ts';
import type { ListedVisit } from '@openum/http/contract/admission.ts';
import { describe, expect, test } from 'vitest';
import { type AdmissionDraft, admissionBody, admissionProblems, emptyAdmission, fromVisit } from './draft.ts';

const zone = 'America/Chicago' as ZoneId;
const id = '0190d000-0000-7000-8000-000000000abc';

const whole = (change: Partial<AdmissionDraft> = {}): AdmissionDraft => ({
  ...emptyAdmission(id),
  member: {
    memberId: 'm1',
    memberNumber: 'N',
    name: 'A, B',
    birthDate: '1951-03-09',
    sex: 'female',
    planName: 'P',
    lineOfBusiness: 'medicareAdvantage',
  },
  facility: { npi: '1770000031', name: 'Hospital', kind: 'organization' },
  admitted: { day: '2026-11-20', time: '08:15' },
  source: 'emergency',
  level: { code: 'medicalSurgical', label: 'Medical or surgical', initialDays: 3 },
  diagnoses: [{ code: 'J96.01', label: 'x' }],
  ...change,
});
const paths = (d: AdmissionDraft) => admissionProblems(d, zone).map((p) => p.path);

describe('an admission notice as typed', () => {
  test('says everything that is missing, each by its field', () => {
    expect(paths(emptyAdmission(id)).sort()).toEqual(
      ['admissionSource', 'admittedAt', 'diagnoses', 'facilityNpi', 'levelOfCare', 'memberId', 'requestedDays'].sort(),
    );
  });

  test('is sent with moments in UTC and the usual days of its level', () => {
    expect(paths(whole())).toEqual([]);
    expect(admissionBody(whole(), [], zone)).toMatchObject({
      admittedAt: '2026-11-20T14:15:00.000Z',
      requestedDays: 3,
    });
  });

  test.each<readonly [string, Partial<AdmissionDraft>]>([
    ['requestedDays', { days: '1.5' }],
    ['requestedDays', { days: '99' }],
    ['receivedAt', { received: { day: '2026-11-20', time: '' } }],
    ['postStabilizationRequestedAt', { postStabilization: true }],
    ['deliveredAt', { delivery: 'caesarean' }],
    ['dischargedAt', { left: true }],
  ])('lacks %s', (path, change) => {
    expect(paths(whole(change))).toEqual([path]);
  });

  test('what was unchecked again is not sent', () => {
    const moment = { day: '2026-11-20', time: '09:00' };
    const body = admissionBody(whole({ stabilized: moment, discharged: moment, delivered: moment }), [], zone);
    expect(body).not.toHaveProperty('postStabilizationRequestedAt');
    expect(body).not.toHaveProperty('dischargedAt');
    expect(body).not.toHaveProperty('delivery');
  });
});

test('a visit that a person completes brings what its facility told', () => {
  const visit = {
    visitNumber: 'V-1',
    admittedAt: instant('2026-11-20T14:15:00Z'),
    lastReceivedAt: instant('2026-11-20T15:00:00Z'),
  } as ListedVisit;
  const level = { code: 'cardiacCare', label: 'Cardiac care', initialDays: 2 };
  const told = { visit, levelOfCare: 'cardiacCare', diagnoses: [{ code: 'I25.10', label: 'x' }] };
  expect(fromVisit(id, told, [level], zone)).toMatchObject({
    level,
    diagnoses: [{ code: 'I25.10' }],
    facility: null,
    visitNumber: 'V-1',
    admitted: { day: '2026-11-20', time: '08:15' },
    received: { day: '2026-11-20', time: '09:00' },
    left: false,
  });
});
