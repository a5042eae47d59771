import {
  type CalendarDate,
  calendarDate,
  type Instant,
  instant,
  isCalendarDateText,
  isInstantText,
} from '@openum/domain/time/instant.ts';
import { type JsonObject, objects, textAt } from '../json.ts';

/** A part of one of our extensions, read with caution: another system wrote it. */
export const partOf = (e: JsonObject, url: string): JsonObject | undefined =>
  objects(e.extension).find((x) => x.url === url);

// Tabs and ends of lines are words; every other control or direction mark only misleads who reads it.
const marks = /[[\p{Cc}\p{Cf}]--[\t\n\r]]/gv;

/** A text without marks that cannot be seen, cut to what the record takes. */
export const wordsIn = (o: JsonObject | undefined, key: string, most: number): string | undefined => {
  const text = textAt(o, key)?.replace(marks, '').trim().slice(0, most).toWellFormed().trim();
  return text === '' ? undefined : text;
};

const moments = /^\d{4}-\d{2}-\d{2}T/;

export const momentIn = (o: JsonObject | undefined, key: string): Instant | undefined => {
  const text = textAt(o, key);
  return text !== undefined && moments.test(text) && isInstantText(text) ? instant(text) : undefined;
};

export const dayIn = (o: JsonObject | undefined, key: string): CalendarDate | undefined => {
  const text = textAt(o, key);
  return text !== undefined && isCalendarDateText(text) ? calendarDate(text) : undefined;
};

export const codeOneOf = <T extends string>(o: JsonObject | undefined, codes: readonly T[]): T | undefined => {
  const code = textAt(o, 'valueCode');
  return codes.find((c) => c === code);
};
