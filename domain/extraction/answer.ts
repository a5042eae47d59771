import type { ExtractedFact } from './extracted.ts';

/** What a person makes of a fact that was read from a document. */
export const extractedVerdicts = ['accepted', 'corrected', 'rejected'] as const;
export type ExtractedVerdict = (typeof extractedVerdicts)[number];

export type ExtractedAnswer = {
  readonly extracted: ExtractedFact;
  readonly verdict: ExtractedVerdict;
  /** Why it is not so; of a rejection always. */
  readonly reason?: string;
  /** The fact that the person took from it. */
  readonly factId?: string;
};

/** The same words read as the same thing, by whichever version of a reader: one answer is enough. */
export const sameReading = (a: ExtractedFact, b: ExtractedFact): boolean =>
  a.documentId === b.documentId &&
  a.page === b.page &&
  a.key === b.key &&
  a.span.from === b.span.from &&
  a.span.to === b.span.to &&
  JSON.stringify(a.value) === JSON.stringify(b.value);
