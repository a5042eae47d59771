import { type Instant, instant, isCalendarDateText, type ZoneId } from '@openum/domain/time/instant.ts';

/** The moment of a wall clock reading in a zone; undefined when the texts name none. A skipped hour moves forward, a repeated one is its first pass. */
export const localMoment = (day: string, time: string, zone: ZoneId): Instant | undefined => {
  if (!isCalendarDateText(day) || !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time)) return undefined;
  return instant(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant().toString());
};

/** The wall clock reading of a moment in a zone, for date and time fields. */
export const wallClock = (at: Instant, zone: ZoneId): { readonly day: string; readonly time: string } => {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return { day: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) };
};
