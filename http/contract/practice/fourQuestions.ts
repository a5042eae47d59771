import { z } from 'zod';
import { day } from './field.ts';

export type { FiguresOf, FourQuestionsReading } from '@openum/casework/practice/fourQuestions/read.ts';

/** GET /api/practice/four-questions. Without days: as of today, over the last 90 days. */
export const fourQuestionsQuery = z
  .object({
    asOf: day.optional(),
    from: day.optional(),
    payer: z.string().min(1).max(64).optional(),
    programme: z.string().min(1).max(64).optional(),
  })
  .refine((q) => q.from === undefined || q.asOf === undefined || q.from <= q.asOf, {
    message: 'must not be after the day it is asked for',
    path: ['from'],
  });
