import type { AppealCommand, ReconsiderationCommand } from '@openum/domain/appeal/command.ts';
import { appealOutcomes, dismissalReasons, expediteAskers, forwardMethods } from '@openum/domain/appeal/event.ts';
import { appealParties } from '@openum/domain/appeal/level.ts';
import { calendarDate, instant } from '@openum/domain/time/instant.ts';
import fc from 'fast-check';
import { otherPhysician, physician } from '../actors.ts';
import { memberRationale, rationale } from '../acts.ts';
import { appealClock, appealedAt, ireNext, levelOf } from '../appeal.ts';
import { clockCalendar, clockRule } from '../clock.ts';
import { criteria, document, granted } from '../request.ts';
import { type Bodies, some } from './piece.ts';

type Acts = AppealCommand | ReconsiderationCommand;

const reason = fc.oneof({ weight: 5, arbitrary: some('A reason in words.') }, some('', ' '));
const appealId = fc.oneof({ weight: 6, arbitrary: some('appeal-1') }, some('appeal-2', 'appeal-9'));
const level = some(levelOf(), levelOf('MCD-APPEAL'), levelOf('MA-IRE'));
const clocks = some([], [appealClock()], [appealClock('appeal-clock-2')]);
const moment = some(appealedAt, instant('2026-11-20T10:00:00Z'), instant('2027-03-01T10:00:00Z'));
const lines = fc.array(some(1, 1, 1, 2, 9), { minLength: 1, maxLength: 2 });
const candidate = some(
  { ...otherPhysician, superiors: [] },
  { ...physician, superiors: [] },
  { ...otherPhysician, superiors: [physician.userId] },
  { userId: 'u1', name: 'Person', superiors: [] },
);
const requirement = some(
  { licence: 'memberState' as const, citation: 'test' },
  { licence: 'anyState' as const, specialties: ['pulmonology'], citation: 'test' },
);
const resolution = fc.record(
  {
    itemSequence: some(1, 1, 1, 2),
    outcome: some(...appealOutcomes),
    rationale: some(rationale, rationale, rationale, ''),
    memberRationale: some(memberRationale, memberRationale, 'Criteria not met.'),
    authorized: some(granted(), granted({ quantity: { value: 1, unit: 'mo' } })),
  },
  { requiredKeys: ['itemSequence', 'outcome', 'rationale', 'memberRationale'] },
);
const given = <T, R extends object>(
  required: { [K in keyof T]: fc.Arbitrary<T[K]> },
  optional: { [K in keyof R]: fc.Arbitrary<R[K]> },
) =>
  fc.record(
    { ...required, ...optional },
    { requiredKeys: Object.keys(required) as never[] },
  ) as unknown as fc.Arbitrary<T & Partial<R>>;

/** Acts around appeals, lawful or not. */
export const appealBodies: Bodies<Acts['type']> = {
  FileAppeal: given(
    {
      appealId,
      number: some('AP-1'),
      level,
      filedBy: some(...appealParties).map((party) => ({ party, name: 'Rosalind Akerman' })),
      itemSequences: lines,
      timing: some('preService' as const, 'postService' as const),
      receivedAt: moment,
      channel: some('phone' as const, 'mail' as const),
      statement: reason,
      clocks,
    },
    {
      expedited: fc.record({ by: some(...expediteAskers), reason }),
      standingShownAt: moment,
      filingDeadline: moment,
    },
  ),
  ShowAppealStanding: fc.record({ appealId, by: reason, receivedAt: moment, clocks }),
  AcceptLateAppeal: fc.record({ appealId, reason }),
  AskExpeditedAppeal: fc.record({ appealId, level, by: some(...expediteAskers), reason, askedAt: moment, clocks }),
  RefuseExpeditedAppeal: fc.record({ appealId, level, reason, clocks, noticeClocks: some([]) }),
  ExtendAppeal: fc.record({
    appealId,
    clockId: some('appeal-clock', 'clock-1'),
    ground: some('enrolleeRequest', 'weAreBusy'),
    reason,
    rule: some(clockRule('MA-APPEAL-STD')),
    calendar: some(clockCalendar),
  }),
  AddAppealExhibit: fc.record({
    appealId,
    exhibitId: some('x1'),
    documentId: some('original', 'd1', 'none'),
    from: reason,
  }),
  AssignAppealReviewer: fc.record({ appealId, to: candidate, level, requirement }),
  AskAppealInformation: fc.record({ appealId, requestId: some('ask-9'), from: reason, text: reason, dueAt: moment }),
  ReceiveAppealInformation: fc.record({ appealId, requestId: some('ask-9', 'ask-1'), summary: reason }),
  ShareAppealEvidence: fc.record({ appealId, summary: reason, respondBy: moment }),
  DecideAppeal: given(
    {
      appealId,
      level: some(levelOf(), levelOf('COMMERCIAL-APPEAL')),
      lines: fc.array(resolution, { minLength: 1, maxLength: 2 }),
      criteria: some([{ ...criteria, itemSequence: 1 }], []),
      requirement,
      superiors: some([], [physician.userId]),
      attestation: fc.record({
        noConflictOfInterest: some(true, true, false),
        reviewedRecord: some(true, true, false),
      }),
      evidenceOpened: some(['original', 'd1', 'd2'], []),
      newEvidence: fc.boolean(),
      clocks,
    },
    { next: some(ireNext) },
  ),
  DismissAppeal: fc.record({ appealId, because: some(...dismissalReasons), reason }),
  WithdrawAppeal: fc.record({ appealId, requestedBy: reason, reason }),
  NameReviewOrganization: fc.record({ appealId, name: reason, clocks }),
  ForwardAppeal: fc.record({
    appealId,
    to: reason,
    method: some(...forwardMethods),
    packet: some(document('packet')),
  }),
  ChaseExternalAnswer: fc.record({ appealId, asked: reason, answer: reason, askAgainAt: moment }),
  ReceiveExternalDecision: fc.record({
    appealId,
    decidedBy: reason,
    decidedOn: some(calendarDate('2026-11-20'), calendarDate('2027-12-01')),
    lines: fc.array(
      given(
        { itemSequence: some(1, 1, 2), outcome: some(...appealOutcomes), summary: reason },
        { authorized: some(granted(), granted({ quantity: { value: 1, unit: 'mo' } })) },
      ),
      { maxLength: 2 },
    ),
    clocks,
  }),
  EffectuateAppeal: fc.record({ appealId, how: reason }),
  DecideAidContinuing: given(
    {
      appealId,
      level,
      granted: fc.boolean(),
      askedBy: some(...appealParties),
      askedAt: moment,
      askedInTimeUntil: moment,
      previouslyAuthorized: fc.boolean(),
      reason,
    },
    { period: some({ start: calendarDate('2026-12-01') }) },
  ),
  EndAidContinuing: fc.record({ appealId, endedOn: some(calendarDate('2026-12-20')), reason }),
  RequestReconsideration: fc.record({
    reconsiderationId: some('again-1'),
    ruleId: some('NY-RECONSIDERATION'),
    itemSequences: lines,
    requestedBy: reason,
    statement: reason,
    receivedAt: moment,
    clocks: some([]),
  }),
  DecideReconsideration: fc.record({
    reconsiderationId: some('again-1', 'again-9'),
    outcome: some('unchanged' as const, 'approved' as const),
    reason,
    authorized: some([], [{ itemSequence: 1, authorized: granted() }]),
  }),
};
