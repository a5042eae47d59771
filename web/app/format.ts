import type { CalendarDate, Instant, ZoneId } from '@openum/domain/time/instant.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatter = (zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = zone + JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone });
  formatters.set(key, made);
  return made;
};

// Some engines put a narrow no-break space before AM/PM; search and copying expect a plain one.
const plain = (text: string): string => text.replaceAll('\u202f', ' ');

/** `Nov 22, 2026, 4:00 PM EST`: a moment in full, with its zone. */
export const moment = (at: Instant, zone: ZoneId): string =>
  plain(
    formatter(zone, {
      month: 'short',
      day: 'numeric',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    }).format(Date.parse(at)),
  );

/** `4:00 PM EST`. */
export const clockTime = (at: Instant, zone: ZoneId): string =>
  plain(formatter(zone, { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }).format(Date.parse(at)));

/** The shortest text that still names the moment on a list: `4:00 PM` today, `Tue 4:00 PM` within six days, else `Nov 30, 4:00 PM`. */
export const shortMoment = (at: Instant, nowMs: number, zone: ZoneId): string => {
  const ms = Date.parse(at);
  const day = formatter(zone, { year: 'numeric', month: '2-digit', day: '2-digit' });
  const time: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
  const near = Math.abs(ms - nowMs) < 6 * DAY;
  const more: Intl.DateTimeFormatOptions =
    day.format(ms) === day.format(nowMs) ? {} : near ? { weekday: 'short' } : { month: 'short', day: 'numeric' };
  return plain(formatter(zone, { ...more, ...time }).format(ms));
};

/** `Nov 22, 2026`: the day on which a moment falls. */
export const dayOf = (at: Instant, zone: ZoneId): string =>
  formatter(zone, { month: 'short', day: 'numeric', year: 'numeric' }).format(Date.parse(at));

/** `03/14/1951`: a calendar date, which has no zone. */
export const date = (on: CalendarDate): string => `${on.slice(5, 7)}/${on.slice(8, 10)}/${on.slice(0, 4)}`;

/** Minutes count while somebody can still act on them; further away, or past, they are noise. */
const amount = (ms: number, minutesBelow: number): string => {
  if (ms < MINUTE) return 'under 1 min';
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  const hours = Math.floor(ms / HOUR);
  if (ms < minutesBelow) {
    const minutes = Math.floor((ms % HOUR) / MINUTE);
    return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} m`;
  }
  return ms < 2 * DAY ? `${hours} h` : `${Math.floor(ms / DAY)} d`;
};

/** `5 h 12 m left`, `36 h left`, `2 d overdue`. A deadline is passed at its very moment, not a minute later. */
export const timeLeft = (dueAt: Instant, nowMs: number): string => {
  const left = Date.parse(dueAt) - nowMs;
  return left > 0 ? `${amount(left, 12 * HOUR)} left` : `${amount(-left, 0)} overdue`;
};

/** `5 h ago`. */
export const ago = (at: Instant, nowMs: number): string => {
  const passed = nowMs - Date.parse(at);
  return passed < MINUTE ? 'just now' : `${amount(passed, 0)} ago`;
};

export type DueLevel = 'overdue' | 'soon' | 'today' | 'calm';

/** How loudly a due moment is shown: passed, under 4 h, under 24 h, or later. */
export const dueLevel = (dueAt: Instant, nowMs: number): DueLevel => {
  const left = Date.parse(dueAt) - nowMs;
  if (left <= 0) return 'overdue';
  if (left < 4 * HOUR) return 'soon';
  return left < DAY ? 'today' : 'calm';
};

/** `1 case`, `12 cases`. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
