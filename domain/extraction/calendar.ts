import type { Span } from '../text/span.ts';
import { addCalendarMonths, addDays, type CalendarDate, isCalendarDateText } from '../time/instant.ts';

/** A day that a text names. `told`: reckoned from the day of the note, and no surer than its words. */
export type DayMention = Span & { readonly date: CalendarDate; readonly told: 'exact' | 'reckoned' };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';

const dayFrom = (year: number, month: number, day: number): CalendarDate | undefined => {
  const full = year < 100 ? year + (year < 70 ? 2000 : 1900) : year;
  const pad = (n: number) => String(n).padStart(2, '0');
  const text = `${full}-${pad(month)}-${pad(day)}`;
  return full >= 1900 && full < 2100 && isCalendarDateText(text) ? (text as CalendarDate) : undefined;
};

type Form = { readonly at: RegExp; readonly read: (m: RegExpExecArray) => CalendarDate | undefined };
const monthOf = (name: string | undefined): number => months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;

/** As written in the United States: the month first where both are numbers. */
const forms: readonly Form[] = [
  {
    at: /(?<![\d/.-])(\d{4})-(\d{2})-(\d{2})(?!\d)/g,
    read: (m) => dayFrom(Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    at: /(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/g,
    read: (m) => dayFrom(Number(m[4]), Number(m[1]), Number(m[3])),
  },
  {
    at: new RegExp(`\\b${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'gi'),
    read: (m) => dayFrom(Number(m[3]), monthOf(m[1]), Number(m[2])),
  },
  {
    at: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${monthName},?\\s+(\\d{4})\\b`, 'gi'),
    read: (m) => dayFrom(Number(m[3]), monthOf(m[2]), Number(m[1])),
  },
];

const ago =
  /\b(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(day|week|month|year)s?\s+(?:ago|earlier|prior)\b/gi;
const few: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};
const near: Readonly<Record<string, number>> = { today: 0, yesterday: -1, 'this morning': 0 };

const back = (from: CalendarDate, count: number, unit: string): CalendarDate =>
  unit === 'day' || unit === 'week'
    ? addDays(from, -count * (unit === 'week' ? 7 : 1))
    : addCalendarMonths(from, -count * (unit === 'year' ? 12 : 1));

/** Every day that is written out in a text, in order. */
export const writtenDays = (text: string): readonly DayMention[] =>
  forms
    .flatMap(({ at, read }) =>
      [...text.matchAll(at)].flatMap((m): DayMention[] => {
        const date = read(m);
        return date ? [{ from: m.index, to: m.index + m[0].length, date, told: 'exact' }] : [];
      }),
    )
    .sort((a, b) => a.from - b.from)
    .filter((d, i, all) => i === 0 || d.from >= (all[i - 1]?.to ?? 0));

/** Days told from the day of the note: "yesterday", "25 days ago", "three months ago". */
export const reckonedDays = (text: string, noteDate: CalendarDate): readonly DayMention[] => [
  ...[...text.matchAll(ago)].map((m): DayMention => {
    const [, count = '', unit = ''] = m;
    const number = few[count.toLowerCase()] ?? Number(count);
    const date = back(noteDate, number, unit.toLowerCase());
    return { from: m.index, to: m.index + m[0].length, date, told: 'reckoned' };
  }),
  ...[...text.matchAll(/\b(today|yesterday|this morning)\b/gi)].map((m): DayMention => {
    const date = addDays(noteDate, near[m[0].toLowerCase()] ?? 0);
    return { from: m.index, to: m.index + m[0].length, date, told: 'exact' };
  }),
];
