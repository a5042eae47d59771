import { type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';
import { z } from 'zod';

/** Something written, without the blanks around it. */
export const text = (max: number) => z.string().trim().min(1).max(max);
/** A day of the calendar. */
export const day = z
  .string()
  .refine(isCalendarDateText, 'must be a date, YYYY-MM-DD')
  .transform((d) => d as CalendarDate);
export const moment = z.iso.datetime({ offset: true });
export const npi = z.string().regex(/^\d{10}$/, 'an NPI has ten digits');
/** A call in which somebody was told. */
export const toldBody = z.object({ to: text(200), at: moment });
/** Lines of a request, by number. */
export const lines = z.array(z.number().int()).min(1).max(200);
