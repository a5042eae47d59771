import type { RequestedItem } from '@openum/domain/case/request.ts';
import type { AutomaticOutcome } from '@openum/domain/determination/determination.ts';
import fc from 'fast-check';
import { clock, criteria, document, oxygenItem } from '../request.ts';
import { receiveCommand } from '../story.ts';
import {
  authorized,
  type Bodies,
  documents,
  evaluations,
  moment,
  mostly,
  period,
  quantity,
  reason,
  sequence,
  service,
  some,
  yes,
} from './piece.ts';

const line = fc.record({ sequence, service, quantity, period, cancelled: mostly(some(false), some(true), 8) });

export const items: fc.Arbitrary<readonly RequestedItem[]> = mostly(
  fc.uniqueArray(line, { minLength: 1, maxLength: 3, selector: (i) => i.sequence }),
  fc.array(line, { maxLength: 3 }),
  8,
).map((lines) => lines.map((i) => oxygenItem(i)));

const automatic: fc.Arbitrary<AutomaticOutcome> = fc.oneof(
  fc.record({ kind: fc.constant('approve' as const), quantity, period, criteria: fc.constant(criteria) }),
  fc.constant({ kind: 'refer', reason: 'Information is missing.' } as const),
  fc.constant({ kind: 'notRequired', reason: 'No authorization is needed.' } as const),
);

export const findings = fc.array(
  fc.record({ itemSequence: sequence, outcome: automatic, authorizationNumber: some('PA-3') }),
  { maxLength: 2 },
);

export const requestBodies: Bodies<
  | 'ReceiveRequest'
  | 'ReviseRequest'
  | 'AttachDocument'
  | 'RecordFacts'
  | 'EvaluateCriteria'
  | 'RuleOutDuplicate'
  | 'RouteCase'
  | 'SetDocumentKind'
  | 'Assign'
  | 'Claim'
  | 'Release'
  | 'RemindOwner'
  | 'SetUrgency'
  | 'RequestInformation'
  | 'ReceiveInformation'
  | 'MakeInformationLink'
  | 'CompleteReview'
  | 'Withdraw'
  | 'Void'
  | 'CorrectReceipt'
  | 'AddNote'
> = {
  ReceiveRequest: fc.constant(receiveCommand()),
  ReviseRequest: fc.record({
    items,
    diagnoses: fc.constant([{ sequence: 1, code: 'J44.9', principal: true }]),
    messageId: some('m2'),
    clocks: fc.constant([clock('clock-3')]),
    documents,
    facts: fc.constant([]),
    replaces: fc.constant([]),
    evaluations,
    automatic: findings,
  }),
  AttachDocument: fc.record({ document: some(document('d1'), document('d2')) }),
  RecordFacts: fc.record({ facts: fc.constant([]), evaluations }),
  EvaluateCriteria: fc.record({ evaluations }),
  RuleOutDuplicate: fc.record({ ofCaseId: some('c1', 'c2'), reason }),
  RouteCase: fc.record(
    {
      team: some({ teamId: 't1', name: 'Medical' }, { teamId: 't2', name: 'Behavioral health' }),
      to: some({ userId: 'u1', name: 'A' }, { userId: 'u2', name: 'B' }),
      from: some({ userId: 'u1', name: 'A' }, { userId: 'u2', name: 'B' }),
      because: some('the first rule that fits'),
    },
    { requiredKeys: ['team', 'because'] },
  ),
  SetDocumentKind: fc.record(
    {
      documentId: some('d1', 'd9'),
      kind: some('order' as const, 'sleepStudy' as const),
      pages: some({ from: 1, to: 2 }, { from: 2, to: 1 }),
    },
    { requiredKeys: ['documentId', 'kind'] },
  ),
  Assign: fc.record({ to: some({ userId: 'u1', name: 'A' }, { userId: 'u2', name: 'B' }) }),
  Claim: fc.constant({}),
  Release: fc.constant({}),
  RemindOwner: fc.record({ text: reason }),
  SetUrgency: fc.record({
    urgency: some('standard' as const, 'expedited' as const),
    basis: reason,
    attested: yes,
    clocks: fc.constant([clock('clock-2')]),
  }),
  RequestInformation: fc.record({
    requestId: some('ask-1', 'ask-2'),
    items: some([{ text: 'Exercise test' }], [], [{ text: ' ' }]),
    dueAt: moment,
  }),
  ReceiveInformation: fc.record({
    requestId: some('ask-1', 'ask-2'),
    summary: reason,
    documents,
    facts: fc.constant([]),
    evaluations,
  }),
  MakeInformationLink: fc.record({
    requestId: some('ask-1', 'ask-2'),
    to: some({ name: 'Dr. Amara Osei', npi: '1770000056' }, { name: 'Dr. Amara Osei', npi: ' ' }),
    until: moment,
  }),
  CompleteReview: fc.oneof(
    fc.record({
      outcome: fc.constant('refer' as const),
      summary: reason,
      itemSequences: fc.array(sequence, { maxLength: 2 }),
    }),
    fc.record({
      outcome: fc.constant('approve' as const),
      summary: reason,
      items: fc.array(fc.record({ itemSequence: sequence, authorized, criteria: fc.constant([criteria]) }), {
        maxLength: 2,
      }),
    }),
  ) as Bodies<'CompleteReview'>['CompleteReview'],
  Withdraw: fc.record({ requestedBy: reason, reason }),
  Void: fc.record({ reason }),
  CorrectReceipt: fc.record({ receivedAt: moment, reason, clocks: fc.constant([clock('clock-4')]) }),
  AddNote: fc.record({ noteId: some('note'), text: reason }),
};
