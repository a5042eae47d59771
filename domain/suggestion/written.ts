import { type CalendarDate, isCalendarDateText } from '../time/instant.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

const forms: readonly { readonly find: RegExp; readonly order: readonly [year: number, month: number, day: number] }[] =
  [
    { find: /\b(\d{4})-(\d{2})-(\d{2})\b/g, order: [1, 2, 3] },
    { find: /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/g, order: [3, 1, 2] },
    { find: new RegExp(`\\b${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'gi'), order: [3, 1, 2] },
    { find: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${monthName},?\\s+(\\d{4})\\b`, 'gi'), order: [3, 2, 1] },
  ];

const monthNumber = (text: string): number =>
  /^\d/.test(text) ? Number(text) : months.findIndex((m) => m.startsWith(text.slice(0, 3).toLowerCase())) + 1;

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

const two = (n: number): string => String(n).padStart(2, '0');

/** A day as it is written in a text in the United States, month first. */
export type WrittenDate = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly day: CalendarDate;
};

export const datesIn = (text: string): readonly WrittenDate[] =>
  forms
    .flatMap(({ find, order }) =>
      [...text.matchAll(find)].flatMap((m): readonly WrittenDate[] => {
        const [year, month, day] = order.map((at) => m[at] ?? '') as [string, string, string];
        const written = `${fullYear(year)}-${two(monthNumber(month))}-${two(Number(day))}`;
        if (!isCalendarDateText(written)) return [];
        return [{ start: m.index, end: m.index + m[0].length, text: m[0], day: written as CalendarDate }];
      }),
    )
    .sort((a, b) => a.start - b.start);

const number = /(?<![\p{L}\d.])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)/gu;

export type WrittenNumber = { readonly start: number; readonly end: number; readonly value: number };

/** Numbers in digits, as they are written: "1,200" is 1200. The 2 of "SpO2" is none. */
export const numberPlaces = (text: string): readonly WrittenNumber[] =>
  [...text.matchAll(number)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    value: Number(m[0].replaceAll(',', '')),
  }));

export const numbersIn = (text: string): readonly number[] => numberPlaces(text).map((n) => n.value);
