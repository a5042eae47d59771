import { type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';
import { z } from 'zod';

/** Something written, without the blanks around it. */
export const text = (max: number) => z.string().trim().min(1).max(max);
/** A day of the calendar. */
export const day = z
  .string()
  .refine(isCalendarDateText, 'must be a date, YYYY-MM-DD')
  .transform((d) => d as CalendarDate);
/** A day that figures can begin or end with: the day before and the one after it are days, too, for every part of the product. */
export const reportDay = z.iso
  .date()
  .refine((d) => '1900' < d && d < '2200', 'must be a day of the years 1900 to 2199');
export const moment = z.iso.datetime({ offset: true });
export const npi = z.string().regex(/^\d{10}$/, 'an NPI has ten digits');
/** A call in which somebody was told. */
export const toldBody = z.object({ to: text(200), at: moment });
/** Lines of a request, by number. */
export const lines = z.array(z.int32()).min(1).max(200);
