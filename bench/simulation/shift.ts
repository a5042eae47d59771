import type { Staff } from './population.ts';
import { day } from './time.ts';

const localOf = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('America/Chicago');

export const onShift = (staff: Staff, ms: number): boolean => {
  const t = localOf(ms);
  const minutes = t.hour * 60 + t.minute;
  return (
    staff.days.includes(t.dayOfWeek) &&
    minutes >= staff.from &&
    minutes < staff.until &&
    !staff.off.has(t.toPlainDate().toString())
  );
};

/** When this person works next. */
export const nextShift = (staff: Staff, ms: number): number => {
  const t = localOf(ms);
  for (let d = 0; d < 60; d++) {
    const date = t.toPlainDate().add({ days: d });
    const start = date.toZonedDateTime({
      timeZone: 'America/Chicago',
      plainTime: { hour: Math.floor(staff.from / 60), minute: staff.from % 60 },
    }).epochMilliseconds;
    if (start > ms && staff.days.includes(date.dayOfWeek) && !staff.off.has(date.toString())) return start;
  }
  return ms + 60 * day;
};
