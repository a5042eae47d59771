import type { CaseReading } from '@openum/casework/view/caseView.ts';
import { durationUnits } from '@openum/domain/clock/rule.ts';
import { z } from 'zod';
import { appealBodies } from './appeal.ts';
import { caseManagementBodies } from './caseManagement.ts';
import { coverageEndBodies } from './coverageEnd.ts';
import { authorizedBody, decisionBody } from './decision.ts';
import { deliveryBodies } from './delivery.ts';
import { factPlace } from './document.ts';
import { extractionBodies } from './extraction.ts';
import { factValue } from './factValue.ts';
import { text, toldBody } from './field.ts';
import { intakeBodies } from './intakeAct.ts';
import { part2Bodies } from './part2.ts';
import { peerToPeerBodies } from './peerToPeer.ts';
import { physicianBodies } from './physician.ts';
import { reopeningBodies } from './reopening.ts';
import { stayBodies } from './stay.ts';
import { suggestionBodies } from './suggestion.ts';

/** GET /api/cases/:caseId. The folded case with what is derived from it at `now`. */
export type CaseView = CaseReading;

const date = z.iso.date();

const factBody = z.object({
  key: z.string().min(1).max(100),
  value: factValue,
  at: z.union([date, z.iso.datetime({ offset: true })]).optional(),
  qualifiers: z.record(z.string(), z.string()).optional(),
  /** Why the reviewer says so: where it was read. */
  basis: text(1000),
  /** Where it stands in a document; the quote must be what the page says there. */
  place: factPlace.optional(),
});

const determineBody = z.object({
  type: z.literal('DetermineItems'),
  decisions: z.array(decisionBody).min(1).max(200),
  attestation: z.object({
    noConflictOfInterest: z.boolean(),
    reviewedRecord: z.boolean(),
  }),
});

/** Two shapes of one type: the outer union may name each type once only. */
const completeReviewBody = z.discriminatedUnion('outcome', [
  z.object({
    type: z.literal('CompleteReview'),
    outcome: z.literal('approve'),
    summary: text(4000),
    items: z
      .array(
        z.object({
          itemSequence: z.int32(),
          authorized: authorizedBody,
        }),
      )
      .min(1)
      .max(200),
  }),
  z.object({
    type: z.literal('CompleteReview'),
    outcome: z.literal('refer'),
    summary: text(4000),
    itemSequences: z.array(z.int32()).min(1).max(200),
    specialty: z.string().max(100).optional(),
  }),
]);

const commandBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Claim') }),
  z.object({
    type: z.literal('Release'),
    reason: z.string().max(1000).optional(),
  }),
  z.object({ type: z.literal('RemindOwner'), text: text(2000) }),
  z.object({
    type: z.literal('Assign'),
    toUserId: z.string().max(64),
    reason: z.string().max(1000).optional(),
  }),
  z.object({
    type: z.literal('SetUrgency'),
    urgency: z.enum(['standard', 'expedited']),
    basis: text(2000),
    attested: z.boolean(),
    told: toldBody.optional(),
  }),
  /** Recording facts reads the criteria again, in the same step. */
  z.object({
    type: z.literal('RecordFacts'),
    facts: z.array(factBody).min(1).max(100),
    replaces: z.array(z.string()).max(100).optional(),
  }),
  z.object({ type: z.literal('EvaluateCriteria') }),
  z.object({
    type: z.literal('ExtendClock'),
    clockId: z.string().max(64),
    ground: z.string().max(100),
    /** Absent: all that the rule allows. */
    by: z.object({ value: z.int32().min(1).max(1000), unit: z.enum(durationUnits) }).optional(),
    reason: text(2000),
  }),
  z.object({
    type: z.literal('RequestInformation'),
    items: z
      .array(
        z.object({
          text: text(2000),
          itemSequence: z.int32().optional(),
          leafPath: z.string().max(500).optional(),
        }),
      )
      .min(1)
      .max(50),
    message: z.string().max(4000).optional(),
    dueAt: z.iso.datetime({ offset: true }),
  }),
  z.object({
    type: z.literal('ReceiveInformation'),
    requestId: z.string().max(64),
    summary: text(4000),
    facts: z.array(factBody).max(100).default([]),
  }),
  completeReviewBody,
  determineBody,
  z.object({
    type: z.literal('Withdraw'),
    requestedBy: text(200),
    reason: text(2000),
  }),
  z.object({
    type: z.literal('Void'),
    reason: text(2000),
    duplicateOfCaseId: z.string().max(64).optional(),
  }),
  z.object({
    type: z.literal('CorrectReceipt'),
    receivedAt: z.iso.datetime({ offset: true }),
    reason: text(2000),
  }),
  z.object({ type: z.literal('AddNote'), text: text(10_000) }),
  ...intakeBodies,
  ...stayBodies,
  ...extractionBodies,
  ...reopeningBodies,
  ...caseManagementBodies,
  ...suggestionBodies,
  ...part2Bodies,
  ...coverageEndBodies,
  ...physicianBodies,
  ...deliveryBodies,
  ...peerToPeerBodies,
  ...appealBodies,
]);
export type CommandBody = z.input<typeof commandBody>;

/** POST /api/cases/:caseId/commands. `commandId` is made by the browser once per intention; sending it again does nothing twice. */
export const commandRequest = z.object({
  commandId: z.uuid(),
  /** Version that the person was looking at. */
  expectedVersion: z.int32().positive(),
  command: commandBody,
});
export type CommandRequest = z.input<typeof commandRequest>;
export type CommandAnswer = {
  readonly caseId: string;
  readonly version: number;
};

/** POST /api/cases/:caseId/notice-preview: the letters as they would go, with what is still missing. Nothing is stored. */
export const noticePreviewRequest = z.object({
  decisions: z.array(decisionBody).min(1).max(200),
});
export type NoticePreview = {
  readonly problems: readonly {
    readonly field: string;
    readonly message: string;
  }[];
  readonly letters: readonly {
    readonly audience: 'member' | 'provider';
    readonly kind: 'approval' | 'adverseDetermination';
    readonly html: string;
    readonly readingGrade: number;
  }[];
};
