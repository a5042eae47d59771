import type { CommandOf } from '@openum/domain/case/command.ts';
import {
  chaseMethods,
  chaseResults,
  dispositions,
  readinessStates,
  transitionBarriers,
} from '@openum/domain/stay/event.ts';
import { calendarDate } from '@openum/domain/time/instant.ts';
import fc from 'fast-check';
import { clock } from '../request.ts';
import { aStay, continued, moreDays } from '../stay.ts';
import { type Bodies, documents, moment, reason, some } from './piece.ts';

const discharge = { dischargedAt: moment, disposition: some(...dispositions), reason };

export const stayBodies: Bodies<
  | 'BeginStay'
  | 'CorrectAdmission'
  | 'CancelAdmission'
  | 'RequestContinuedStay'
  | 'RecordClinicalUpdate'
  | 'ChaseClinicalUpdate'
  | 'ChangeLevelOfCare'
  | 'AssessTransition'
  | 'RecordDischarge'
  | 'CancelDischarge'
> = {
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
};
