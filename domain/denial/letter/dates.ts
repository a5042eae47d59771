import { type CalendarDate, isCalendarDateText } from '../../time/instant.ts';

export type FoundDate = { readonly on: CalendarDate; readonly start: number; readonly end: number };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const pattern =
  /\b(?:(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})|(\d{4})-(\d{2})-(\d{2})|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4}))\b/gi;

const two = (n: number): string => String(n).padStart(2, '0');

const asDate = (year: number, month: number, day: number): CalendarDate | undefined => {
  const text = `${year < 100 ? 2000 + year : year}-${two(month)}-${two(day)}`;
  return isCalendarDateText(text) ? (text as CalendarDate) : undefined;
};

/** Every date of a text as American letters write them, in their order. */
export const datesIn = (text: string): readonly FoundDate[] =>
  [...text.matchAll(pattern)].flatMap((m) => {
    const [, m1, d1, y1, y2, m2, d2, name, d3, y3] = m;
    const on = m1
      ? asDate(Number(y1), Number(m1), Number(d1))
      : y2
        ? asDate(Number(y2), Number(m2), Number(d2))
        : asDate(Number(y3), months.indexOf((name ?? '').toLowerCase().slice(0, 3)) + 1, Number(d3));
    return on ? [{ on, start: m.index, end: m.index + m[0].length }] : [];
  });
