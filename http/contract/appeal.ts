import type { ReviewerChoice } from '@openum/casework/appeal/people.ts';
import type { OverturnRates } from '@openum/casework/appeal/rates.ts';
import { rateDimensions } from '@openum/casework/appeal/rates.ts';
import type { CaseAppeals } from '@openum/casework/appeal/reading.ts';
import type { AppealPage } from '@openum/casework/port/appeals.ts';
import type { ReportingLine } from '@openum/casework/port/reportingLines.ts';
import { appealStatuses } from '@openum/domain/appeal/appeal.ts';
import { appealOutcomes, dismissalReasons, expediteAskers, forwardMethods } from '@openum/domain/appeal/event.ts';
import { appealParties, appealTimings } from '@openum/domain/appeal/level.ts';
import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { durationUnits } from '@openum/domain/clock/rule.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { z } from 'zod';
import { authorizedBody } from './decision.ts';
import { lines, moment, reportDay, text, toldBody } from './field.ts';

const optional = (max: number) => z.string().trim().max(max).optional();
const appealId = z.string().max(64);
const asker = z.enum(expediteAskers);

/** GET /api/appeals */
export const appealsQuery = z.object({
  open: z.enum(['yes', 'no']).optional(),
  status: z
    .string()
    .max(400)
    .transform((s) => s.split(','))
    .pipe(z.array(z.enum([...appealStatuses, 'open', 'answered'])))
    .optional(),
  levelId: optional(64),
  lineOfBusiness: z.enum(linesOfBusiness).optional(),
  urgency: z.enum(['standard', 'expedited']).optional(),
  reviewerUserId: optional(64),
  dueBefore: moment.optional(),
  text: optional(100),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AppealsAnswer = AppealPage & {
  readonly now: Instant;
  readonly statuses: Readonly<Record<string, number>>;
  readonly levels: readonly { readonly levelId: string; readonly name: string }[];
};

/** GET /api/cases/:caseId/appeals */
export type CaseAppealsView = CaseAppeals;
/** GET /api/cases/:caseId/appeals/:appealId/reviewers */
export type ReviewersAnswer = readonly ReviewerChoice[];

/** GET /api/appeals/rates: decided from the first day up to and without the last. */
export const ratesQuery = z.object({ from: reportDay, until: reportDay });
export type RatesAnswer = OverturnRates;
export { rateDimensions };

/** GET and PUT /api/reporting-lines */
export type ReportingLinesAnswer = {
  readonly people: readonly { readonly userId: string; readonly name: string; readonly supervisorUserId?: string }[];
  readonly lines: readonly ReportingLine[];
};
export const reportingLineBody = z.object({
  userId: z.string().max(64),
  supervisorUserId: z.string().max(64).optional(),
});

/** POST /api/cases/:caseId/appeals/:appealId/forward: makes the packet, keeps it, and records that it went. */
export const forwardBody = z.object({
  commandId: z.uuid(),
  expectedVersion: z.int32().positive(),
  to: text(200),
  method: z.enum(forwardMethods),
  tracking: optional(200),
});
export type ForwardBody = z.input<typeof forwardBody>;

const filedBy = z.object({
  party: z.enum(appealParties),
  name: text(200),
  relationship: optional(200),
  npi: z
    .string()
    .regex(/^\d{10}$/, 'an NPI has ten digits')
    .optional(),
  phone: optional(40),
});

const filing = {
  levelId: text(64),
  filedBy,
  itemSequences: lines,
  timing: z.enum(appealTimings),
  receivedAt: moment,
  statement: text(8000),
  expedited: z.object({ by: asker, reason: text(4000) }).optional(),
  standingShownAt: moment.optional(),
};

/** Acts around appeals; part of `commandBody`. */
export const appealBodies = [
  z.object({
    type: z.literal('FileAppeal'),
    ...filing,
    channel: z.enum(['pas', 'x12', 'portal', 'fax', 'phone', 'mail', 'admissionNotice']),
    noticeReceivedOn: z.iso.date().optional(),
  }),
  z.object({
    type: z.literal('ShowAppealStanding'),
    appealId,
    by: text(200),
    receivedAt: moment,
    documentId: optional(64),
  }),
  z.object({ type: z.literal('AcceptLateAppeal'), appealId, reason: text(4000) }),
  z.object({ type: z.literal('AskExpeditedAppeal'), appealId, by: asker, reason: text(4000), askedAt: moment }),
  z.object({ type: z.literal('RefuseExpeditedAppeal'), appealId, reason: text(4000), told: toldBody.optional() }),
  z.object({
    type: z.literal('ExtendAppeal'),
    appealId,
    clockId: z.string().max(64),
    ground: z.string().max(100),
    by: z.object({ value: z.int32().positive(), unit: z.enum(durationUnits) }).optional(),
    reason: text(4000),
  }),
  z.object({ type: z.literal('AddAppealExhibit'), appealId, documentId: z.string().max(64), from: text(200) }),
  z.object({
    type: z.literal('AssignAppealReviewer'),
    appealId,
    toUserId: z.string().max(64),
    reason: optional(2000),
  }),
  z.object({ type: z.literal('AskAppealInformation'), appealId, from: text(200), text: text(4000), dueAt: moment }),
  z.object({
    type: z.literal('ReceiveAppealInformation'),
    appealId,
    requestId: z.string().max(64),
    summary: text(4000),
  }),
  z.object({ type: z.literal('ShareAppealEvidence'), appealId, summary: text(8000), respondBy: moment }),
  z.object({
    type: z.literal('DecideAppeal'),
    appealId,
    lines: z
      .array(
        z.object({
          itemSequence: z.int32(),
          outcome: z.enum(appealOutcomes),
          rationale: z.string().max(8000),
          memberRationale: z.string().max(8000),
          authorized: authorizedBody.optional(),
          criteriaCited: z.object({ name: text(300), version: text(100), citation: text(300) }).optional(),
        }),
      )
      .min(1)
      .max(200),
    attestation: z.object({ noConflictOfInterest: z.boolean(), reviewedRecord: z.boolean() }),
    newEvidence: z.boolean(),
  }),
  z.object({ type: z.literal('DismissAppeal'), appealId, because: z.enum(dismissalReasons), reason: text(4000) }),
  z.object({ type: z.literal('WithdrawAppeal'), appealId, requestedBy: text(200), reason: text(2000) }),
  z.object({ type: z.literal('NameReviewOrganization'), appealId, name: text(200), reference: optional(100) }),
  z.object({
    type: z.literal('ChaseExternalAnswer'),
    appealId,
    asked: text(200),
    answer: text(2000),
    askAgainAt: moment,
  }),
  z.object({
    type: z.literal('ReceiveExternalDecision'),
    appealId,
    decidedBy: text(200),
    decidedOn: z.iso.date(),
    reference: optional(100),
    lines: z
      .array(
        z.object({
          itemSequence: z.int32(),
          outcome: z.enum(appealOutcomes),
          summary: text(8000),
          authorized: authorizedBody.optional(),
        }),
      )
      .min(1)
      .max(200),
  }),
  z.object({ type: z.literal('EffectuateAppeal'), appealId, how: text(4000) }),
  z.object({
    type: z.literal('DecideAidContinuing'),
    appealId,
    granted: z.boolean(),
    askedBy: z.enum(appealParties),
    askedAt: moment,
    effectiveOn: z.iso.date().optional(),
    previouslyAuthorized: z.boolean(),
    period: z.object({ start: z.iso.date(), end: z.iso.date().optional() }).optional(),
    reason: text(4000),
  }),
  z.object({ type: z.literal('EndAidContinuing'), appealId, endedOn: z.iso.date(), reason: text(4000) }),
  z.object({
    type: z.literal('RequestReconsideration'),
    itemSequences: lines,
    requestedBy: text(200),
    statement: text(8000),
    receivedAt: moment,
  }),
  z.object({
    type: z.literal('DecideReconsideration'),
    reconsiderationId: z.string().max(64),
    outcome: z.enum(['unchanged', 'approved']),
    reason: text(4000),
  }),
] as const;

/** POST /api/portal/requests/:caseId/appeal: a practice appeals for the member, with what the plan must have for that. */
export const ownAppealBody = z.object({
  commandId: z.uuid(),
  levelId: text(64),
  party: z.enum(['physician', 'provider']),
  filedBy: text(200),
  itemSequences: lines,
  timing: z.enum(appealTimings),
  statement: text(8000),
  expedited: z.object({ by: z.enum(['physician', 'member']), reason: text(4000) }).optional(),
  /** The member's written consent or appointment was sent with it. */
  consentAttached: z.boolean(),
});
export type OwnAppealBody = z.input<typeof ownAppealBody>;

/** POST /api/portal/requests/:caseId/appeals/:appealId/consent */
export const ownConsentBody = z.object({ commandId: z.uuid(), by: text(200), documentId: optional(64) });
/** POST /api/portal/requests/:caseId/appeals/:appealId/withdraw */
export const ownAppealWithdrawBody = z.object({ commandId: z.uuid(), reason: text(2000) });
/** POST /api/portal/requests/:caseId/reconsideration */
export const ownReconsiderationBody = z.object({ commandId: z.uuid(), itemSequences: lines, statement: text(8000) });
export type { OwnAppeals } from '@openum/casework/appeal/own.ts';
