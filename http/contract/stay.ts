import type { CensusReading } from '@openum/casework/stay/census.ts';
import { linesOfBusiness } from '@openum/domain/case/request.ts';
import {
  chaseMethods,
  chaseResults,
  dispositions,
  readinessStates,
  transitionBarriers,
} from '@openum/domain/stay/event.ts';
import { z } from 'zod';
import { moment, text } from './field.ts';

/** GET /api/census. */
export type CensusView = CensusReading;
export type { CensusLine } from '@openum/casework/stay/census.ts';
export type { StayLine, StayReading } from '@openum/casework/stay/view.ts';

export const censusQuery = z.object({
  presence: z.enum(['in', 'discharged', 'all']).default('in'),
  /** `overdue` and `today`: by the moment at which the next review or decision is due. */
  review: z.enum(['pending', 'due', 'overdue', 'today']).optional(),
  facility: z.string().max(200).optional(),
  levelOfCare: z.string().max(100).optional(),
  lineOfBusiness: z.enum(linesOfBusiness).optional(),
  readiness: z.enum(readinessStates).optional(),
  updateAwaited: z.literal('true').optional(),
  coverageEndOwed: z.literal('true').optional(),
  /** `me`, `none`, or a user id. */
  assignee: z.string().max(64).optional(),
  text: z.string().trim().max(100).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const channel = z.enum(['portal', 'fax', 'phone', 'mail']);
const level = text(100);

/** The wish for more days, as the desk and the portal take it. */
export const continuedStayFields = {
  from: z.iso.date().optional(),
  days: z.int32().min(1, 'at least one day').max(60, 'at most 60 days at a time'),
  levelOfCare: level,
  clinicalUpdate: text(8000),
};

/** Acts on a stay; part of `commandBody`. */
export const stayBodies = [
  z.object({
    type: z.literal('BeginStay'),
    facilityNpi: z.string().regex(/^\d{10}$/, 'an NPI has ten digits'),
    admittedAt: moment,
    levelOfCare: level,
    admissionSource: z.enum(['emergency', 'elective', 'transfer', 'newborn', 'other']).optional(),
  }),
  z.object({ type: z.literal('CorrectAdmission'), admittedAt: moment, reason: text(2000) }),
  z.object({ type: z.literal('CancelAdmission'), reason: text(2000) }),
  z.object({
    type: z.literal('RequestContinuedStay'),
    ...continuedStayFields,
    receivedAt: moment,
    channel,
    urgency: z.enum(['standard', 'expedited']),
    requestedBy: text(200),
  }),
  z.object({
    type: z.literal('RecordClinicalUpdate'),
    summary: text(8000),
    from: text(200),
    channel,
    receivedAt: moment,
  }),
  z.object({
    type: z.literal('ChaseClinicalUpdate'),
    to: text(200),
    method: z.enum(chaseMethods),
    result: z.enum(chaseResults),
    note: z.string().max(2000).optional(),
  }),
  z.object({ type: z.literal('ChangeLevelOfCare'), to: level, effectiveAt: moment, reason: text(2000) }),
  z.object({
    type: z.literal('AssessTransition'),
    readiness: z.enum(readinessStates),
    barriers: z.array(z.enum(transitionBarriers)).max(transitionBarriers.length),
    expectedDischargeOn: z.iso.date().optional(),
    plan: z.string().max(4000).optional(),
  }),
  z.object({
    type: z.literal('RecordDischarge'),
    dischargedAt: moment,
    disposition: z.enum(dispositions),
    note: z.string().max(2000).optional(),
    reason: z.string().max(2000).optional(),
  }),
  z.object({ type: z.literal('CancelDischarge'), reason: text(2000) }),
] as const;
