import { addDays, type CalendarDate, calendarDate } from '@openum/domain/time/instant.ts';

const shown = 6;

const firstOf = (on: CalendarDate): CalendarDate => calendarDate(`${on.slice(0, 7)}-01`);

/** The month of a day up to that day, and whole months before it; oldest first. */
export const monthsThrough = (last: CalendarDate) => {
  const months: { readonly key: string; readonly from: CalendarDate; readonly through: CalendarDate }[] = [];
  for (let through = last; months.length < shown; through = addDays(firstOf(through), -1))
    months.push({ key: through.slice(0, 7), from: firstOf(through), through });
  return months.toReversed();
};
