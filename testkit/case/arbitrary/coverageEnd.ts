import {
  deliveryWays,
  endRoutes,
  medicareNotices,
  qioOutcomes,
  recipients,
  signatures,
} from '@openum/domain/coverageEnd/event.ts';
import { calendarDate } from '@openum/domain/time/instant.ts';
import fc from 'fast-check';
import { denial } from '../acts.ts';
import { criteria, granted } from '../request.ts';
import { type Bodies, inpatientLock, moment, mostly, reason, sequence, some, someDay, yes } from './piece.ts';

const reducing = sequence.map((itemSequence) =>
  denial({
    outcome: 'partiallyApproved',
    itemSequence,
    authorized: granted({ period: { start: calendarDate('2026-12-01'), end: calendarDate('2026-12-03') } }),
  }),
);

export const coverageEndBodies: Bodies<
  | 'PlanCoverageEnd'
  | 'ReduceAuthorization'
  | 'WithdrawCoverageEnd'
  | 'RecordMedicareNotice'
  | 'RecordQioRequest'
  | 'ExplainCoverageEnd'
  | 'RecordQioDecision'
> = {
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
};
