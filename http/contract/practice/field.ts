import { type CalendarDate, instant, isInstantText } from '@openum/domain/time/instant.ts';
import { z } from 'zod';

export const text = (max: number) => z.string().trim().min(1, 'it is missing').max(max, `at most ${max} characters`);
export const optionalText = (max: number) => z.string().trim().min(1).max(max).exactOptional();
export const day = z.iso.date('must be a day, YYYY-MM-DD');
export const calendarDay = day.transform((d) => d as CalendarDate);
export const moment = z.string().refine(isInstantText, 'must be a moment with its offset').transform(instant);
export const icd10 = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/, 'must be an ICD-10-CM code, for example F10.20');
