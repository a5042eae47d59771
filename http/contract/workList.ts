import type { CaseRow } from '@openum/casework/projection/rows.ts';
import { linesOfBusiness, reviewTypes } from '@openum/domain/case/request.ts';
import { caseStatuses } from '@openum/domain/case/status.ts';
import { z } from 'zod';

export type { CaseRow };

/** GET /api/cases. Lists are comma-separated in the query. */
export const workListQuery = z.object({
  queue: z.enum(['clinical', 'physician']).optional(),
  /** `me`, `none`, or a user id. */
  assignee: z.string().max(64).optional(),
  status: z
    .string()
    .transform((s) => s.split(','))
    .pipe(z.array(z.enum(caseStatuses)))
    .optional(),
  lineOfBusiness: z
    .string()
    .transform((s) => s.split(','))
    .pipe(z.array(z.enum(linesOfBusiness)))
    .optional(),
  reviewType: z
    .string()
    .transform((s) => s.split(','))
    .pipe(z.array(z.enum(reviewTypes)))
    .optional(),
  urgency: z.enum(['standard', 'expedited']).optional(),
  /** Due at this moment or later; with `dueBefore` a half-open range. Both leave out cases without a due moment. */
  dueFrom: z.iso.datetime().optional(),
  dueBefore: z.iso.datetime().optional(),
  text: z.string().trim().max(100).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export type WorkListView = {
  readonly rows: readonly CaseRow[];
  readonly next?: string;
};

/** GET /api/cases/counts: what stands on each list, and the time left, for the same filter. */
export type WorkListCounts = {
  readonly buckets: {
    readonly overdue: number;
    readonly within4Hours: number;
    readonly today: number;
    readonly within3Days: number;
    readonly later: number;
  };
};
