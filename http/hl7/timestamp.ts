import {
  atWallClock,
  type CalendarDate,
  type Instant,
  instant,
  isCalendarDateText,
  type ZoneId,
} from '@openum/domain/time/instant.ts';

const form = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})?(\d{2})?(?:\.(\d{1,4}))?)?([+-]\d{4})?$/;

/** The offset at the end of a TS value, which MSH-7 lends to every other one of its message (HL7 v2.5.1, 2.A.22). */
export const offsetOf = (text: string | undefined): string | undefined => /[+-]\d{4}$/.exec(text ?? '')?.[0];

/** A moment; undefined where the text is none. Without an offset it is the wall clock of `zone`, with a day alone its first moment. */
export const readTimestamp = (text: string, zone: ZoneId, messageOffset?: string): Instant | undefined => {
  const found = form.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '0', own] = found;
  const reading = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}`;
  const offset = own ?? messageOffset;
  try {
    return offset ? instant(`${reading}${offset.slice(0, 3)}:${offset.slice(3)}`) : atWallClock(reading, zone);
  } catch {
    return undefined;
  }
};

/** The day of a DT or TS value, as written. */
export const readDay = (text: string): CalendarDate | undefined => {
  const found = /^(\d{4})(\d{2})(\d{2})/.exec(text);
  const day = found && `${found[1]}-${found[2]}-${found[3]}`;
  return day && isCalendarDateText(day) ? (day as CalendarDate) : undefined;
};
