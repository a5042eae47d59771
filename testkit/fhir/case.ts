import type { AuthorizationRequest, RequestedItem } from '@openum/domain/case/request.ts';
import { type Case, type CaseItem, type InformationRequest, nothingYet } from '@openum/domain/case/state.ts';
import type { Authorized, Determination } from '@openum/domain/determination/determination.ts';
import { calendarDate, instant, zoneId } from '@openum/domain/time/instant.ts';
import { clinicNpi, doctorNpi } from './request.ts';

const receivedAt = instant('2026-11-20T10:00:05Z');
export const decidedAt = instant('2026-11-23T15:30:00Z');

const requestedItem = (sequence: number): RequestedItem => ({
  sequence,
  service: { system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', code: 'E1390' },
  modifiers: ['RR'],
  quantity: { value: 12, unit: 'UN' },
  period: { start: calendarDate('2026-12-01'), end: calendarDate('2027-11-30') },
  diagnoses: ['J44.9'],
  placeOfService: '12',
  servicingProvider: { npi: doctorNpi, name: 'Ifeoma Okonkwo' },
  isDrug: false,
  traceNumber: { system: 'https://lakeside.example.org/line', value: `home-oxygen-${sequence}` },
});

const request = (items: readonly RequestedItem[]): AuthorizationRequest => ({
  channel: 'pas',
  receivedAt,
  zone: zoneId('America/New_York'),
  reviewType: 'prospective',
  urgency: 'standard',
  setting: 'home',
  member: {
    memberNumber: 'PHP1000001',
    family: 'Akerman',
    given: 'Rosalind',
    birthDate: calendarDate('1951-03-09'),
    sex: 'female',
  },
  coverage: { lineOfBusiness: 'medicareAdvantage', planName: 'Prairie Advantage', stateOfIssue: 'OH' },
  requestingProvider: { npi: clinicNpi, name: 'Lakeside Specialty Clinic' },
  diagnoses: [{ sequence: 1, code: 'J44.9', principal: true }],
  items,
  authorizationRequired: true,
});

/** The state of a case as the answer sees it: one line for each determination, `undefined` for an open one. */
export const caseOf = (
  determinations: readonly (Determination | undefined)[],
  more: Partial<Pick<Case, 'informationRequests' | 'referred' | 'withdrawn' | 'reviews'>> = {},
): Case => {
  const items = determinations.map((_, i) => requestedItem(i + 1));
  return {
    kind: 'case',
    version: 5,
    caseNumber: 'UM-2026-000123',
    request: request(items),
    receivedAt,
    urgency: 'standard',
    items: items.map((item, i): CaseItem => {
      const determination = determinations[i];
      return { ...item, earlierDeterminations: [], cancelled: false, ...(determination ? { determination } : {}) };
    }),
    ...nothingYet,
    lastEventAt: decidedAt,
    ...more,
  } as Case;
};

const authorized = (sequence: number, quantity: number): Authorized => ({
  authorizationNumber: `A2026-00${sequence}`,
  service: { system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', code: 'E1390' },
  quantity: { value: quantity, unit: 'UN' },
  period: { start: calendarDate('2026-12-01'), end: calendarDate('2027-05-31') },
});

const criteria = [{ setId: 'medicare-home-oxygen', version: '1', name: 'Home oxygen', citation: 'NCD 240.2' }] as const;

const physician = {
  kind: 'person',
  userId: 'u-42',
  name: 'Dr. Amara Lindqvist',
  role: 'medicalDirector',
  qualification: {
    profession: 'physician',
    licences: [{ state: 'OH', number: 'OH-1', status: 'active', expiresOn: calendarDate('2028-01-01') }],
    specialties: ['Pulmonary disease'],
    boardCertified: true,
    npi: doctorNpi,
  },
} as const;

export const approved = (itemSequence: number): Determination => ({
  outcome: 'approved',
  itemSequence,
  decidedAt,
  criteria,
  by: { kind: 'rule', rule: 'medicare-home-oxygen' },
  authorized: authorized(itemSequence, 12),
});

export const notRequired = (itemSequence: number): Determination => ({
  outcome: 'notRequired',
  itemSequence,
  decidedAt,
  criteria: [],
  by: { kind: 'rule', rule: 'service-catalogue' },
  reason: 'This service needs no authorization under this plan.',
});

export const adverse = (outcome: 'denied' | 'partiallyApproved' | 'modified', itemSequence: number): Determination => ({
  outcome,
  itemSequence,
  decidedAt,
  criteria,
  by: physician,
  reasonClass: 'medicalNecessity',
  reasonCodes: ['0F'],
  rationale: 'Saturation at rest is above the level that the criteria ask for.',
  memberRationale: 'Your oxygen level at rest is higher than the rule asks for.',
  alternatives: 'A new test during exercise may be sent.',
  ...(outcome === 'denied' ? {} : { authorized: authorized(itemSequence, 6) }),
  evidenceOpened: ['doc-1'],
  attestation: { noConflictOfInterest: true, reviewedRecord: true },
});

export const openInformation = (text: string): InformationRequest => ({
  requestId: 'ir-1',
  items: [{ text }],
  sentAt: receivedAt,
  dueAt: instant('2026-11-27T22:00:00Z'),
});
