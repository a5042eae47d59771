import type { CalendarDate } from '../time/instant.ts';

/** Days that are not worked in a jurisdiction besides Saturday and Sunday, written out, so that a receipt can name each one. */
export type BusinessCalendar = {
  readonly id: string;
  readonly name: string;
  /** Years for which the days are known, both included. */
  readonly fromYear: number;
  readonly toYear: number;
  /** Date to the name of the holiday. */
  readonly holidays: Readonly<Record<CalendarDate, string>>;
};

/** Throws when there is no calendar of that id: a silent default would count wrong days. */
export type Calendars = (id: string) => BusinessCalendar;

export type DayKind =
  | { readonly kind: 'business' }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly name: string };

const business: DayKind = { kind: 'business' };
const weekend: DayKind = { kind: 'weekend' };

/** A holiday on a weekend is a weekend day. Throws RangeError outside the years of the calendar. */
export const dayKind = (day: Temporal.PlainDate, calendar: BusinessCalendar): DayKind => {
  if (day.year < calendar.fromYear || day.year > calendar.toYear)
    throw new RangeError(
      `calendar ${calendar.id} knows the years ${calendar.fromYear} to ${calendar.toYear}, not ${day.year}`,
    );
  if (day.dayOfWeek > 5) return weekend;
  const name = calendar.holidays[day.toString() as CalendarDate];
  return name === undefined ? business : { kind: 'holiday', name };
};

export const isBusinessDay = (date: CalendarDate, calendar: BusinessCalendar): boolean =>
  dayKind(Temporal.PlainDate.from(date), calendar).kind === 'business';
