import type { BriefReading } from '@openum/casework/brief/read.ts';
import type { PhysicianLoad } from '@openum/casework/physician/people.ts';
import type { PhysicianQueue } from '@openum/casework/physician/queue.ts';
import type { PhysicianFile } from '@openum/casework/port/physicians.ts';
import { conflictKinds } from '@openum/domain/matching/physician.ts';
import type { Instant, ZoneId } from '@openum/domain/time/instant.ts';
import { z } from 'zod';
import { moment, text } from './field.ts';

/** Acts of giving referred lines to a physician; part of `commandBody`. */
export const physicianBodies = [
  z.object({
    type: z.literal('AssignPhysician'),
    because: z.enum(['referral', 'handOver', 'taken']),
    toUserId: z.string().max(64).optional(),
    reason: z.string().trim().max(1000).optional(),
  }),
] as const;

/** GET /api/cases/:caseId/brief: what a physician needs for the lines that wait, on one page. */
export type BriefView = Omit<BriefReading, 'alsoRead'>;

/** GET /api/physician/queue */
export type PhysicianQueueView = PhysicianQueue;

/** GET /api/physician/people: for those who answer for the queue. */
export type PhysicianPeopleView = { readonly now: Instant; readonly people: readonly PhysicianLoad[] };

/** GET /api/physician/files/:userId; `me` is the caller. */
export type PhysicianFileView = PhysicianFile & { readonly zone: ZoneId; readonly usualCapacity: number };

export const conflictBody = z.object({
  kind: z.enum(conflictKinds),
  identifier: z.string().trim().max(40).optional(),
  name: text(200),
  note: z.string().max(1000).optional(),
});
export const absenceBody = z.object({ from: moment, until: moment, note: z.string().max(1000).optional() });
export const availabilityBody = z.object({
  /** Absent: at all hours. */
  days: z
    .array(z.object({ weekday: z.int32().min(1).max(7), from: z.string().max(5), to: z.string().max(5) }))
    .max(21)
    .optional(),
  zone: z.string().max(64).optional(),
  /** Absent: as the plan has it. */
  capacity: z.number().positive().max(1000).optional(),
});
