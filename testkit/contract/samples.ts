import type { Append, KeptMessage } from '@openum/casework/port/caseStore.ts';
import type { CaseRow, CaseRows, ClockRow, ItemRow } from '@openum/casework/projection/rows.ts';
import type { PersonActor } from '@openum/domain/actor/actor.ts';
import type { RecordedEvent } from '@openum/domain/case/event.ts';
import type { AdverseDetermination } from '@openum/domain/determination/determination.ts';
import { type CalendarDate, calendarDate, type Instant, instant } from '@openum/domain/time/instant.ts';

export const at = (text: string): Instant => instant(text);
export const on = (text: string): CalendarDate => calendarDate(text);

const coordinator: PersonActor = {
  kind: 'person',
  userId: 'user-coordinator',
  name: 'Cleo Ordinator',
  roles: ['umCoordinator'],
};

export const physician: PersonActor & Required<Pick<PersonActor, 'qualification'>> = {
  kind: 'person',
  userId: 'user-physician',
  name: 'Phyllis Ician',
  roles: ['medicalDirector'],
  qualification: {
    profession: 'physician',
    licences: [{ state: 'OH', number: '35.012345', status: 'active', expiresOn: on('2027-12-31') }],
    specialties: ['internalMedicine'],
    boardCertified: true,
  },
};

export const noteAdded = (text: string, more: Partial<RecordedEvent> = {}): RecordedEvent =>
  ({
    type: 'NoteAdded',
    data: { noteId: 'note-1', text },
    actor: coordinator,
    occurredAt: at('2026-11-20T15:00:00.000Z'),
    recordedAt: at('2026-11-20T15:00:00.007Z'),
    ...more,
  }) as RecordedEvent;

export const denial: AdverseDetermination = {
  itemSequence: 1,
  outcome: 'denied',
  decidedAt: at('2026-11-21T15:00:00.000Z'),
  criteria: [{ setId: 'cpap', version: '2026.1', name: 'CPAP', citation: 'NCD 240.4' }],
  by: {
    kind: 'person',
    userId: physician.userId,
    name: physician.name,
    role: 'medicalDirector',
    qualification: physician.qualification,
  },
  reasonClass: 'medicalNecessity',
  reasonCodes: ['0F'],
  rationale: 'The home sleep test of 3 March shows 3 breathing pauses an hour where 5 are needed.',
  memberRationale: 'Your sleep test shows 3 pauses an hour. The plan pays from 5 an hour.',
  evidenceOpened: ['document-1'],
  attestation: { noConflictOfInterest: true, reviewedRecord: true },
};

export const itemDetermined = (data: object = denial, actor: object = physician): RecordedEvent =>
  ({
    type: 'ItemDetermined',
    data,
    actor,
    occurredAt: at('2026-11-21T15:00:00.000Z'),
    recordedAt: at('2026-11-21T15:00:00.000Z'),
  }) as RecordedEvent;

export const pendedItem: ItemRow = {
  itemSequence: 1,
  serviceSystem: 'https://bluebutton.cms.gov/resources/codesystem/hcpcs',
  serviceCode: 'E0601',
  isDrug: false,
  reviewType: 'prospective',
  submittedAt: at('2026-11-20T14:00:00.000Z'),
  extended: false,
  status: 'pended',
  reasonCodes: [],
  decidedByLicences: [],
};

export const approvedItem: ItemRow = {
  ...pendedItem,
  status: 'approved',
  authorizationNumber: 'A-1001',
  authorizedQuantity: 1.5,
  authorizedUnit: 'unit',
  authorizedFrom: on('2026-12-01'),
  authorizedThrough: on('2027-02-28'),
  decidedAt: at('2026-11-21T15:00:00.000Z'),
  decidedByKind: 'rule',
};

export const deniedItem: ItemRow = {
  ...pendedItem,
  status: 'denied',
  reasonClass: 'medicalNecessity',
  reasonCodes: denial.reasonCodes,
  rationale: denial.rationale,
  decidedAt: denial.decidedAt,
  decidedByKind: 'person',
  decidedByUserId: physician.userId,
  decidedByProfession: 'physician',
  decidedByLicences: ['OH 35.012345'],
};

export const caseRow = (caseId: string, more: Partial<CaseRow> = {}): CaseRow => ({
  caseId,
  caseNumber: `N-${caseId}`,
  version: 1,
  status: 'received',
  queue: 'clinical',
  lineOfBusiness: 'medicareAdvantage',
  planName: 'Prairie Health Choice',
  contract: 'H1234',
  stateOfIssue: 'OH',
  reviewType: 'prospective',
  urgency: 'standard',
  channel: 'portal',
  memberNumber: 'M100',
  memberName: 'Núñez, Ana',
  memberBirthDate: on('1951-02-28'),
  requestingProviderName: 'Prairie Sleep Clinic',
  requestingProviderNpi: '1234567893',
  serviceSummary: 'E0601 CPAP device',
  receivedAt: at('2026-11-20T14:00:00.000Z'),
  receivedOn: on('2026-11-20'),
  nextDueAt: at('2026-11-27T14:00:00.000Z'),
  nextDueRuleId: 'ma-standard',
  changedAt: at('2026-11-20T15:00:00.007Z'),
  ...more,
});

export const clockRow = (more: Partial<ClockRow> = {}): ClockRow => ({
  clockId: 'clock-1',
  ruleId: 'ma-standard',
  ruleVersion: '2026',
  kind: 'decision',
  hard: true,
  startedAt: at('2026-11-20T14:00:00.000Z'),
  dueAt: at('2026-11-27T14:00:00.000Z'),
  superseded: false,
  planActs: true,
  authority: 'federal',
  jurisdiction: 'US-FED',
  lineOfBusiness: 'medicareAdvantage',
  stateOfIssue: 'OH',
  reviewType: 'prospective',
  urgency: 'standard',
  startedOn: on('2026-11-20'),
  extended: false,
  ...more,
});

export const caseRows = (row: CaseRow, more: Partial<Omit<CaseRows, 'case'>> = {}): CaseRows => ({
  case: row,
  items: [pendedItem],
  clocks: [clockRow()],
  tasks: [{ stepId: 'review', title: 'Clinical review', role: 'clinicalReviewer' }],
  ...more,
});

/** An append of one note to a case that has `expectedVersion` events. */
export const appendOf = (caseId: string, expectedVersion = 0, more: Partial<Append> = {}): Append => {
  const events = more.events ?? [noteAdded(`event ${expectedVersion + 1}`)];
  return {
    caseId,
    expectedVersion,
    events,
    rows: caseRows(caseRow(caseId, { version: expectedVersion + events.length })),
    outbox: [],
    ...more,
  };
};

/** A new case with this line on the work list. */
export const caseOf = (row: CaseRow, more: Partial<Omit<CaseRows, 'case'>> = {}): Append =>
  appendOf(row.caseId, 0, { rows: caseRows({ ...row, version: 1 }, more) });

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const messageOf = (messageId: string, more: Partial<KeptMessage> = {}) => ({
  messageId,
  clientId: 'client-1',
  channel: 'pas' as const,
  contentType: 'application/fhir+json',
  bytes: bytes('{"resourceType":"Bundle"}'),
  sha256: 'a'.repeat(64),
  receivedAt: at('2026-11-20T14:00:00.000Z'),
  identifier: { system: 'urn:sender', value: 'B-1' },
  answer: bytes('{"resourceType":"Bundle","type":"collection"}'),
  ...more,
});
