import type { CalendarDate } from '../time/instant.ts';
import type { Window } from './condition.ts';

/** Days since 1970-01-01 in the proleptic Gregorian calendar; whole-number arithmetic, for comparing many dates quickly. */
export type Day = number;

const daysFromCivil = (year: number, month: number, day: number): Day => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
};

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lengthOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 31);

const digits = (text: string, from: number, to: number): number => {
  let n = 0;
  for (let i = from; i < to; i++) n = n * 10 + text.charCodeAt(i) - 48;
  return n;
};

/** The day written in the first ten characters of an ISO date or moment. */
export const dayOf = (text: string): Day => daysFromCivil(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));

/** A date moved by whole months; a day that the month lacks becomes its last day. */
const plusMonths = (date: CalendarDate, months: number): Day => {
  const count = digits(date, 0, 4) * 12 + digits(date, 5, 7) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return daysFromCivil(year, month, Math.min(digits(date, 8, 10), lengthOf(year, month)));
};

const shifted = (anchor: CalendarDate, within: NonNullable<Window['within']>, sign: 1 | -1): Day =>
  within.unit === 'mo' || within.unit === 'a'
    ? plusMonths(anchor, sign * within.value * (within.unit === 'a' ? 12 : 1))
    : dayOf(anchor) + sign * within.value * (within.unit === 'wk' ? 7 : 1);

/** First and last day of a window, both included. */
export const windowDays = (window: Window, anchor: CalendarDate): { readonly from: Day; readonly to: Day } => {
  const day = dayOf(anchor);
  const { within } = window;
  const earliest = within === undefined ? Number.NEGATIVE_INFINITY : shifted(anchor, within, -1);
  const latest = within === undefined ? Number.POSITIVE_INFINITY : shifted(anchor, within, 1);
  if ('before' in window) return { from: earliest, to: day };
  if ('after' in window) return { from: day, to: latest };
  return { from: earliest, to: latest };
};

/** Name of the anchor of a window. */
export const anchorOf = (window: Window): string =>
  'before' in window ? window.before : 'after' in window ? window.after : window.around;
