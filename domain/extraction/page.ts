import { type CuedSentence, cued } from '../text/assertion.ts';
import type { Found } from '../text/finder.ts';
import { type Reading, readText } from '../text/read.ts';
import type { ReadyTextRules } from '../text/rule.ts';
import type { CalendarDate } from '../time/instant.ts';
import { type DayMention, reckonedDays, writtenDays } from './calendar.ts';
import type { PageText } from './extracted.ts';
import type { ReadyExtraction, Sign } from './ready.ts';
import { repaired } from './repair.ts';

export type SignedSentence = CuedSentence & {
  readonly signs: readonly Found<Sign>[];
  readonly days: readonly DayMention[];
  /** Lines above, in the same block, that bear no value of their own: a heading of a table, nearest first. */
  readonly heads: readonly SignedSentence[];
};

export type ReadPage = {
  readonly page: PageText;
  readonly reading: Reading;
  readonly rules: ReadyExtraction;
  readonly sentences: readonly SignedSentence[];
  readonly noteDate?: CalendarDate;
};

/** A sentence of more words is a table that lost its lines, or no text at all; nothing can be told from where its words stand. */
const longestSentence = 400;
const mostHeads = 4;
/** Lines at the top of a page in which a lone date is that of the note. */
const headLines = 8;

/** The sentence with its numbers in figures and its words as they were most likely written. */
const plainly = (
  s: CuedSentence,
  { numberWords, asPrinted }: ReadyExtraction,
  textRules: ReadyTextRules,
): CuedSentence => {
  const plain = s.tokens.map((given, i) => {
    const t = repaired(given, s.tokens[i - 1]?.word);
    const value = t.value ?? numberWords.get(t.word);
    return value === undefined ? t : { ...t, value };
  });
  return cued({ ...s, tokens: asPrinted(plain) }, textRules);
};

/** A line that names what follows: no full stop, and no value of its own. */
const isHead = (text: string, s: SignedSentence): boolean =>
  !/[.;!?]$/.test(text.slice(s.from, s.to)) &&
  !s.signs.some(({ of }) => (of.kind === 'name' || of.kind === 'form') && of.reader.definition.kind === 'quantity');

const placeOfSign = (s: SignedSentence, { match }: Found<Sign>) => ({
  from: s.tokens[match.start]?.from ?? s.from,
  to: s.tokens[match.end - 1]?.to ?? s.to,
});

const isOther = (s: SignedSentence, day: DayMention): boolean =>
  s.signs.some(
    (f) => f.of.kind === 'otherDate' && placeOfSign(s, f).to <= day.from && day.from - placeOfSign(s, f).to < 12,
  );

const nextDay = (s: SignedSentence, after: number): DayMention | undefined =>
  s.days.find((d) => d.from >= after && d.from - after < 24);

const noteDateOn = (text: string, sentences: readonly SignedSentence[]): CalendarDate | undefined => {
  let best: { readonly rank: number; readonly date: CalendarDate } | undefined;
  for (const s of sentences)
    for (const found of s.signs) {
      if (found.of.kind !== 'noteDate') continue;
      const day = nextDay(s, placeOfSign(s, found).to);
      if (day && (!best || found.of.rank < best.rank)) best = { rank: found.of.rank, date: day.date };
    }
  if (best) return best.date;
  const top = text.split('\n', headLines).join('\n').length;
  const bare = sentences.filter((s) => s.from < top && s.signs.every((f) => !('reader' in f.of)));
  const lone = bare.flatMap((s) => s.days.filter((d) => !isOther(s, d)));
  return new Set(lone.map((d) => d.date)).size === 1 ? lone[0]?.date : undefined;
};

const withHeads = (text: string, sentences: readonly SignedSentence[]): readonly SignedSentence[] => {
  let above: readonly SignedSentence[] = [];
  let last: SignedSentence | undefined;
  return sentences.map((s) => {
    if (last && /\n[^\S\n]*\n/.test(text.slice(last.to, s.from))) above = [];
    const heads = above;
    if (isHead(text, s)) above = [s, ...above].slice(0, mostHeads);
    last = s;
    return { ...s, heads };
  });
};

/** Takes a page apart. The day of a note goes on over its pages until another one is written. */
export const readPage = (
  page: PageText,
  before: CalendarDate | undefined,
  rules: ReadyExtraction,
  textRules: ReadyTextRules,
): ReadPage => {
  const reading = readText(page.text, textRules);
  const days = writtenDays(page.text);
  const within = (s: CuedSentence, all: readonly DayMention[]) => all.filter((d) => d.from >= s.from && d.to <= s.to);
  const plain = reading.sentences
    .filter((s) => s.tokens.length <= longestSentence)
    .map((sentence): SignedSentence => {
      const s = plainly(sentence, rules, textRules);
      return { ...s, signs: rules.find(s.tokens), days: within(s, days), heads: [] };
    });
  const noteDate = noteDateOn(page.text, plain) ?? before;
  const told = noteDate ? reckonedDays(page.text, noteDate) : [];
  const dated = plain.map((s) => ({
    ...s,
    days: [...s.days.filter((d) => !isOther(s, d)), ...within(s, told)].sort((a, b) => a.from - b.from),
  }));
  return { page, reading, rules, sentences: withHeads(page.text, dated), ...(noteDate ? { noteDate } : {}) };
};
