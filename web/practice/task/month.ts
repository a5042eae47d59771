import { addDays, type CalendarDate, dateInZone, type Instant, type ZoneId } from '@openum/domain/time/instant.ts';
import type { TaskLine } from '@openum/http/contract/practice/request.ts';

export type CalendarDay = { readonly on: CalendarDate; readonly tasks: readonly TaskLine[]; readonly outside: boolean };

const weekday = (on: CalendarDate): number => new Date(`${on}T12:00:00Z`).getUTCDay();

/** The last local day on which a task is in time: what ends at midnight belongs to the day that ends. */
const dayOfTask = (dueAt: Instant, zone: ZoneId): CalendarDate => {
  const justBefore = new Date(Date.parse(dueAt) - 1).toISOString() as Instant;
  return dateInZone(justBefore, zone);
};

export type Span = 'week' | 'month';

/** Whole weeks from Sunday on: the week that holds `on`, or every week of its month. */
export const calendarDays = (
  on: CalendarDate,
  span: Span,
  tasks: readonly TaskLine[],
  zone: ZoneId,
): readonly CalendarDay[] => {
  const first = span === 'week' ? on : (`${on.slice(0, 8)}01` as CalendarDate);
  const start = addDays(first, -weekday(first));
  const byDay = Map.groupBy(
    tasks.filter((t) => t.dueAt !== undefined),
    (t) => dayOfTask(t.dueAt as Instant, zone),
  );
  const days: CalendarDay[] = [];
  for (let day = start; ; day = addDays(day, 1)) {
    const inMonth = day.slice(0, 7) === on.slice(0, 7);
    if (days.length > 0 && days.length % 7 === 0 && (span === 'week' || (!inMonth && day > first))) break;
    days.push({ on: day, tasks: byDay.get(day) ?? [], outside: span === 'month' && !inMonth });
  }
  return days;
};

/** The same place one week or month further on or back. */
export const moved = (on: CalendarDate, span: Span, by: 1 | -1): CalendarDate => {
  if (span === 'week') return addDays(on, 7 * by);
  const [year = 0, month = 1] = on.split('-').map(Number);
  const to = year * 12 + month - 1 + by;
  return `${Math.floor(to / 12)}-${String((to % 12) + 1).padStart(2, '0')}-01` as CalendarDate;
};
