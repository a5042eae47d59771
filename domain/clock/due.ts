import { type CalendarDate, type Instant, toInstant, type ZoneId } from '../time/instant.ts';
import { type BusinessCalendar, dayKind } from './calendar.ts';
import type { Duration, TurnaroundRule } from './rule.ts';

/** The part of a rule that fixes a moment. */
export type Limit = Pick<TurnaroundRule, 'duration' | 'direction'> &
  Partial<Pick<TurnaroundRule, 'notLongerThan' | 'skipsHolidays' | 'rollsForward' | 'dueAtTime'>>;

/** A day that the count passed over. */
type SkippedDay = {
  readonly date: CalendarDate;
  readonly reason: 'weekend' | 'holiday';
  readonly name?: string;
};

export type DueMoment = {
  /** The last moment that is in time. */
  readonly dueAt: Instant;
  readonly skipped: readonly SkippedDay[];
  /** The second limit, when it came first. */
  readonly cappedBy?: Duration;
  /** The last day was no business day and moved from here. */
  readonly rolledFrom?: CalendarDate;
};

const minutesIn = { minutes: 1, hours: 60 } as const;

const isElapsed = (d: Duration): d is Duration & { unit: keyof typeof minutesIn } =>
  d.unit === 'minutes' || d.unit === 'hours';

const plusElapsed = (
  from: Temporal.Instant,
  d: Duration & { unit: keyof typeof minutesIn },
  sign: 1 | -1,
): Temporal.Instant => from.add({ minutes: sign * d.value * minutesIn[d.unit] });

/** The last millisecond of a local day, so that "on or before" holds for days and for hours alike. */
const endOfDay = (day: Temporal.PlainDate, zone: ZoneId, time?: string): Temporal.Instant =>
  time === undefined
    ? day.add({ days: 1 }).toZonedDateTime(zone).toInstant().subtract({ milliseconds: 1 })
    : day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();

/** No matching date in the month: the first day of the month after (four months from 31 October is 1 March). */
const addMonths = (day: Temporal.PlainDate, months: number): Temporal.PlainDate => {
  const landed = day.add({ months });
  return landed.day === day.day || months < 0 ? landed : landed.add({ days: 1 });
};

const asDate = (day: Temporal.PlainDate): CalendarDate => day.toString() as CalendarDate;

/** Day 0 is the day of the start; only the days that are not passed over bring the count nearer to its end. */
const countDays = (
  day0: Temporal.PlainDate,
  days: number,
  sign: 1 | -1,
  passedOver: (day: Temporal.PlainDate) => SkippedDay | undefined,
): { day: Temporal.PlainDate; skipped: SkippedDay[] } => {
  const skipped: SkippedDay[] = [];
  let day = day0;
  for (let counted = 0; counted < days; ) {
    day = day.add({ days: sign });
    const passed = passedOver(day);
    if (passed === undefined) counted++;
    else skipped.push(passed);
  }
  return { day, skipped };
};

const notBusiness =
  (calendar: BusinessCalendar) =>
  (day: Temporal.PlainDate): SkippedDay | undefined => {
    const kind = dayKind(day, calendar);
    if (kind.kind === 'business') return undefined;
    return kind.kind === 'weekend'
      ? { date: asDate(day), reason: 'weekend' }
      : { date: asDate(day), reason: 'holiday', name: kind.name };
  };

const onHoliday =
  (calendar: BusinessCalendar) =>
  (day: Temporal.PlainDate): SkippedDay | undefined => {
    const name = calendar.holidays[asDate(day)];
    return name === undefined ? undefined : { date: asDate(day), reason: 'holiday', name };
  };

const none: readonly SkippedDay[] = [];

const lastDay = (
  limit: Limit,
  day0: Temporal.PlainDate,
  sign: 1 | -1,
  calendar: BusinessCalendar,
): { day: Temporal.PlainDate; skipped: readonly SkippedDay[] } => {
  const { value, unit } = limit.duration;
  if (unit === 'months') return { day: addMonths(day0, sign * value), skipped: none };
  if (unit === 'businessDays') return countDays(day0, value, sign, notBusiness(calendar));
  return limit.skipsHolidays === true
    ? countDays(day0, value, sign, onHoliday(calendar))
    : { day: day0.add({ days: sign * value }), skipped: none };
};

/** The moment of a limit counted from `startedAt`, in the local days of `zone`. Throws RangeError outside the calendar's years. */
export const dueMoment = (limit: Limit, startedAt: Instant, zone: ZoneId, calendar: BusinessCalendar): DueMoment => {
  const { notLongerThan, ...single } = limit;
  if (notLongerThan !== undefined) {
    const first = dueMoment(single, startedAt, zone, calendar);
    const second = dueMoment({ ...single, duration: notLongerThan }, startedAt, zone, calendar);
    return second.dueAt < first.dueAt ? { ...second, cappedBy: notLongerThan } : first;
  }
  const from = Temporal.Instant.from(startedAt);
  const sign = limit.direction === 'before' ? -1 : 1;
  if (isElapsed(limit.duration))
    return {
      dueAt: toInstant(plusElapsed(from, limit.duration, sign)),
      skipped: none,
    };
  const day0 = from.toZonedDateTimeISO(zone).toPlainDate();
  const { day, skipped } = lastDay(limit, day0, sign, calendar);
  const moves = limit.rollsForward === true && notBusiness(calendar)(day) !== undefined;
  const last = moves ? countDays(day, 1, 1, notBusiness(calendar)).day : day;
  return {
    dueAt: toInstant(endOfDay(last, zone, limit.dueAtTime)),
    skipped,
    ...(moves ? { rolledFrom: asDate(day) } : {}),
  };
};

/** `dueAt` moved later: a limit in days stays at the end of its day, one in hours keeps its time of day. */
export const moveLater = (
  dueAt: Instant,
  by: Duration,
  limit: Limit,
  zone: ZoneId,
  calendar: BusinessCalendar,
): Instant => {
  if (isElapsed(by) || !isElapsed(limit.duration) || by.unit !== 'calendarDays')
    return dueMoment(
      {
        duration: by,
        direction: 'after',
        ...(limit.dueAtTime === undefined ? {} : { dueAtTime: limit.dueAtTime }),
      },
      dueAt,
      zone,
      calendar,
    ).dueAt;
  return toInstant(Temporal.Instant.from(dueAt).toZonedDateTimeISO(zone).add({ days: by.value }).toInstant());
};

/** `dueAt` moved by the time from `from` to `to`: whole local days for a limit in days, elapsed time for one in hours. */
export const moveBySpan = (dueAt: Instant, from: Instant, to: Instant, limit: Limit, zone: ZoneId): Instant => {
  const a = Temporal.Instant.from(from);
  const b = Temporal.Instant.from(to);
  const due = Temporal.Instant.from(dueAt);
  if (isElapsed(limit.duration)) return toInstant(due.add(a.until(b)));
  const day = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO(zone).toPlainDate();
  const days = day(a).until(day(b), { largestUnit: 'day' }).days;
  return toInstant(endOfDay(day(due).add({ days }), zone, limit.dueAtTime));
};

const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** `Fri 2026-11-27 23:59`, on the wall clock of the zone. */
export const localText = (at: Instant, zone: ZoneId): string => {
  const z = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const wall = z.toString({ smallestUnit: 'minute', offset: 'never', timeZoneName: 'never' });
  return `${weekday[z.dayOfWeek - 1]} ${wall.replace('T', ' ')}`;
};
