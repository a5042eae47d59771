import type { Fact } from '../fact/fact.ts';
import type { Span } from '../text/span.ts';
import { placeOf } from './place.ts';

/**
 * A fact that was read from a document by rules or by a model. It is a suggestion: it becomes a fact of the case when a person takes it.
 * `key`, `value` with its unit, `at` and `qualifiers` are those of the fact catalogue.
 */
export type ExtractedFact = Pick<Fact, 'key' | 'value' | 'at' | 'qualifiers'> & {
  readonly documentId: string;
  /** Counted from 1. */
  readonly page: number;
  /** Where the words stand in the text of the page, in UTF-16 units. */
  readonly span: Span;
  /** The words as the page has them. */
  readonly quote: string;
  /** What read it, for example `rules`. */
  readonly extractor: string;
  readonly extractorVersion: string;
  /** From 0 to 1. Says in what order to look, never whether to trust. */
  readonly confidence: number;
};

/** The text of one page of a document. */
export type PageText = { readonly documentId: string; readonly page: number; readonly text: string };

/**
 * The fact with the place at which the page bears it out; undefined when its quote does not stand on that page. White space, letter
 * case, and signs that only look different do not matter; the quote that comes back is the page's own.
 */
export const verified = (page: PageText, fact: ExtractedFact): ExtractedFact | undefined => {
  if (fact.documentId !== page.documentId || fact.page !== page.page) return undefined;
  const span = placeOf(page.text, fact.quote, fact.span.from);
  return span && { ...fact, span, quote: page.text.slice(span.from, span.to) };
};
