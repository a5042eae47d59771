import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { confidences } from '@openum/domain/clock/rule.ts';
import type { ReviewInterval } from '@openum/domain/stay/interval.ts';
import { type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';
import { z } from 'zod';
import { loadAdmissions } from '../admission/load.ts';
import table from './intervals.json' with { type: 'json' };

const text = z.string().trim().min(1);
const date = z
  .string()
  .refine(isCalendarDateText, 'must be a date, YYYY-MM-DD')
  .transform((d) => d as CalendarDate);

const shape = z.strictObject({
  id: text,
  version: text,
  name: text,
  linesOfBusiness: z.array(z.enum(linesOfBusiness)).min(1).exactOptional(),
  levelsOfCare: z.array(text).min(1).exactOptional(),
  planIds: z.array(text).min(1).exactOptional(),
  everyDays: z.int().min(1).max(31),
  leadDays: z.int().min(0).max(14),
  dueAtTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, HH:MM'),
  citation: text,
  confidence: z.enum(confidences),
  effectiveFrom: date,
  effectiveTo: date.exactOptional(),
  note: text.exactOptional(),
});

/** Reads a table of review intervals. Throws with the id of the row and the field at fault. */
export const readReviewIntervals = (rows: readonly unknown[]): readonly ReviewInterval[] => {
  const levels = new Set(loadAdmissions().levelsOfCare.map((l) => l.code));
  const seen = new Set<string>();
  return rows.map((row, at) => {
    const name = `review interval ${(row as { id?: string }).id ?? `at position ${at + 1}`}`;
    const read = shape.safeParse(row);
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new Error(`${name}: ${issue?.path.join('.')}: ${issue?.message}`);
    }
    const { data } = read;
    if (seen.has(data.id)) throw new Error(`${name}: id: occurs twice`);
    seen.add(data.id);
    const unknown = data.levelsOfCare?.find((l) => !levels.has(l));
    if (unknown !== undefined) throw new Error(`${name}: levelsOfCare: there is no level ${unknown}`);
    return data;
  });
};

export const reviewIntervals: readonly ReviewInterval[] = readReviewIntervals(table);
