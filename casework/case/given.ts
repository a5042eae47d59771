import { invalid, type Refusal } from '@openum/domain/case/refusal.ts';
import {
  type CalendarDate,
  type Instant,
  instant,
  isCalendarDateText,
  isInstantText,
} from '@openum/domain/time/instant.ts';

/** A moment as a person or a link sent it, in the one form in which moments are kept and compared. */
export const momentOf = (field: string, text: string): Instant | Refusal =>
  isInstantText(text) ? instant(text) : invalid(field, 'it must be a moment with its offset');

export const dayOf = (field: string, text: string): CalendarDate | Refusal =>
  isCalendarDateText(text) ? (text as CalendarDate) : invalid(field, 'it must be a day');

/** The fields in which something was said. */
export const said = <T extends Readonly<Record<string, string | undefined>>>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined && v.trim() !== '')) as {
    readonly [K in keyof T]?: string;
  };
