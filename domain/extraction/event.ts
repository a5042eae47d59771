import type { ExtractedAnswer } from './answer.ts';

/** A person has looked at a fact that rules read from a document. What follows from it is in events of its own. */
export type ExtractionEvent = { readonly type: 'ExtractedFactAnswered'; readonly data: ExtractedAnswer };
