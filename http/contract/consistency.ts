import type { RatingNews } from '@openum/casework/consistency/news.ts';
import type { RaterView } from '@openum/casework/consistency/sets.ts';
import type { FactWords } from '@openum/casework/criteria/library.ts';
import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { ratingNewsKinds } from '@openum/domain/consistency/news.ts';
import { type Progress, type Rater, type RatingSet, recommendations } from '@openum/domain/consistency/ratingSet.ts';
import type { ConsistencyReport } from '@openum/domain/consistency/report.ts';
import { truths } from '@openum/domain/logic/truth.ts';
import { z } from 'zod';
import { day, text } from './field.ts';

/** One set on a list; for a rater the lines are the own ones. */
export type RatingSetRow = {
  readonly set: Pick<
    RatingSet,
    'setId' | 'title' | 'dueOn' | 'createdAt' | 'createdByName' | 'seed' | 'fromDay' | 'beforeDay' | 'raters'
  >;
  readonly lines: number;
  /** Ratings given and wanted, of all raters or of the one who looks. */
  readonly rated: number;
  readonly toRate: number;
  /** Every answer is in, or the last day has passed. */
  readonly closed: boolean;
};

/** GET /api/consistency/sets: those in which the one who looks rates, and for who leads all of them. */
export type RatingSetsView = { readonly own: readonly RatingSetRow[]; readonly all?: readonly RatingSetRow[] };

/** GET /api/consistency/sets/:setId, for those who lead. The answers are there once the set is closed. */
export type RatingSetView = {
  readonly row: RatingSetRow;
  readonly progress: readonly (Rater & Progress)[];
  readonly report?: ConsistencyReport;
};

/** GET /api/consistency/news: what a person is told of sets to rate. */
export type RatingNewsView = { readonly rows: readonly RatingNews[]; readonly unread: number };
export type RatingNewsRow = RatingNews;

/** POST /api/consistency/news/read */
export const readRatingNewsBody = z.object({
  news: z
    .array(z.object({ setId: z.string().max(64), kind: z.enum(ratingNewsKinds) }))
    .min(1)
    .max(200),
});

/** GET /api/consistency/sets/:setId/lines, for a rater. */
export type RatingLinesView = RaterView & { readonly factLabels: Readonly<Record<string, FactWords>> };

/** GET /api/consistency/raters. */
export type RatersView = readonly (Rater & { readonly roles: readonly string[] })[];

const size = z.int32().min(0).max(100);

/** POST /api/consistency/sets. Both days of decision are in it. */
export const ratingSetBody = z
  .object({
    title: text(120),
    from: day,
    through: day,
    linesOfBusiness: z.array(z.enum(linesOfBusiness)).max(linesOfBusiness.length).default([]),
    criteriaSetId: z.string().max(120).optional(),
    approved: size,
    adverse: size,
    dueOn: day,
    raterIds: z.array(z.string().max(64)).min(2, 'must name at least two reviewers').max(20),
    seed: z.int32().min(0).max(2_147_483_647).optional(),
  })
  .refine((b) => b.from <= b.through, { message: 'must not be before the first day', path: ['through'] })
  .refine((b) => b.approved + b.adverse > 0, { message: 'must be at least one line', path: ['approved'] });

export const setParams = z.object({ setId: z.string().max(64) });
export const lineParams = setParams.extend({ position: z.coerce.number().int().min(1).max(1000) });

/** POST /api/consistency/sets/:setId/lines/:position. */
export const ratingBody = z.object({
  leaves: z.record(z.string().max(400), z.enum(truths)),
  recommendation: z.enum(recommendations),
  note: z.string().trim().max(4000).default(''),
});
