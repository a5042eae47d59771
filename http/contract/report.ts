import type { Dashboard } from '@openum/casework/dashboard/dashboard.ts';
import { type ListPage, type ReportedLine, type ReportedTalk, talkEnds } from '@openum/casework/port/caseReports.ts';
import type { ReportedClock } from '@openum/casework/port/reports.ts';
import type { ComplianceReport } from '@openum/casework/report/compliance.ts';
import { appealOutcomes } from '@openum/domain/appeal/event.ts';
import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { authorities } from '@openum/domain/clock/rule.ts';
import { adverseOutcomes, favourableOutcomes } from '@openum/domain/determination/determination.ts';
import { talkOutcomes } from '@openum/domain/peerToPeer/event.ts';
import { clockOutcomes } from '@openum/domain/report/clockOutcome.ts';
import { complianceDimensions } from '@openum/domain/report/compliance.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { z } from 'zod';
import { day } from './field.ts';
import { listOf } from './list.ts';

export type { ComplianceGroup } from '@openum/casework/port/reports.ts';
export type { ReportedClock };

/** GET /api/dashboard. */
export type DashboardView = Dashboard;
/** GET /api/reports/compliance. */
export type ComplianceView = ComplianceReport;
export type { ReportedLine, ReportedTalk };
/** GET /api/reports/lines. */
export type ReportedLinesView = ListPage<ReportedLine>;
/** GET /api/reports/talks. */
export type ReportedTalksView = ListPage<ReportedTalk>;
/** GET /api/reports/clocks. */
export type ReportedClocksView = { readonly rows: readonly ReportedClock[]; readonly next?: string };

const state = z.string().regex(/^[A-Z]{2}$/, 'must be a two-letter state');
const yesNo = z.enum(['true', 'false']).transform((s) => s === 'true');
const stages = ['prospective', 'concurrent', 'retrospective'] as const;
const outcomes = [...favourableOutcomes, ...adverseOutcomes] as const;
const page = { after: z.string().max(400).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) };

const kind = {
  lineOfBusiness: listOf(linesOfBusiness).optional(),
  state: state.optional(),
  reviewType: z.enum(stages).optional(),
};
/** Local days of the plan, both in it. */
const period = { from: day.optional(), through: day.optional() };

const inOrder = (q: { from?: CalendarDate | undefined; through?: CalendarDate | undefined }): boolean =>
  q.from === undefined || q.through === undefined || q.from <= q.through;
const order = { message: 'must not be before the first day', path: ['through'] };

/** Without days: the last 30, today in it. */
export const dashboardQuery = z.object({ ...kind, ...period }).refine(inOrder, order);

const clockFilter = {
  ...kind,
  ...period,
  reviewType: z.enum([...stages, 'appeal']).optional(),
  urgency: z.enum(['standard', 'expedited']).optional(),
  authority: z.enum(authorities).optional(),
  jurisdiction: z.string().max(60).optional(),
  ruleId: z.string().max(120).optional(),
  kind: z.string().max(40).optional(),
  hard: yesNo.optional(),
};

export const complianceQuery = z
  .object({ ...clockFilter, by: listOf(complianceDimensions).default(['rule']) })
  .refine(inOrder, order);

export const clocksQuery = z
  .object({ ...clockFilter, ...page, outcome: listOf(clockOutcomes).optional(), decided: yesNo.optional() })
  .refine(inOrder, order);

/** Days of a line's first decision, which may be any of `outcome`, or of an appeal of it, which may be any of `appealOutcome`. `dial`: the change under which it was approved. */
export const linesQuery = z.object({
  ...kind,
  ...page,
  decidedFrom: day.optional(),
  decidedThrough: day.optional(),
  outcome: listOf(outcomes).optional(),
  byRule: yesNo.optional(),
  appealFrom: day.optional(),
  appealThrough: day.optional(),
  appealOutcome: listOf(appealOutcomes).optional(),
  dial: z.coerce.number().int().min(1).max(1_000_000).optional(),
});

/** Talks that ended so in the days from `talkFrom` through `talkThrough`. */
export const talksQuery = z.object({
  ...kind,
  ...page,
  talk: z.enum(talkEnds),
  talkOutcome: z.enum(talkOutcomes).optional(),
  talkFrom: day.optional(),
  talkThrough: day.optional(),
});

/** GET /api/reports/cases: `WorkListView`. */
export const reportedCasesQuery = z
  .object({
    ...kind,
    ...page,
    /** Days of receipt. */
    ...period,
    channel: z.enum(['pas', 'x12', 'portal', 'fax', 'phone', 'mail', 'admissionNotice']).optional(),
    open: yesNo.optional(),
    /** A user id, or `none`. */
    assignee: z.string().max(64).optional(),
    due: z.enum(['overdue', 'today']).optional(),
  })
  .refine(inOrder, order);
