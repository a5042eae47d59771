import type { AuditFileView, SampleView } from '@openum/casework/audit/samples.ts';
import { auditUniverses } from '@openum/casework/port/auditSamples.ts';
import type { PublicMetricsReport } from '@openum/casework/report/publicMetrics.ts';
import { verdicts } from '@openum/domain/audit/sample.ts';
import { linesOfBusiness } from '@openum/domain/case/request.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { z } from 'zod';
import { day } from './field.ts';

/** GET /api/audit/samples, and each of them alone. */
export type AuditSampleView = SampleView;
/** GET /api/audit/samples/:sampleId/files/:position. */
export type AuditSampleFileView = AuditFileView;
/** GET /api/reports/public-metrics. */
export type PublicMetricsView = PublicMetricsReport;

const inOrder = (q: { from: CalendarDate; through: CalendarDate }): boolean => q.from <= q.through;
const order = { message: 'must not be before the first day', path: ['through'] };

/** POST /api/audit/samples. Both days are in it. */
export const drawBody = z
  .object({
    universe: z.enum(auditUniverses),
    from: day,
    through: day,
    linesOfBusiness: z.array(z.enum(linesOfBusiness)).max(linesOfBusiness.length).default([]),
    /** To draw again what was drawn before. */
    seed: z.int32().min(0).max(2_147_483_647).optional(),
  })
  .refine(inOrder, order);

/** POST /api/audit/samples/:sampleId/files/:position/readings. */
export const readingBody = z
  .object({ verdict: z.enum(verdicts), note: z.string().trim().max(4000).default('') })
  .refine((r) => r.verdict === 'pass' || r.note !== '', {
    message: 'must say why the file fails or does not apply',
    path: ['note'],
  });

export const fileParams = z.object({
  sampleId: z.string().max(64),
  position: z.coerce.number().int().min(1).max(1000),
});

export const publicMetricsQuery = z.object({ year: z.coerce.number().int().min(2020).max(2100) });
export const universeQuery = z.object({ from: day, through: day }).refine(inOrder, order);
