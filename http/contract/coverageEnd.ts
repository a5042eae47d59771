import {
  deliveryWays,
  endRoutes,
  medicareNotices,
  qioOutcomes,
  recipients,
  signatures,
} from '@openum/domain/coverageEnd/event.ts';
import { z } from 'zod';
import { reducedBody } from './decision.ts';
import { moment, text } from './field.ts';

const id = z.string().max(64);

/** Acts about the end of covered care; part of `commandBody`. */
export const coverageEndBodies = [
  z.object({
    type: z.literal('PlanCoverageEnd'),
    route: z.enum(endRoutes),
    lastCoveredOn: z.iso.date(),
    reason: text(4000),
    memberReason: text(4000),
  }),
  z.object({
    type: z.literal('ReduceAuthorization'),
    decision: reducedBody,
    exception: z.object({ ground: text(64), reason: text(2000) }).optional(),
    attestation: z.object({ noConflictOfInterest: z.boolean(), reviewedRecord: z.boolean() }),
  }),
  z.object({ type: z.literal('WithdrawCoverageEnd'), endId: id, reason: text(2000) }),
  z.object({
    type: z.literal('RecordMedicareNotice'),
    notice: z.enum(medicareNotices),
    to: z.object({ name: text(200), as: z.enum(recipients) }),
    how: z.enum(deliveryWays),
    signature: z.enum(signatures),
    deliveredAt: moment,
    by: text(200),
    documentId: id.optional(),
  }),
  z.object({
    type: z.literal('RecordQioRequest'),
    endId: id,
    requestedAt: moment,
    notifiedAt: moment,
    requestedBy: text(200),
  }),
  z.object({
    type: z.literal('ExplainCoverageEnd'),
    reviewId: id,
    facts: text(8000),
    rule: z.object({ name: text(300), citation: text(300), text: text(4000) }),
  }),
  z.object({
    type: z.literal('RecordQioDecision'),
    reviewId: id,
    outcome: z.enum(qioOutcomes),
    decidedAt: moment,
    note: text(4000),
  }),
] as const;
