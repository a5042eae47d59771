import { findWords } from '../../document/find.ts';
import { datesIn } from './dates.ts';
import type { LetterField, LetterMark } from './record.ts';

/** Words that stand before a value in a letter, by what the value is. */
export type LetterCues = {
  readonly version: string;
  readonly letterOn: readonly string[];
  readonly service: readonly string[];
  readonly reference: readonly string[];
  readonly reason: readonly string[];
  readonly criteria: readonly string[];
  readonly appealBy: readonly string[];
  readonly appealTo: readonly string[];
  /** One of these stands in the sentence that names a number of days. */
  readonly appealWithin: readonly string[];
};

/** A value that a person may take over, with the words that show it. Days of an appeal are told as `180 calendar` or `60 business`. */
export type LetterSuggestion = LetterMark & { readonly value: string };

type Page = { readonly page: number; readonly text: string };
type Spot = { readonly value: string; readonly start: number; readonly end: number };

const reach = 120;

const after = (text: string, cues: readonly string[], read: (rest: string, at: number) => readonly Spot[]) =>
  cues.flatMap((cue) => findWords(text, cue).flatMap(({ end }) => read(text.slice(end, end + reach), end)));

const firstDate = (rest: string, at: number): readonly Spot[] => {
  const [date] = datesIn(rest);
  return date ? [{ value: date.on, start: at + date.start, end: at + date.end }] : [];
};

const nthDate =
  (n: number) =>
  (rest: string, at: number): readonly Spot[] => {
    const [first, second] = datesIn(rest);
    const isSpan =
      first && second && /^\s*(?:to|through|thru|until|and|-|–)\s*$/i.test(rest.slice(first.end, second.start));
    const near = isSpan ? second : first;
    const date = n === 0 ? first : near;
    return date ? [{ value: date.on, start: at + date.start, end: at + date.end }] : [];
  };

const number = (rest: string, at: number): readonly Spot[] => {
  const m = /^[\s:#.]*([A-Z0-9](?:[A-Z0-9/-]*\d[A-Z0-9/-]*))/i.exec(rest);
  return m?.[1] ? [{ value: m[1], start: at + m[0].length - m[1].length, end: at + m[0].length }] : [];
};

/** From the cue to the end of its sentence, over the ends of lines. */
const sentence = (text: string, cues: readonly string[]): readonly Spot[] =>
  cues.flatMap((cue) =>
    findWords(text, cue).flatMap(({ start, end }) => {
      const rest = text.slice(end);
      const lead = /^[\s:.-]*/.exec(rest)?.[0].length ?? 0;
      const length = rest.slice(lead).search(/[.!?](?:\s|$)|\n\s*\n/);
      const from = cue.endsWith(':') || rest.slice(0, lead).includes(':') ? end + lead : start;
      const to = length < 0 ? Math.min(text.length, end + lead + 400) : end + lead + length + 1;
      const value = text.slice(from, to).replace(/\s+/g, ' ').trim();
      return value.length > 3 ? [{ value, start: from, end: from + text.slice(from, to).trimEnd().length }] : [];
    }),
  );

const within = (text: string, cues: readonly string[]): readonly Spot[] =>
  [...text.matchAll(/\b(?:within|have|up to)\s+(\d{1,3})\s+(calendar\s+|business\s+|working\s+)?days?\b/gi)].flatMap(
    (m) => {
      const begun =
        text
          .slice(0, m.index)
          .split(/[.!?]\s/)
          .at(-1) ?? '';
      const rest = text.slice(m.index).split(/[.!?](?:\s|$)/)[0] ?? '';
      const around = `${begun}${rest}`.toLowerCase();
      if (!cues.some((c) => around.includes(c.toLowerCase()))) return [];
      const unit = /business|working/i.test(m[2] ?? '') ? 'business' : 'calendar';
      return [{ value: `${m[1]} ${unit}`, start: m.index, end: m.index + m[0].length }];
    },
  );

/** Two cues of one sentence give it twice; the longer one says more. */
const isInside = (a: LetterSuggestion, b: LetterSuggestion): boolean =>
  a.page === b.page && b.start <= a.start && a.end <= b.end && b.end - b.start > a.end - a.start;

const distinct = (list: readonly LetterSuggestion[]): readonly LetterSuggestion[] =>
  list.filter(
    (s, at) =>
      list.findIndex((x) => x.field === s.field && x.value === s.value) === at &&
      !list.some((x) => x !== s && x.field === s.field && isInside(s, x)),
  );

/** What a letter of denial seems to say, each with its words. It suggests; a person decides what is so. */
export const suggestFromLetter = (pages: readonly Page[], cues: LetterCues): readonly LetterSuggestion[] => {
  const read = (field: LetterField, of: (text: string) => readonly Spot[]): readonly LetterSuggestion[] =>
    pages.flatMap(({ page, text }) =>
      of(text).map(({ value, start, end }) => ({ field, value, page, start, end, quote: text.slice(start, end) })),
    );
  return distinct([
    ...read('letterOn', (t) => after(t, cues.letterOn, firstDate)),
    ...read('from', (t) => after(t, cues.service, nthDate(0))),
    ...read('to', (t) => after(t, cues.service, nthDate(1))),
    ...read('reference', (t) => after(t, cues.reference, number)),
    ...read('reason', (t) => sentence(t, cues.reason)),
    ...read('criteria', (t) => sentence(t, cues.criteria)),
    ...read('appealBy', (t) => after(t, cues.appealBy, firstDate)),
    ...read('appealWithin', (t) => within(t, cues.appealWithin)),
    ...read('appealTo', (t) => sentence(t, cues.appealTo)).map((s) => ({ ...s, value: s.value.replace(/\.$/, '') })),
  ]);
};
