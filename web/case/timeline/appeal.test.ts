import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { appeal } from './appeal.ts';
import { at, readsAs } from './readsAs.ts';

const on = (appealId = 'a1') => ({ appealId });
const day = '2026-12-20' as CalendarDate;
const moment = at('2026-11-27T16:00:00.000Z');

readsAs(appeal, {
  AppealFiled: [
    {
      appealId: 'a1',
      number: 'AP-1',
      levelId: 'MA-RECONSIDERATION',
      levelVersion: '1',
      levelName: 'Reconsideration',
      body: 'plan',
      because: 'requested',
      itemSequences: [1],
      timing: 'preService',
      filedBy: { party: 'member', name: 'Rosalind Akerman' },
      receivedAt: moment,
      channel: 'phone',
      statement: 'I do not agree.',
      expedited: { by: 'physician', reason: 'Saturation fell to 82 percent.' },
      late: true,
      standing: 'nothing',
      clocks: [],
    },
    'Took in appeal AP-1 (Reconsideration) on item 1 from Rosalind Akerman, the member, received 2026-11-27, after its window. A physician asked for a fast decision: Saturation fell to 82 percent.',
  ],
  AppealStandingShown: [
    { ...on(), standing: 'writtenConsent', by: 'Rosalind Akerman', receivedAt: moment, clocks: [] },
    'Received the member’s written consent from Rosalind Akerman on 2026-11-27; the appeal runs from then.',
  ],
  AppealLateFilingDecided: [
    { ...on(), goodCause: true, reason: 'she was in hospital' },
    'Found good cause for filing late: she was in hospital',
  ],
  AppealExpediteAsked: [
    { ...on(), by: 'member', reason: 'it gets worse', askedAt: moment, clocks: [] },
    'Made the appeal expedited, asked by the member: it gets worse',
  ],
  AppealExpediteRefused: [
    { ...on(), reason: 'the state is stable', clocks: [] },
    'Refused to expedite the appeal; the standard time runs from its receipt: the state is stable',
  ],
  AppealExtended: [
    {
      ...on(),
      clockId: 'c1',
      ruleId: 'MA-APPEAL-STD',
      ground: 'enrolleeRequest',
      reason: 'you asked us to wait',
      dueBefore: moment,
      dueAfter: at('2026-12-11T16:00:00.000Z'),
    },
    'Took more time for the appeal, from 2026-11-27 to 2026-12-11: you asked us to wait',
  ],
  AppealExhibitAdded: [
    { ...on(), exhibitId: 'x', documentId: 'd', title: 'Walk test', from: 'the clinic' },
    'Added the exhibit “Walk test” from the clinic.',
  ],
  AppealReviewerAssigned: [
    { ...on(), to: { userId: 'u', name: 'Dr. Lind', credentials: 'physician, IL 036.1' } },
    'Gave the appeal to Dr. Lind (physician, IL 036.1).',
  ],
  AppealInformationAsked: [
    { ...on(), requestId: 'q', from: 'the clinic', text: 'the walk test', dueAt: moment },
    'Asked the clinic for the appeal, by 2026-11-27: the walk test',
  ],
  AppealInformationReceived: [
    { ...on(), requestId: 'q', summary: 'the walk test came' },
    'Received what was asked for the appeal: the walk test came',
  ],
  AppealEvidenceShared: [
    { ...on(), summary: 'a second reading', respondBy: moment },
    'Gave the member new evidence or reasons, to answer by 2026-11-27: a second reading',
  ],
  AppealDecided: [
    {
      ...on(),
      by: { kind: 'person', userId: 'u', name: 'Dr. Lind', role: 'medicalDirector' },
      lines: [
        { itemSequence: 1, outcome: 'upheld', rationale: 'r', memberRationale: 'm', criteria: [] },
        { itemSequence: 2, outcome: 'partiallyOverturned', rationale: 'r', memberRationale: 'm', criteria: [] },
      ],
      evidenceOpened: [],
      newEvidence: false,
      clocks: [],
    },
    'Decided the appeal: item 1 upheld, item 2 overturned in part.',
  ],
  AppealDismissed: [
    { ...on(), because: 'notAppealable', reason: 'it is about a bill' },
    'Dismissed the appeal (not something that can be appealed): it is about a bill',
  ],
  AppealWithdrawn: [
    { ...on(), requestedBy: 'Rosalind Akerman', reason: 'she is better' },
    'Appeal withdrawn by Rosalind Akerman: she is better',
  ],
  ReviewOrganizationNamed: [
    { ...on(), name: 'Midland Review', reference: 'MR-7', clocks: [] },
    'Midland Review will decide the external review, reference MR-7.',
  ],
  AppealForwarded: [
    { ...on(), to: 'the entity', method: 'portal', tracking: 'T-1', packetDocumentId: 'd', packetSha256: 'a' },
    'Sent the file to the entity by the body’s portal, tracking T-1.',
  ],
  ExternalAnswerChased: [
    { ...on(), asked: 'the entity, by phone', answer: 'In a week.', askAgainAt: moment },
    'Asked the entity, by phone for the answer: In a week. To be asked again on 2026-11-27.',
  ],
  ExternalDecisionReceived: [
    {
      ...on(),
      decidedBy: 'the entity',
      decidedOn: day,
      lines: [{ itemSequence: 1, outcome: 'overturned', summary: 's' }],
      clocks: [],
    },
    'Received the decision of the entity of 2026-12-20: item 1 overturned.',
  ],
  AppealEffectuated: [{ ...on(), how: 'sent to claims' }, 'Put the reversal into effect: sent to claims'],
  AidContinuingDecided: [
    { ...on(), granted: false, askedBy: 'member', askedAt: moment, reason: 'it was asked too late' },
    'Care does not go on during the appeal: it was asked too late',
  ],
  AidContinuingEnded: [
    { ...on(), endedOn: day, reason: 'the appeal was upheld' },
    'Care during the appeal ended on 2026-12-20: the appeal was upheld',
  ],
  ReconsiderationRequested: [
    {
      reconsiderationId: 'r',
      ruleId: 'NY-RECONSIDERATION',
      itemSequences: [1],
      requestedBy: 'Dr. Amara Osei',
      statement: 'a new test',
      receivedAt: moment,
      clocks: [],
    },
    'Dr. Amara Osei asked to reconsider item 1, which is no appeal: a new test',
  ],
  ReconsiderationDecided: [
    { reconsiderationId: 'r', outcome: 'unchanged', by: { kind: 'rule', rule: 'x' }, reason: 'nothing new' },
    'Reconsidered; the decision stays: nothing new',
  ],
});
