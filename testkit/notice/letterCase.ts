import { loadDecisionReasons } from '@openum/content/code/load.ts';
import { loadNoticeContent } from '@openum/content/notice/load.ts';
import type { LineOfBusiness, RequestedItem } from '@openum/domain/case/request.ts';
import { type Case, type CaseItem, nothingYet } from '@openum/domain/case/state.ts';
import type { AdverseDetermination, Determination } from '@openum/domain/determination/determination.ts';
import type { NoticeContext } from '@openum/domain/notice/context.ts';
import type { NoticeAudience, NoticeKind } from '@openum/domain/notice/document.ts';
import { chooseTemplate, type NoticeTemplate } from '@openum/domain/notice/template.ts';
import { calendarDate, instant, zoneId } from '@openum/domain/time/instant.ts';

export const noticeContent = loadNoticeContent();

const hcpcs = 'https://bluebutton.cms.gov/resources/codesystem/hcpcs';

const sampleItem: RequestedItem = {
  sequence: 1,
  service: { system: hcpcs, code: 'E0601', display: 'Continuous airway pressure device' },
  quantity: { value: 90, unit: 'days' },
  period: { start: calendarDate('2026-12-01'), end: calendarDate('2027-02-28') },
  diagnoses: ['G47.33'],
  isDrug: false,
  servicingProvider: { name: 'Front Range Home Medical', npi: '1999999992' },
};

const criteria = {
  setId: 'pap-osa',
  version: '2026.1',
  name: 'Positive airway pressure for obstructive sleep apnea',
  citation: 'NCD 240.4',
};

export const sampleDenial: AdverseDetermination = {
  itemSequence: 1,
  outcome: 'denied',
  decidedAt: instant('2026-11-20T21:30:00Z'),
  criteria: [criteria],
  by: {
    kind: 'person',
    userId: 'u-1',
    name: 'Dr. Ana Ruiz',
    role: 'medicalDirector',
    qualification: {
      profession: 'physician',
      licences: [{ state: 'CO', number: 'DR.0051234', status: 'active', expiresOn: calendarDate('2027-04-30') }],
      specialties: ['Sleep Medicine'],
      boardCertified: true,
    },
  },
  reasonClass: 'medicalNecessity',
  reasonCodes: ['0F'],
  rationale:
    'Home sleep apnea test of 3 November 2026 shows an AHI of 3.1 events per hour over 6.2 hours of recording. NCD 240.4 asks for 5 or more with symptoms. No in-laboratory study was sent.',
  memberRationale:
    'Your sleep test on November 3 showed that you stop breathing about 3 times an hour. The rule asks for 5 times an hour or more. We did not get any other sleep test.',
  alternatives: 'Your doctor can ask for a sleep test in a sleep lab, which we cover.',
  evidenceOpened: ['d-1'],
  attestation: { noConflictOfInterest: true, reviewedRecord: true },
};

export const sampleReduction: AdverseDetermination = {
  ...sampleDenial,
  itemSequence: 1,
  outcome: 'partiallyApproved',
  authorized: {
    authorizationNumber: 'A-2026-000124',
    service: sampleItem.service,
    quantity: { value: 30, unit: 'days' },
    period: { start: calendarDate('2026-12-01'), end: calendarDate('2026-12-30') },
  },
};

export const sampleApproval: Determination = {
  itemSequence: 1,
  outcome: 'approved',
  decidedAt: instant('2026-11-20T21:30:00Z'),
  criteria: [criteria],
  by: { kind: 'rule', rule: 'criteria met' },
  authorized: {
    authorizationNumber: 'A-2026-000123',
    service: sampleItem.service,
    quantity: { value: 90, unit: 'days' },
    period: { start: calendarDate('2026-12-01'), end: calendarDate('2027-02-28') },
  },
};

/** A case with these determinations, item 1, 2 and so on. */
export const letterCase = (
  lineOfBusiness: LineOfBusiness,
  determinations: readonly (Determination | undefined)[],
): Case => {
  const items: CaseItem[] = determinations.map((d, i) => ({
    ...sampleItem,
    sequence: i + 1,
    ...(d === undefined ? {} : { determination: { ...d, itemSequence: i + 1 } }),
    earlierDeterminations: [],
    cancelled: false,
  }));
  return {
    kind: 'case',
    version: 1,
    caseNumber: '2026-004711',
    receivedAt: instant('2026-11-17T15:00:00Z'),
    urgency: 'standard',
    items,
    ...nothingYet,
    lastEventAt: instant('2026-11-20T21:30:00Z'),
    request: {
      channel: 'portal',
      receivedAt: instant('2026-11-17T15:00:00Z'),
      zone: zoneId('America/Denver'),
      reviewType: 'prospective',
      urgency: 'standard',
      setting: 'home',
      member: {
        memberNumber: 'M1002003',
        family: 'Okafor',
        given: 'Grace',
        birthDate: calendarDate('1951-03-09'),
        sex: 'female',
        address: { lines: ['1420 Juniper Street', 'Apt 3B'], city: 'Denver', state: 'CO', postalCode: '80203' },
      },
      coverage: { lineOfBusiness, planName: 'Summit Choice', stateOfIssue: 'CO' },
      requestingProvider: {
        name: 'Pine Sleep Clinic',
        npi: '1234567893',
        address: { lines: ['88 Lake Avenue'], city: 'Denver', state: 'CO', postalCode: '80211' },
      },
      diagnoses: [{ sequence: 1, code: 'G47.33', principal: true }],
      items,
      authorizationRequired: true,
    },
  };
};

export const letterContext = (lineOfBusiness: LineOfBusiness, change: Partial<NoticeContext> = {}): NoticeContext => {
  const [languagePack] = noticeContent.languages;
  if (languagePack === undefined) throw new Error('no language');
  return {
    noticeId: 'n-1',
    noticeDate: calendarDate('2026-11-21'),
    plan: {
      name: 'Summit Health Plan',
      addressLines: ['PO Box 4100', 'Denver, CO 80201'],
      phone: '1-800-555-0142',
      tty: '711',
      hours: '8 a.m. to 8 p.m., seven days a week',
      fax: '1-800-555-0143',
      website: 'www.summit.example',
    },
    appealRights: noticeContent.appealRights[lineOfBusiness],
    decisionReasons: [...loadDecisionReasons().values()],
    reviewerDisclosures: noticeContent.reviewerDisclosures,
    languagePack,
    languageOffers: noticeContent.languageOffers,
    ...change,
  };
};

export const letterTemplate = (
  kind: NoticeKind,
  audience: NoticeAudience,
  lineOfBusiness: LineOfBusiness,
): NoticeTemplate => {
  const found = chooseTemplate(noticeContent.templates, { kind, audience, lineOfBusiness, language: 'en-US' });
  if (found === undefined) throw new Error(`no template for ${kind} to ${audience}`);
  return found;
};
