import type { CalendarDate } from '@openum/domain/time/instant.ts';

/** A fixed day of a month, or the nth weekday of one (1 is Monday, 7 is Sunday; -1 is the last). */
export type HolidayRule = {
  readonly name: string;
  readonly month: number;
  /** First year in which it was kept in this form. */
  readonly from: number;
} & ({ readonly day: number } | { readonly weekday: number; readonly nth: number });

const nthWeekday = (year: number, month: number, weekday: number, nth: number): Temporal.PlainDate => {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const offset = (weekday - first.dayOfWeek + 7) % 7;
  if (nth > 0) return first.add({ days: offset + 7 * (nth - 1) });
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: ((last.dayOfWeek - weekday + 7) % 7) + 7 * (-nth - 1) });
};

/** A Saturday is kept on the Friday before, a Sunday on the Monday after (5 USC 6103(b); Executive Order 11582). */
const observed = (day: Temporal.PlainDate): Temporal.PlainDate =>
  day.dayOfWeek === 6 ? day.subtract({ days: 1 }) : day.dayOfWeek === 7 ? day.add({ days: 1 }) : day;

const dayIn = (year: number, rule: HolidayRule): Temporal.PlainDate =>
  'day' in rule
    ? observed(Temporal.PlainDate.from({ year, month: rule.month, day: rule.day }))
    : nthWeekday(year, rule.month, rule.weekday, rule.nth);

/** Every day kept in the years `fromYear` to `toYear`, with its name. A New Year's Day may be kept in the year before it. */
export const observedDays = (
  rules: readonly HolidayRule[],
  fromYear: number,
  toYear: number,
): Record<CalendarDate, string> => {
  const days: Record<CalendarDate, string> = {};
  for (let year = fromYear; year <= toYear + 1; year++)
    for (const rule of rules) {
      if (year < rule.from) continue;
      const day = dayIn(year, rule);
      if (day.year >= fromYear && day.year <= toYear) days[day.toString() as CalendarDate] = rule.name;
    }
  return days;
};
