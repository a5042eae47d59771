import type { AttachedDocument } from '@openum/domain/case/event.ts';
import type { AuthorizationRequest, RequestedItem } from '@openum/domain/case/request.ts';
import type { StartedClock } from '@openum/domain/clock/started.ts';
import type { Authorized, CriteriaReference } from '@openum/domain/determination/determination.ts';
import { calendarDate, instant, zoneId } from '@openum/domain/time/instant.ts';

export const hcpcs = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';
export const zone = zoneId('America/Chicago');
export const receivedAt = instant('2026-11-23T15:00:00Z');

export const criteria: CriteriaReference = {
  setId: 'medicare-home-oxygen',
  version: '2021-09-27',
  name: 'Home oxygen',
  citation: 'NCD 240.2',
};

/** Three months of a stationary oxygen concentrator. */
export const oxygenItem = (change: Partial<RequestedItem> = {}): RequestedItem => ({
  sequence: 1,
  service: { system: hcpcs, code: 'E1390' },
  quantity: { value: 3, unit: 'mo' },
  period: { start: calendarDate('2026-12-01'), end: calendarDate('2027-02-28') },
  diagnoses: ['J44.9'],
  servicingProvider: { npi: '1770000049', name: 'Lakeside Home Medical' },
  isDrug: false,
  ...change,
});

export const aRequest = (change: Partial<AuthorizationRequest> = {}): AuthorizationRequest => ({
  channel: 'portal',
  receivedAt,
  zone,
  reviewType: 'prospective',
  urgency: 'standard',
  setting: 'home',
  member: {
    memberNumber: 'PHP1000001',
    family: 'Akerman',
    given: 'Rosalind',
    birthDate: calendarDate('1951-03-09'),
    sex: 'female',
    address: { lines: ['341 Prairie Avenue'], city: 'Peoria', state: 'IL', postalCode: '61602' },
  },
  coverage: { lineOfBusiness: 'medicareAdvantage', planName: 'Prairie Harbor Advantage', stateOfIssue: 'IL' },
  requestingProvider: { npi: '1770000031', name: 'Peoria Lung Clinic' },
  diagnoses: [{ sequence: 1, code: 'J44.9', principal: true }],
  items: [oxygenItem()],
  authorizationRequired: true,
  ...change,
});

/** All that `oxygenItem` asks for. */
export const granted = (change: Partial<Authorized> = {}): Authorized => ({
  authorizationNumber: 'PA-1',
  service: { system: hcpcs, code: 'E1390' },
  quantity: { value: 3, unit: 'mo' },
  period: { start: calendarDate('2026-12-01'), end: calendarDate('2027-02-28') },
  ...change,
});

export const document = (documentId: string, change: Partial<AttachedDocument> = {}): AttachedDocument => ({
  documentId,
  title: `Document ${documentId}`,
  contentType: 'application/pdf',
  sizeBytes: 3,
  sha256: documentId.padEnd(64, '0'),
  origin: 'uploaded',
  ...change,
});

export const clock = (clockId: string, change: Partial<StartedClock> = {}): StartedClock => ({
  clockId,
  ruleId: 'MA-PRE-STD-PA',
  ruleVersion: '2026-11-21',
  startEvent: 'requestReceived',
  startedAt: receivedAt,
  zone,
  ...change,
});
