import type { ItemDecision } from '@openum/domain/case/command.ts';
import { adverseOutcomes } from '@openum/domain/determination/determination.ts';
import { assignmentGrounds } from '@openum/domain/physician/event.ts';
import { reopeningGrounds } from '@openum/domain/reopening/event.ts';
import fc from 'fast-check';
import { approval, denial, memberRationale, rationale } from '../acts.ts';
import { clock, criteria, granted, hcpcs } from '../request.ts';
import { deadlines, demanded } from './peerToPeer.ts';
import { authorized, type Bodies, emptyReason, inpatientLock, mostly, reason, sequence, some, yes } from './piece.ts';

export const decision: fc.Arbitrary<ItemDecision> = fc.oneof(
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

export const wellFormed: fc.Arbitrary<ItemDecision> = fc.oneof(
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

const matches = ['u1', 'u2'].map((userId, i) => ({
  userId,
  name: `Dr. ${userId}`,
  may: i === 0,
  reachable: i === 0,
  load: 0,
  capacity: 10,
  reasons: [{ kind: 'bar' as const, code: 'licence' as const, text: 'has no licence' }].slice(0, i),
}));

export const decisionBodies: Bodies<'DetermineItems' | 'AssignPhysician' | 'ReopenItem'> = {
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
  AssignPhysician: fc.record(
    {
      because: some(...assignmentGrounds),
      ranked: fc.subarray(matches),
      toUserId: some('u1', 'u2', 'u3'),
      reason,
    },
    { requiredKeys: ['because', 'ranked'] },
  ),
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
