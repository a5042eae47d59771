import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { boardSorts, dueBuckets } from '@openum/domain/episode/board.ts';
import { coverageOrders } from '@openum/domain/episode/record.ts';
import { z } from 'zod';
import { day, text } from './field.ts';

export type { AttendanceReading, AttendanceResult } from '@openum/casework/practice/episode/attendance.ts';
export type { BoardLine, BoardReading } from '@openum/casework/practice/episode/board.ts';
export type { EpisodeRow } from '@openum/casework/practice/episode/rows.ts';
export type {
  EpisodeView,
  GridDay,
  GridService,
  ViewAuthorization,
} from '@openum/casework/practice/episode/view.ts';

const id = z.string().min(1).max(64);
const units = z
  .number()
  .int('must be a whole number')
  .min(1, 'must be one or more')
  .max(10_000, 'must be at most 10,000');

export const boardQuery = z.object({
  presence: z.enum(['present', 'discharged', 'all']).default('present'),
  programme: id.optional(),
  level: z.string().max(100).optional(),
  payer: id.optional(),
  text: z.string().trim().max(100).optional(),
  due: z.enum(dueBuckets).exactOptional(),
  sort: z.enum(boardSorts).exactOptional(),
  descending: z.stringbool().exactOptional(),
  page: z.coerce.number().int().min(1).max(1_000_000).exactOptional(),
  size: z.coerce.number().int().min(1).max(500).exactOptional(),
});

const coverageFields = {
  coverageId: id.optional(),
  order: z.union(coverageOrders.map((o) => z.literal(o)) as [z.ZodLiteral<1>, z.ZodLiteral<2>, z.ZodLiteral<3>]),
  payerId: id,
  memberNumber: text(50),
  groupNumber: z.string().trim().max(50).optional(),
  lineOfBusiness: z.enum(linesOfBusiness).optional(),
  stateOfIssue: z
    .string()
    .regex(/^[A-Z]{2}$/, 'two capital letters')
    .optional(),
  from: day.optional(),
  to: day.optional(),
};

export const admissionBody = z.object({
  commandId: z.uuid(),
  patientId: id.optional(),
  newPatient: z
    .object({
      family: text(100),
      given: text(100),
      birthDate: day,
      chartNumber: z.string().trim().max(50).optional(),
      part2: z.boolean().optional(),
    })
    .optional(),
  programmeId: id,
  admittedOn: day,
  emergency: z.boolean(),
  clinicianId: id.optional(),
  coverages: z.array(z.object(coverageFields)).max(3),
});
export type AdmissionBody = z.input<typeof admissionBody>;

const authorization = z.object({
  number: text(80),
  coverageId: id,
  levelOfCare: text(100),
  codes: z.array(z.string().trim().min(1).max(20)).max(20),
  from: day,
  to: day,
  units: units.optional(),
  nextReviewOn: day.optional(),
  contact: z.string().trim().max(200).optional(),
});

/** Acts on the record of an episode. */
const recordBodies = [
  z.object({ type: z.literal('SetCoverage'), ...coverageFields }),
  z.object({ type: z.literal('ChangeLevelOfCare'), programmeId: id, from: day, reason: text(2000) }),
  z.object({
    type: z.literal('DischargeEpisode'),
    on: day,
    disposition: text(100),
    reason: z.string().trim().max(2000).optional(),
  }),
  z.object({ type: z.literal('CancelDischarge'), reason: text(2000) }),
  z.object({
    type: z.literal('RecordServices'),
    services: z
      .array(z.object({ on: day, units }))
      .min(1)
      .max(400),
    override: z.string().trim().max(2000).optional(),
  }),
  z.object({ type: z.literal('WithdrawServices'), serviceIds: z.array(id).min(1).max(400), reason: text(2000) }),
  z.object({
    type: z.literal('BillServices'),
    serviceIds: z.array(id).min(1).max(400),
    claimId: text(80),
    billedOn: day,
    override: z.string().trim().max(2000).optional(),
  }),
  z.object({ type: z.literal('RecordAuthorization'), authorization }),
  z.object({ type: z.literal('CorrectAuthorization'), authorizationId: id, authorization, reason: text(2000) }),
  z.object({ type: z.literal('VoidAuthorization'), authorizationId: id, reason: text(2000) }),
  z.object({ type: z.literal('AddNote'), text: text(8000) }),
  z.object({ type: z.literal('HandOver'), toUserId: id, note: text(2000) }),
] as const;

export const episodeCommandRequest = z.object({
  commandId: z.uuid(),
  expectedVersion: z.int32().min(1),
  command: z.discriminatedUnion('type', recordBodies),
});
export type EpisodeCommandRequest = z.input<typeof episodeCommandRequest>;
export type EpisodeCommandBody = EpisodeCommandRequest['command'];
export type EpisodeAnswer = { readonly episodeId: string; readonly version: number };

export const attendanceQuery = z.object({ on: day.optional() });
export const attendanceBody = z.object({
  on: day,
  entries: z
    .array(
      z.object({ commandId: z.uuid(), episodeId: z.uuid(), units, override: z.string().trim().max(2000).optional() }),
    )
    .min(1, 'choose at least one patient')
    .max(200),
});
export type AttendanceBody = z.input<typeof attendanceBody>;
