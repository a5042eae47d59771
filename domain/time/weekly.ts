import { type Instant, toInstant, type ZoneId } from './instant.ts';

/** Hours that repeat each week, on the wall clock of a zone. `from` and `to` are `HH:MM`; `to` is not part of them. */
export type WeeklyHours = {
  readonly zone: ZoneId;
  readonly days: readonly { readonly weekday: number; readonly from: string; readonly to: string }[];
};

const daysAhead = 8;

/** `at` itself when it lies in the hours, or else the next moment at which they begin; undefined when there are none. */
export const nextWithin = (hours: WeeklyHours, at: Instant): Instant | undefined => {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(hours.zone);
  for (let ahead = 0; ahead < daysAhead; ahead++) {
    const date = local.toPlainDate().add({ days: ahead });
    const spans = hours.days
      .filter((d) => d.weekday === date.dayOfWeek)
      .map((d) => ({
        from: toInstant(date.toZonedDateTime({ timeZone: hours.zone, plainTime: d.from }).toInstant()),
        to: toInstant(date.toZonedDateTime({ timeZone: hours.zone, plainTime: d.to }).toInstant()),
      }))
      .filter((s) => at < s.to)
      .sort((a, b) => (a.from < b.from ? -1 : 1));
    const [first] = spans;
    if (first) return first.from > at ? first.from : at;
  }
  return undefined;
};

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with such hours, in words; undefined when nothing is. */
export const weeklyHoursProblem = ({ days }: Pick<WeeklyHours, 'days'>): string | undefined => {
  if (days.some((d) => !Number.isInteger(d.weekday) || d.weekday < 1 || d.weekday > 7))
    return 'a weekday is 1 (Monday) to 7 (Sunday)';
  if (days.some((d) => !clockTime.test(d.from) || !clockTime.test(d.to))) return 'a time is HH:MM';
  return days.some((d) => d.from >= d.to) ? 'hours must end after they begin' : undefined;
};
