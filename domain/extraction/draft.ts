import type { FactValue } from '../fact/fact.ts';
import type { Span } from '../text/span.ts';
import type { DayMention } from './calendar.ts';
import type { ExtractedFact } from './extracted.ts';
import type { ReadPage, SignedSentence } from './page.ts';

/** What a reader found, before its words are checked against the page. */
export type Draft = Omit<ExtractedFact, 'documentId' | 'page' | 'extractor' | 'extractorVersion'>;

/** A sentence of more signs is quoted in part. */
const longestQuote = 240;

type Given = {
  readonly key: string;
  readonly value: FactValue;
  readonly place: Span;
  readonly day?: Pick<DayMention, 'date' | 'told'> | undefined;
  readonly qualifiers?: Readonly<Record<string, string>>;
  readonly sureness: number;
};

export const draftOf = (
  { page }: ReadPage,
  s: SignedSentence,
  { key, value, place, day, qualifiers, sureness }: Given,
): Draft => {
  const whole = { from: s.from, to: Math.max(s.to, place.to) };
  const span = whole.to - whole.from <= longestQuote ? whole : place;
  return {
    key,
    value,
    ...(day ? { at: day.date } : {}),
    ...(qualifiers ? { qualifiers } : {}),
    span,
    quote: page.text.slice(span.from, span.to),
    confidence: day?.told === 'reckoned' ? Math.min(sureness, 0.7) : sureness,
  };
};
