/** A moment in UTC, ISO 8601 with milliseconds and `Z`: `2026-11-22T06:10:30.000Z`. Never compared with a CalendarDate. */
export type Instant = string & { readonly __brand: 'Instant' };

/** A day without a zone, `YYYY-MM-DD`. Which zone it belongs to is said by the field that holds it. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' };

/** An IANA zone name, `America/New_York`. */
export type ZoneId = string & { readonly __brand: 'ZoneId' };

const wholeMilliseconds = {
  smallestUnit: 'millisecond',
  roundingMode: 'floor',
} as const;

/** Reads any ISO 8601 moment with an offset. Throws RangeError on a text that names no single moment. */
export const instant = (text: string): Instant => toInstant(Temporal.Instant.from(text));

export const toInstant = (at: Temporal.Instant): Instant => at.toString(wholeMilliseconds) as Instant;

/** Reads `YYYY-MM-DD`. Throws RangeError on anything else, a date-time included. */
export const calendarDate = (text: string): CalendarDate => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError('a calendar date is YYYY-MM-DD');
  return Temporal.PlainDate.from(text, {
    overflow: 'reject',
  }).toString() as CalendarDate;
};

export const isInstantText = (text: string): boolean => {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
};

export const isCalendarDateText = (text: string): boolean => {
  try {
    calendarDate(text);
    return true;
  } catch {
    return false;
  }
};

/** Reads an IANA zone name. Throws RangeError when this engine does not know it. */
export const zoneId = (text: string): ZoneId => {
  Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
  return text as ZoneId;
};

/** Instants in this form sort as text: negative when `a` is earlier. */
export const compareInstants = (a: Instant, b: Instant): number => (a < b ? -1 : a > b ? 1 : 0);

export const earlierOf = (a: Instant, b: Instant): Instant => (compareInstants(a, b) <= 0 ? a : b);
export const laterOf = (a: Instant, b: Instant): Instant => (compareInstants(a, b) >= 0 ? a : b);

/** Milliseconds from `from` to `to`, negative when `to` is earlier. */
export const millisecondsBetween = (from: Instant, to: Instant): number =>
  Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds;

/** `at` plus elapsed time (not wall time: 24 h across a clock change is not "the same hour tomorrow"). */
export const addElapsed = (at: Instant, duration: { hours?: number; minutes?: number; seconds?: number }): Instant =>
  toInstant(Temporal.Instant.from(at).add(duration));

/** The day that a moment falls on in a zone. */
export const dateInZone = (at: Instant, zone: ZoneId): CalendarDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString() as CalendarDate;

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  Temporal.PlainDate.from(date).add({ days }).toString() as CalendarDate;

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), {
    largestUnit: 'day',
  }).days;

const compareDays = (a: CalendarDate, b: CalendarDate): number => (a < b ? -1 : a > b ? 1 : 0);
export const earlierDay = (a: CalendarDate, b: CalendarDate): CalendarDate => (compareDays(a, b) <= 0 ? a : b);
export const laterDay = (a: CalendarDate, b: CalendarDate): CalendarDate => (compareDays(a, b) >= 0 ? a : b);

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (date: CalendarDate): number => Temporal.PlainDate.from(date).dayOfWeek;

/** Days since 1 January 1970, negative before it: a day as a whole number, for lists of very many. */
export const dayNumber = (date: CalendarDate): number => daysBetween('1970-01-01' as CalendarDate, date);
export const dayOfNumber = (number: number): CalendarDate => addDays('1970-01-01' as CalendarDate, number);

/** Completed years of age on `on`; 29 February birthdays complete on 1 March in common years. */
export const ageInYears = (born: CalendarDate, on: CalendarDate): number => {
  const b = Temporal.PlainDate.from(born);
  const o = Temporal.PlainDate.from(on);
  const hadBirthday = o.month > b.month || (o.month === b.month && o.day >= b.day);
  return o.year - b.year - (hadBirthday ? 0 : 1);
};

/** The same day of the month `months` later; where that month has no such day, the first day of the month after it (45 CFR 147.136(d)(2)(i)). */
export const addCalendarMonths = (date: CalendarDate, months: number): CalendarDate => {
  const from = Temporal.PlainDate.from(date);
  const to = from.add({ months });
  return (to.day === from.day ? to : to.add({ months: 1 }).with({ day: 1 })).toString() as CalendarDate;
};

/** The first moment of a day in a zone: midnight, or the first moment that exists where a clock change skips it. */
export const startOfDay = (date: CalendarDate, zone: ZoneId): Instant =>
  toInstant(Temporal.PlainDate.from(date).toZonedDateTime(zone).startOfDay().toInstant());

/** A time of day, `HH:MM`, in a zone; where a clock change skips it, the moment after. */
export const timeOnDay = (date: CalendarDate, time: string, zone: ZoneId): Instant =>
  toInstant(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant());

/** The moment of a wall clock reading in a zone, `2026-11-01T01:30:00`. A skipped hour moves forward, a repeated one is its first pass. */
export const atWallClock = (reading: string, zone: ZoneId): Instant =>
  toInstant(Temporal.PlainDateTime.from(reading).toZonedDateTime(zone).toInstant());

/** The wall clock reading of a moment in a zone, to the minute: `2026-11-01T01:30`. */
export const wallClockOf = (at: Instant, zone: ZoneId): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
