import type { CaseEvent, CaseEventType } from '@openum/domain/case/event.ts';
import type { Instant, ZoneId } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import { actorLabel, sentence } from './sentence.ts';
import type { Said } from './subject.ts';

const at = (text: string): Instant => text as Instant;
const said: Said = {
  moment: (t) => t.slice(0, 10),
  factLabel: (key) => (key === 'lab.pao2' ? 'PaO2' : key),
};

type Example<T extends CaseEventType> = readonly [Extract<CaseEvent, { type: T }>['data'], string];
const sha = 'a'.repeat(64);
const clock = {
  clockId: 'c1',
  ruleId: 'ma-expedited',
  ruleVersion: '1',
  startEvent: 'requestReceived',
  startedAt: at('2026-11-20T15:00:00.000Z'),
  zone: 'America/New_York' as ZoneId,
};
const source = { kind: 'request', field: 'rationale' } as const;

const examples: { readonly [T in CaseEventType]: Example<T> } = {
  RequestReceived: [
    {
      caseNumber: 'UM-1',
      request: {
        channel: 'fax',
        urgency: 'expedited',
        requestingProvider: { name: 'Lakeside Pulmonary' },
        items: [{}],
      } as never,
    },
    'Received by fax from Lakeside Pulmonary as case UM-1, expedited, 1 item.',
  ],
  RequestRevised: [
    { items: [{}, {}] as never, diagnoses: [], messageId: 'm1' },
    'The sender changed the request; it now has 2 items.',
  ],
  ClocksStarted: [
    { because: 'urgencyChanged', clocks: [clock, clock] },
    'Started 2 clocks because the urgency changed.',
  ],
  ClockExtended: [
    {
      clockId: 'c1',
      ruleId: 'MA-PRE-STD-PA',
      ground: 'enrolleeRequest',
      reason: 'The member wants to send a sleep study.',
      dueBefore: at('2026-11-27T23:59:59.999Z'),
      dueAfter: at('2026-12-11T23:59:59.999Z'),
    },
    'Extended MA-PRE-STD-PA from 2026-11-27 to 2026-12-11 (the member asked for it): The member wants to send a sleep study.',
  ],
  DeadlineMissed: [
    {
      clockId: 'c1',
      ruleId: 'US-IL-STD',
      citation: '215 ILCS 200',
      lapseEffect: 'approved',
      dueAt: at('2026-11-20T05:59:59.999Z'),
      notedAt: at('2026-11-20T06:00:30.000Z'),
      lateBySeconds: 30,
      itemSequences: [1],
    },
    'US-IL-STD was missed: due 2026-11-20, 1 line not decided. By its rule the request is deemed approved.',
  ],
  DocumentAttached: [
    {
      documentId: 'd1',
      title: 'Sleep study',
      contentType: 'application/pdf',
      sizeBytes: 10,
      sha256: sha,
      origin: 'portal',
    },
    'Attached Sleep study.',
  ],
  FactsRecorded: [
    {
      facts: ['lab.pao2', 'b', 'c', 'd'].map((key) => ({
        id: key,
        key,
        value: { kind: 'boolean', value: true } as const,
        source,
      })),
      replaces: ['x'],
    },
    'Recorded 4 facts: PaO2; b; c and 1 more, in place of 1 earlier fact.',
  ],
  CriteriaEvaluated: [
    {
      evaluations: [
        {
          evaluationId: 'e1',
          itemSequence: 2,
          criteria: { setId: 's', version: '1', name: 'Home oxygen', citation: 'c' },
          tree: 'initial',
          truth: 'notMet',
          leaves: [],
          evaluatedAt: at('2026-11-20T15:00:00.000Z'),
          wouldChange: [],
        },
      ],
    },
    'Read the criteria: Home oxygen for item 2 is not met.',
  ],
  UrgencyChanged: [
    { from: 'standard', to: 'expedited', basis: 'saturation is falling', attested: true },
    'Changed the urgency from standard to expedited: saturation is falling',
  ],
  InformationRequested: [
    {
      requestId: 'r1',
      items: [{ text: 'arterial gas' }, { text: 'sleep study' }],
      dueAt: at('2026-11-24T22:00:00.000Z'),
    },
    'Asked for 2 pieces of information, due 2026-11-24: arterial gas; sleep study',
  ],
  InformationReceived: [
    { requestId: 'r1', summary: 'gas from 18 November', documentIds: ['d2'] },
    'Received the information asked for with 1 document: gas from 18 November',
  ],
  Assigned: [
    { to: { userId: 'u2', name: 'Ana Ruiz' }, from: { userId: 'u1', name: 'Bo Lind' }, reason: 'leave' },
    'Gave the case to Ana Ruiz, before with Bo Lind: leave.',
  ],
  Released: [{ from: { userId: 'u1', name: 'Bo Lind' } }, 'Put the case back on the list, before with Bo Lind.'],
  ReviewCompleted: [
    { outcome: 'approve', itemSequences: [1], summary: 'gas qualifies' },
    'Completed the clinical review, approving item 1: gas qualifies',
  ],
  ReferredToPhysician: [
    { itemSequences: [1, 2], reason: 'gas is above the limit', specialty: 'pulmonology' },
    'Referred items 1, 2 to a physician (pulmonology): gas is above the limit',
  ],
  ItemDetermined: [
    {
      outcome: 'notRequired',
      itemSequence: 1,
      decidedAt: at('2026-11-20T15:00:00.000Z'),
      criteria: [],
      by: { kind: 'rule', rule: 'serviceCatalogue' },
      reason: 'not on the list',
    },
    'Item 1 needs no authorization: not on the list',
  ],
  NoticeIssued: [
    {
      noticeId: 'n1',
      kind: 'approval',
      audience: 'member',
      itemSequences: [1],
      templateId: 't',
      templateVersion: '1',
      language: 'en',
      pdfSha256: sha,
      htmlSha256: sha,
      channel: 'portal',
    },
    'Issued the approval letter for item 1 to the member.',
  ],
  Withdrawn: [
    { requestedBy: 'the clinic', reason: 'booked elsewhere' },
    'Withdrawn at the request of the clinic: booked elsewhere',
  ],
  Voided: [{ reason: 'sent twice', duplicateOfCaseId: 'UM-0' }, 'Voided as a duplicate of case UM-0: sent twice'],
  ReceiptCorrected: [
    { from: at('2026-11-20T15:00:00.000Z'), to: at('2026-11-19T15:00:00.000Z'), reason: 'fax stamp' },
    'Corrected the time of receipt from 2026-11-20 to 2026-11-19: fax stamp',
  ],
  IntentToDenyRecorded: [
    { itemSequences: [1], reason: 'saturation is above the limit' },
    'Recorded the intent to deny item 1, which decides nothing: saturation is above the limit',
  ],
  PeerToPeerOffered: [
    {
      offerId: 'o1',
      itemSequences: [1],
      because: 'demanded',
      rule: { ruleId: 'r', ruleVersion: '1', citation: '40 P.S. 991.2155' },
      window: { opensAt: at('2026-11-20T15:00:00.000Z'), closesAt: at('2026-11-22T15:00:00.000Z') },
      slots: [],
      to: { name: 'Dr. Amara Osei' },
      how: 'phone',
    },
    'Offered Dr. Amara Osei a peer-to-peer on item 1 by phone, because a rule demands it; open until 2026-11-22 (40 P.S. 991.2155).',
  ],
  PeerToPeerScheduled: [
    {
      offerId: 'o1',
      slot: { startsAt: at('2026-11-21T15:00:00.000Z'), endsAt: at('2026-11-21T15:30:00.000Z') },
      callBack: '555-0100',
    },
    'Agreed on the peer-to-peer for 2026-11-21, call 555-0100.',
  ],
  PeerToPeerTimesProposed: [
    {
      offerId: 'o1',
      slots: [{ startsAt: at('2026-11-21T17:00:00.000Z'), endsAt: at('2026-11-21T17:30:00.000Z') }],
      message: 'in clinic before noon',
    },
    'Proposed other times for the peer-to-peer: 2026-11-21: in clinic before noon.',
  ],
  PeerToPeerAttempted: [
    { offerId: 'o1', attemptId: 'a1', number: '555-0100', result: 'voicemail', note: 'left the number of the desk' },
    'Called 555-0100 for the peer-to-peer: left a voice message: left the number of the desk.',
  ],
  PeerToPeerHeld: [
    {
      offerId: 'o1',
      participants: [
        { name: 'Dr. Amara Osei', side: 'provider', credentials: 'MD' },
        { name: 'Dr. Bo Lind', side: 'plan', credentials: 'MD' },
      ],
      notes: 'n',
      outcome: 'newInformation',
      effect: 'a night oximetry will be sent',
    },
    'Held the peer-to-peer between Dr. Amara Osei and Dr. Bo Lind; new information came up: a night oximetry will be sent',
  ],
  PeerToPeerMissed: [
    { offerId: 'o1', by: 'provider', reason: 'no answer on two numbers' },
    'Recorded that the clinician missed the peer-to-peer: no answer on two numbers',
  ],
  PeerToPeerDeclined: [
    { offerId: 'o1', declinedBy: 'Dr. Amara Osei', reason: 'will appeal' },
    'Dr. Amara Osei declined the peer-to-peer: will appeal.',
  ],
  PeerToPeerEscalated: [
    { offerId: 'o1', to: { userId: 'u2', name: 'Dr. Ana Ruiz' }, reason: 'leave' },
    'Gave the peer-to-peer to Dr. Ana Ruiz as deputy: leave',
  ],
  NoteAdded: [{ noteId: 'n', text: 'called the clinic' }, 'Noted: called the clinic'],
};

describe('each event of a case reads as a sentence', () => {
  test.each(Object.entries(examples))('%s', (type, [data, words]) => {
    expect(sentence({ type, data } as CaseEvent, said)).toBe(words);
  });
});

test('an approval names its authorization', () => {
  const approved: CaseEvent = {
    type: 'ItemDetermined',
    data: {
      outcome: 'approved',
      itemSequence: 3,
      decidedAt: at('2026-11-20T15:00:00.000Z'),
      criteria: [],
      by: { kind: 'rule', rule: 'x' },
      authorized: {
        authorizationNumber: 'A-77',
        service: { system: 's', code: 'E1390' },
        period: { start: '2026-12-01' as never },
      },
    },
  };
  expect(sentence(approved, said)).toBe('Item 3 approved, authorization A-77');
});

test('what OpenUM did by itself is signed by OpenUM, never by a person', () => {
  expect(actorLabel({ kind: 'system', component: 'clock' })).toBe('OpenUM (clock)');
  expect(actorLabel({ kind: 'person', userId: 'u', name: 'Ana Ruiz', roles: [] })).toBe('Ana Ruiz');
});
