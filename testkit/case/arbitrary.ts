import { type Actor, type Licence, type Qualification, type Role, roles } from '@openum/domain/actor/actor.ts';
import type { CaseCommand, CommandOf, ItemDecision } from '@openum/domain/case/command.ts';
import type { RequestedItem } from '@openum/domain/case/request.ts';
import { closingOutcomes, referralPriorities, referralReasons } from '@openum/domain/caseManagement/event.ts';
import { lapseEffects } from '@openum/domain/clock/rule.ts';
import {
  deliveryWays,
  endRoutes,
  medicareNotices,
  qioOutcomes,
  recipients,
  signatures,
} from '@openum/domain/coverageEnd/event.ts';
import type { Evaluation } from '@openum/domain/criteria/evaluation.ts';
import { deliveryChannels } from '@openum/domain/delivery/event.ts';
import { type Authorized, type AutomaticOutcome, adverseOutcomes } from '@openum/domain/determination/determination.ts';
import {
  attemptResults,
  mailResults,
  offerChannels,
  offerReasons,
  sides,
  talkOutcomes,
} from '@openum/domain/peerToPeer/event.ts';
import type { DemandedOffer } from '@openum/domain/peerToPeer/rule.ts';
import { assignmentGrounds } from '@openum/domain/physician/event.ts';
import { reopeningGrounds } from '@openum/domain/reopening/event.ts';
import type { ApprovalLock } from '@openum/domain/reopening/lock.ts';
import {
  chaseMethods,
  chaseResults,
  dispositions,
  readinessStates,
  transitionBarriers,
} from '@openum/domain/stay/event.ts';
import { addElapsed, calendarDate, type Instant, instant } from '@openum/domain/time/instant.ts';
import fc from 'fast-check';
import { licence, physician, physicianWith } from './actors.ts';
import { approval, denial, determine, memberRationale, notice, rationale } from './acts.ts';
import { appealBodies } from './arbitraryAppeal.ts';
import { clockCalendar, clockRule } from './clock.ts';
import { aRequest, clock, criteria, document, granted, hcpcs, oxygenItem, receivedAt, zone } from './request.ts';
import { aStay, continued, moreDays } from './stay.ts';
import { receiveCommand } from './story.ts';

const some = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const mostly = <T>(likely: fc.Arbitrary<T>, other: fc.Arbitrary<T>, weight = 4) =>
  fc.oneof({ weight, arbitrary: likely }, { weight: 1, arbitrary: other });

/** The evening of 23 November in Chicago is already the 24th in UTC. */
const moment: fc.Arbitrary<Instant> = some(
  receivedAt,
  addElapsed(receivedAt, { hours: 1 }),
  instant('2026-11-24T05:59:59.999Z'),
  instant('2026-11-24T06:00:00Z'),
  instant('2026-12-31T12:00:00Z'),
);

const someLicence: fc.Arbitrary<Licence> = fc.record({
  state: mostly(some('IL'), some('OH', 'TX')),
  number: some('1', '2'),
  status: mostly(some<Licence['status']>('active'), some<Licence['status']>('restricted', 'inactive')),
  expiresOn: some('2026-11-22', '2026-11-23', '2026-11-24', '2027-07-31').map(calendarDate),
});

const qualification: fc.Arbitrary<Qualification> = fc.record(
  {
    profession: mostly(some<Qualification['profession']>('physician'), some('nurse', 'pharmacist', 'other')),
    licences: mostly(fc.constant<readonly Licence[]>([licence()]), fc.array(someLicence, { maxLength: 3 }), 2),
    specialties: fc.subarray(['internalMedicine', 'pulmonology']),
    boardCertified: fc.boolean(),
    npi: mostly(some('1770000015'), some('1770000031', '1770000049')),
  },
  { requiredKeys: ['profession', 'licences', 'specialties', 'boardCertified'] },
);

const person: fc.Arbitrary<Actor> = fc.record(
  {
    kind: fc.constant('person' as const),
    userId: some('u1', 'u2'),
    name: some('Person'),
    roles: mostly(
      some<readonly Role[]>(['medicalDirector', 'clinicalReviewer', 'umCoordinator']),
      fc.subarray([...roles]),
    ),
    qualification,
  },
  { requiredKeys: ['kind', 'userId', 'name', 'roles'] },
);

/** Persons of every sort, sending clients, and every part of the system. */
const anyActor: fc.Arbitrary<Actor> = mostly(
  person,
  some<Actor>(
    { kind: 'client', clientId: 'c', name: 'Clinic' },
    { kind: 'guest', name: 'Dr. Amara Osei', npi: '1770000056', offerId: 'offer-1' },
    { kind: 'system', component: 'rules' },
    { kind: 'system', component: 'flow' },
    { kind: 'system', component: 'clock' },
    { kind: 'system', component: 'notices' },
    { kind: 'system', component: 'seed' },
  ),
  5,
);

const sequence = mostly(some(1, 2), some(3, 9), 6);
const period = mostly(
  some(granted().period),
  some(
    { start: calendarDate('2026-12-01'), end: calendarDate('2026-12-31') },
    { start: calendarDate('2026-12-15'), end: calendarDate('2027-02-28') },
    { start: calendarDate('2026-12-01') },
  ),
);
const quantity = mostly(
  some({ value: 3, unit: 'mo' }, { value: 3, unit: 'MN' }),
  some({ value: 1, unit: 'mo' }, { value: 0, unit: 'mo' }, { value: 90, unit: 'd' }),
);
const service = mostly(some({ system: hcpcs, code: 'E1390' }), some({ system: hcpcs, code: 'E1392' }));

const authorized: fc.Arbitrary<Authorized> = fc.record(
  { authorizationNumber: some('PA-1', 'PA-2'), service, quantity, period },
  { requiredKeys: ['authorizationNumber', 'service', 'period'] },
);

const line = fc.record({ sequence, service, quantity, period, cancelled: mostly(some(false), some(true), 8) });
const items: fc.Arbitrary<readonly RequestedItem[]> = mostly(
  fc.uniqueArray(line, { minLength: 1, maxLength: 3, selector: (i) => i.sequence }),
  fc.array(line, { maxLength: 3 }),
  8,
).map((lines) => lines.map((i) => oxygenItem(i)));

const automatic: fc.Arbitrary<AutomaticOutcome> = fc.oneof(
  fc.record({ kind: fc.constant('approve' as const), quantity, period, criteria: fc.constant(criteria) }),
  fc.constant({ kind: 'refer', reason: 'Information is missing.' } as const),
  fc.constant({ kind: 'notRequired', reason: 'No authorization is needed.' } as const),
);
const findings = fc.array(
  fc.record({ itemSequence: sequence, outcome: automatic, authorizationNumber: some('PA-3') }),
  { maxLength: 2 },
);

/** Texts that no letter may give as the reason. */
const emptyReason = some('', '   ', 'Not medically necessary.', 'Criteria not met.', 'TBD', '{{reason}}');
export const goodReasons: readonly string[] = [rationale, memberRationale];

const decision: fc.Arbitrary<ItemDecision> = fc.oneof(
  fc.record({ outcome: fc.constant('approved' as const), itemSequence: sequence, authorized }),
  {
    weight: 3,
    arbitrary: fc.record(
      {
        outcome: some(...adverseOutcomes),
        itemSequence: sequence,
        reasonClass: some('medicalNecessity' as const, 'administrative' as const),
        reasonCodes: mostly(some(['0F']), some([], [' '])),
        rationale: mostly(some(rationale), emptyReason, 6),
        memberRationale: mostly(some(memberRationale), emptyReason, 6),
        authorized,
      },
      { requiredKeys: ['outcome', 'itemSequence', 'reasonClass', 'reasonCodes', 'rationale', 'memberRationale'] },
    ),
  },
  { weight: 2, arbitrary: sequence.map((itemSequence) => denial({ itemSequence })) },
);

const yes = mostly(some(true), some(false), 8);
const documents = fc.array(some(document('d1'), document('d2')), { maxLength: 1 });
const evaluations: fc.Arbitrary<readonly Evaluation[]> = fc.constant([]);
const reason = mostly(some('A reason in words.'), some('', ' '), 5);

const demanded = (intentFirst: boolean): DemandedOffer => ({
  ruleId: intentFirst ? 'inpatient' : 'state',
  ruleVersion: '1',
  citation: 'test',
  intentFirst,
});
const deadlines = some<readonly Instant[]>(
  [],
  [instant('2026-11-24T05:59:59.999Z')],
  [instant('2026-11-23T15:30:00Z'), instant('2026-12-01T05:59:59.999Z')],
);
const slot = moment.map((startsAt) => ({ startsAt, endsAt: addElapsed(startsAt, { minutes: 30 }) }));
const offerId = mostly(some('offer-1'), some('offer-2'));
const sequences = fc.array(sequence, { maxLength: 2 });
const talk = fc.record({
  offerId,
  participants: mostly(
    some([
      { name: 'Dr. Amara Osei', side: 'provider' as const, credentials: 'MD' },
      { name: 'Dr. Bo Lind', side: 'plan' as const, credentials: 'MD, IL 036.1' },
    ]),
    some([]),
  ),
  notes: reason,
  outcome: some(...talkOutcomes),
  effect: reason,
});

const matches = ['u1', 'u2'].map((userId, i) => ({
  userId,
  name: `Dr. ${userId}`,
  may: i === 0,
  reachable: i === 0,
  load: 0,
  capacity: 10,
  reasons: [{ kind: 'bar' as const, code: 'licence' as const, text: 'has no licence' }].slice(0, i),
}));

const discharge = { dischargedAt: moment, disposition: some(...dispositions), reason };

const someDay = some('2026-11-25', '2026-12-03', '2027-01-31').map(calendarDate);

const wellFormed: fc.Arbitrary<ItemDecision> = fc.oneof(
  sequence.map((itemSequence) => denial({ itemSequence })),
  sequence.map((itemSequence) => {
    const less = granted({ quantity: { value: 1, unit: 'mo' } });
    return denial({ outcome: 'partiallyApproved', itemSequence, authorized: less });
  }),
  sequence.map((itemSequence) => {
    const other = granted({ service: { system: hcpcs, code: 'E0424' } });
    return denial({ outcome: 'modified', itemSequence, authorized: other });
  }),
  sequence.map((itemSequence) => approval({ itemSequence })),
);

const reducing = sequence.map((itemSequence) =>
  denial({
    outcome: 'partiallyApproved',
    itemSequence,
    authorized: granted({ period: { start: calendarDate('2026-12-01'), end: calendarDate('2026-12-03') } }),
  }),
);

const inpatientLock = (itemSequence: number): ApprovalLock => ({
  itemSequence,
  ruleId: 'MA-INPATIENT-LOCK',
  ruleVersion: '1',
  citation: '42 CFR 422.138(c)',
  exceptions: ['obviousError', 'fraud'],
});

type Bodies = { [T in CaseCommand['type']]: fc.Arbitrary<Omit<CommandOf<T>, 'actor' | 'now' | 'type'>> };

const bodies: Bodies = {
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
  SetDocumentKind: fc.record({ documentId: some('d1', 'd9'), kind: some('order' as const, 'sleepStudy' as const) }),
  Assign: fc.record({ to: some({ userId: 'u1', name: 'A' }, { userId: 'u2', name: 'B' }) }),
  Claim: fc.constant({}),
  Release: fc.constant({}),
  SetUrgency: fc.record({
    urgency: some('standard' as const, 'expedited' as const),
    basis: reason,
    attested: yes,
    clocks: fc.constant([clock('clock-2')]),
  }),
  ExtendClock: fc.record(
    {
      clockId: some('clock-1', 'clock-2', 'clock-9'),
      ground: mostly(some('enrolleeRequest'), some('weAreBusy')),
      by: some({ value: 3, unit: 'calendarDays' as const }, { value: 90, unit: 'calendarDays' as const }),
      reason,
      rule: some(clockRule()),
      calendar: some(clockCalendar),
    },
    { requiredKeys: ['clockId', 'ground', 'reason', 'rule', 'calendar'] },
  ),
  NoteMissedDeadline: fc.record({
    clockId: mostly(some('clock-1'), some('clock-2', 'clock-3', 'clock-9')),
    rule: some(...lapseEffects).map((lapseEffect) => clockRule('MA-PRE-STD-PA', { lapseEffect })),
    calendar: some(clockCalendar),
    grants: mostly(
      fc.constant([1, 2, 3].map((itemSequence) => ({ itemSequence, authorized: granted() }))),
      fc.array(fc.record({ itemSequence: sequence, authorized }), { maxLength: 2 }),
    ),
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
  ) as Bodies['CompleteReview'],
  PlanCoverageEnd: fc.record({
    endId: some('end-1', 'end-2'),
    route: some(...endRoutes),
    lastCoveredOn: someDay,
    reason,
    memberReason: reason,
    requirement: fc.constant({ licence: 'anyState', citation: 'test' }),
  }),
  ReduceAuthorization: fc.record({
    endId: some('end-3'),
    decision: reducing,
    lastCoveredOn: someDay,
    approvalLocks: some([], [inpatientLock(1), inpatientLock(2)]),
    advance: fc.constant({
      earliestEnd: calendarDate('2026-12-03'),
      citation: '42 CFR 431.211',
      exceptions: ['fraudVerified'],
    }),
    criteria: fc.constant([{ ...criteria, itemSequence: 1 }]),
    requirement: fc.constant({ licence: 'anyState', citation: 'test' }),
    attestation: fc.record({ noConflictOfInterest: yes, reviewedRecord: yes }),
    evidenceOpened: mostly(some(['original', 'd1', 'd2']), fc.subarray(['original', 'd1', 'd2'])),
  }),
  WithdrawCoverageEnd: fc.record({ endId: some('end-1', 'end-2', 'end-3'), reason }),
  RecordMedicareNotice: fc.record({
    deliveryId: some('delivery-1'),
    notice: some(...medicareNotices),
    to: fc.record({ name: reason, as: some(...recipients) }),
    how: some(...deliveryWays),
    signature: some(...signatures),
    deliveredAt: moment,
    by: reason,
  }),
  RecordQioRequest: fc.record({
    reviewId: some('review-1'),
    endId: some('end-1', 'end-3'),
    requestedAt: moment,
    notifiedAt: moment,
    requestedBy: reason,
  }),
  ExplainCoverageEnd: fc.record({
    reviewId: some('review-1'),
    facts: reason,
    rule: fc.record({ name: reason, citation: reason, text: reason }),
  }),
  RecordQioDecision: fc.record({
    reviewId: some('review-1'),
    outcome: some(...qioOutcomes),
    decidedAt: moment,
    note: reason,
  }),
  DetermineItems: fc.record({
    decisions: fc.array(decision, { minLength: 1, maxLength: 2 }),
    criteria: fc.constant([{ ...criteria, itemSequence: 1 }]),
    requirement: fc.record(
      {
        licence: some('memberState' as const, 'anyState' as const),
        specialties: some(['pulmonology']),
        citation: some('test'),
      },
      { requiredKeys: ['licence', 'citation'] },
    ),
    attestation: fc.record({ noConflictOfInterest: yes, reviewedRecord: yes }),
    peerToPeer: fc.record({ offers: some([], [demanded(false)], [demanded(true)]), deadlines }),
    approvalLocks: some([], [inpatientLock(1), inpatientLock(2)]),
    evidenceOpened: mostly(some(['original', 'd1', 'd2']), fc.subarray(['original', 'd1', 'd2'])),
  }),
  RecordNotices: fc.record({
    notices: fc.array(
      sequence.map((n) => notice({ itemSequences: [n] })),
      { maxLength: 1 },
    ),
  }),
  Withdraw: fc.record({ requestedBy: reason, reason }),
  Void: fc.record({ reason }),
  CorrectReceipt: fc.record({ receivedAt: moment, reason, clocks: fc.constant([clock('clock-4')]) }),
  AddNote: fc.record({ noteId: some('note'), text: reason }),
  AssignPhysician: fc.record(
    {
      because: some(...assignmentGrounds),
      ranked: fc.subarray(matches),
      toUserId: some('u1', 'u2', 'u3'),
      reason,
    },
    { requiredKeys: ['because', 'ranked'] },
  ),
  ...appealBodies,
  RecordIntentToDeny: fc.record({ itemSequences: sequences, reason }),
  ReferToCaseManagement: fc.record({
    referralId: some('referral-1', 'referral-2'),
    reason: some(...referralReasons),
    priority: some(...referralPriorities),
    summary: reason,
  }),
  AcceptCaseManagement: fc.record({
    referralId: some('referral-1', 'referral-2'),
    goals: fc.array(reason, { maxLength: 2 }),
  }),
  CloseCaseManagement: fc.record({
    referralId: some('referral-1', 'referral-2'),
    outcome: some(...closingOutcomes),
    reason,
  }),
  OfferPeerToPeer: fc.record({
    offerId,
    itemSequences: sequences,
    because: some(...offerReasons),
    rule: some(demanded(false), demanded(true)),
    windowEndsAt: moment,
    deadlines,
    slots: fc.array(slot, { maxLength: 1 }),
    to: some({ name: 'Dr. Amara Osei', npi: '1770000056' }),
    how: some(...offerChannels),
  }),
  SchedulePeerToPeer: fc.record({ offerId, slot, deadlines }),
  ProposePeerToPeerTimes: fc.record({ offerId, slots: fc.array(slot, { maxLength: 2 }), deadlines }),
  LogPeerToPeerAttempt: fc.record({
    offerId,
    attemptId: some('attempt'),
    number: reason,
    result: some(...attemptResults),
  }),
  RecordPeerToPeerHeld: talk,
  RecordPeerToPeerMissed: fc.record({ offerId, by: some(...sides), reason, deadlines }),
  DeclinePeerToPeer: fc.record({ offerId, declinedBy: reason }),
  TellPeerToPeer: fc.record({
    offerId,
    about: some('link', 'agreed', 'window'),
    keys: fc.subarray(['a', 'b']),
    plan: some(['Dr. Bo Lind']),
    clinician: some(...mailResults),
  }),
  EscalatePeerToPeer: fc.record({ offerId, to: some({ userId: 'u2', name: 'B' }), reason }),
  ReportDelivery: fc.record({
    noticeIds: mostly(some(['notice-1']), some([])),
    report: fc.oneof(
      fc.record({ kind: some('queued' as const), channel: some(...deliveryChannels), because: reason }),
      fc.record({ kind: some('sent' as const), channel: some('email' as const), response: reason, attempts: some(1) }),
      fc.record({ kind: some('printed' as const), batchId: some('batch-1') }),
      fc.record({ kind: some('mailed' as const), carrier: reason, mailedAt: moment }),
      fc.record({ kind: some('returned' as const, 'closed' as const), reason }),
    ),
  }),
  RecordNoticeViewed: fc.record({ noticeId: some('notice-1', 'notice-2'), viewedBy: some('Clinic') }),
  GiveOralNotice: fc.record({
    oralNoticeId: some('oral-1'),
    itemSequences: sequences,
    audience: some('member' as const, 'provider' as const),
    spokenTo: reason,
    number: reason,
    givenAt: moment,
  }),
  BeginStay: fc.record({ stay: moment.map((admittedAt) => aStay({ admittedAt })) }),
  CorrectAdmission: fc.record({ admittedAt: moment, reason }),
  CancelAdmission: fc.record({ reason }),
  RequestContinuedStay: fc
    .tuple(some(2, 3, 4), some('continued-1', 'continued-2'), reason, moment)
    .map(([n, requestId, clinicalUpdate, receivedAt]) => ({
      ...(continued() as CommandOf<'RequestContinuedStay'>),
      requestId,
      clinicalUpdate,
      receivedAt,
      items: [moreDays({ sequence: n })],
      clocks: [clock(`clock-of-${requestId}`)],
    })),
  RecordClinicalUpdate: fc.record({
    updateId: some('update'),
    summary: reason,
    from: some('Hospital'),
    channel: some('phone' as const, 'fax' as const),
    receivedAt: moment,
    documents,
  }),
  ChaseClinicalUpdate: fc.record({
    chaseId: some('chase'),
    to: reason,
    method: some(...chaseMethods),
    result: some(...chaseResults),
  }),
  ChangeLevelOfCare: fc.record({ to: some('stepDown', 'medicalSurgical'), effectiveAt: moment, reason }),
  AssessTransition: fc.record({
    readiness: some(...readinessStates),
    barriers: fc.subarray([...transitionBarriers]),
    expectedDischargeOn: some('2026-11-20', '2026-11-28').map(calendarDate),
  }),
  RecordDischarge: fc.record(discharge),
  CancelDischarge: fc.record({ reason }),
  ReopenItem: fc.record({
    itemSequence: sequence,
    ground: some(...reopeningGrounds),
    reason,
    evidence: mostly(some(['original'], ['d1']), some([], ['d9'])),
    locks: some([], [inpatientLock(1), inpatientLock(2)]),
    requirement: some({ licence: 'memberState' as const, citation: 'test' }),
    clocks: fc.constant([clock('clock-4')]),
  }),
};

/** Rarely drawn, because little can happen after them. */
const closing: readonly CaseCommand['type'][] = ['Withdraw', 'Void', 'ReceiveRequest', 'CancelAdmission'];

const weightOf = (type: CaseCommand['type']): number =>
  type === 'DetermineItems' ? 10 : closing.includes(type) ? 1 : 2;

/** A physician's decision in good order but for, at most, one thing. */
const nearlyLawful: fc.Arbitrary<CaseCommand> = fc
  .tuple(
    wellFormed,
    fc.oneof(
      fc.constant({}),
      fc.record({ actor: anyActor }),
      fc.record({ actor: some(...roles).map((role) => ({ ...physician, roles: [role] })) }),
      fc.record({
        actor: someLicence.map((only) => physicianWith({ licences: [only] })),
        now: moment,
        requirement: some(
          { licence: 'memberState' as const, citation: 'test' },
          { licence: 'anyState' as const, citation: 'test' },
        ),
      }),
      fc.record({ decisions: fc.tuple(emptyReason.map((text) => denial({ rationale: text }))) }),
      fc.record({ decisions: fc.tuple(emptyReason.map((text) => denial({ memberRationale: text }))) }),
      fc.record({ decisions: fc.tuple(decision) }),
      fc.record({ attestation: fc.record({ noConflictOfInterest: fc.boolean(), reviewedRecord: fc.boolean() }) }),
      fc.record({ evidenceOpened: fc.subarray(['original', 'd1', 'd2']) }),
    ),
  )
  .map(([d, flaw]) => ({ ...determine([d], { evidenceOpened: ['original', 'd1', 'd2'] }), ...flaw }));

/** Any command whatever by any actor, lawful or not. */
export const anyCommand: fc.Arbitrary<CaseCommand> = fc.oneof(
  { weight: 40, arbitrary: nearlyLawful },
  ...Object.entries(bodies).map(([type, body]) => ({
    weight: weightOf(type as CaseCommand['type']),
    arbitrary: fc
      .tuple(body as fc.Arbitrary<object>, anyActor, moment)
      .map(([b, actor, now]) => ({ ...b, type, actor, now }) as CaseCommand),
  })),
);

/** A first command that may or may not make a case. */
export const anyReceipt: fc.Arbitrary<CaseCommand> = fc
  .tuple(items, findings, documents, anyActor)
  .map(([asked, found, more, actor]) =>
    receiveCommand(aRequest({ items: asked, zone }), {
      automatic: found,
      documents: [document('original'), ...more],
      actor,
    }),
  );
