import type { Found } from '../text/finder.ts';
import type { ReadyTextRules } from '../text/rule.ts';
import type { CalendarDate } from '../time/instant.ts';
import { doseAt } from './dose.ts';
import type { Draft } from './draft.ts';
import { type ExtractedFact, type PageText, verified } from './extracted.ts';
import { type ReadPage, readPage, type SignedSentence } from './page.ts';
import { quantitiesAt } from './quantity.ts';
import type { ReadyExtraction, ReadyReader, Sign } from './ready.ts';
import { booleanAt, choiceAt, dateAt, labelledChoiceAt, textAt } from './stated.ts';

/** The name under which the rules of this folder sign what they read. */
export const rulesExtractor = 'rules';

export type PageFacts = {
  readonly facts: readonly ExtractedFact[];
  /** The day of the note, for the pages that follow. */
  readonly noteDate?: CalendarDate;
};

/** More text than a page can hold is not read as one. */
const longestPage = 40_000;
const mostFacts = 400;

const named = (read: ReadPage, s: SignedSentence, found: OfReader): readonly Draft[] => {
  const { match, of } = found;
  if (of.kind === 'choice') return choiceAt(read, s, found, of);
  if (of.kind === 'said') return booleanAt(read, s, found, of);
  const { definition } = of.reader;
  switch (definition.kind) {
    case 'quantity':
      return quantitiesAt(read, s, match, of);
    case 'boolean':
      return of.kind === 'label' ? booleanAt(read, s, found, of) : [];
    case 'code':
      return of.kind === 'label' ? labelledChoiceAt(read, s, match, of.reader) : [];
    case 'date':
      return dateAt(read, s, match, of.reader);
    case 'text':
      return textAt(read, s, match, of.reader);
  }
};

type OfReader = Found<Extract<Sign, { reader: ReadyReader }>>;
/** The words of a label mean themselves only where an answer follows. */
const speaks = (s: SignedSentence, f: Found<Sign>): f is OfReader =>
  'reader' in f.of && (f.of.kind !== 'label' || s.tokens[f.match.end - 1]?.colon === true);

/** Of phrases of one fact that overlap, the longest says what is meant: "no systemic cause" before "systemic cause". A number stands for itself. */
const longest = (found: readonly OfReader[]): readonly OfReader[] => {
  const kept: OfReader[] = [];
  for (const f of found.toSorted((a, b) => b.match.end - b.match.start - (a.match.end - a.match.start))) {
    const isNumber = f.of.reader.definition.kind === 'quantity';
    const meets = kept.some(
      (k) => k.of.reader === f.of.reader && k.match.start < f.match.end && f.match.start < k.match.end,
    );
    if (isNumber || !meets) kept.push(f);
  }
  return kept;
};

const draftsOf = (read: ReadPage, s: SignedSentence): readonly Draft[] =>
  s.unticked
    ? []
    : [
        ...longest(s.signs.filter((f) => speaks(s, f))).flatMap((f) => named(read, s, f)),
        ...s.signs.flatMap(({ match, of }) => (of.kind === 'drug' ? doseAt(read, s, match, of) : [])),
      ];

const sameFact = (d: Draft): string => JSON.stringify([d.key, d.value, d.at, d.qualifiers, d.span]);

/** The facts that the rules read on one page, each with its words; what the page does not bear out is left out. */
export const factsOnPage = (
  page: PageText,
  before: CalendarDate | undefined,
  rules: ReadyExtraction,
  textRules: ReadyTextRules,
): PageFacts => {
  const read = readPage({ ...page, text: page.text.slice(0, longestPage) }, before, rules, textRules);
  const drafts = [...new Map(read.sentences.flatMap((s) => draftsOf(read, s)).map((d) => [sameFact(d), d])).values()];
  const facts = drafts
    .slice(0, mostFacts)
    .map((d) => ({
      ...d,
      documentId: page.documentId,
      page: page.page,
      extractor: rulesExtractor,
      extractorVersion: rules.version,
    }))
    .flatMap((f) => verified(page, f) ?? []);
  return { facts, ...(read.noteDate ? { noteDate: read.noteDate } : {}) };
};
