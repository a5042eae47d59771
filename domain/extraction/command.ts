import type { Evaluation } from '../criteria/evaluation.ts';
import type { Fact } from '../fact/fact.ts';
import type { ExtractedAnswer } from './answer.ts';

export type ExtractionCommand = {
  readonly type: 'AnswerExtractedFact';
  readonly answer: Omit<ExtractedAnswer, 'factId'>;
  /** What the person takes from it, as it stands or corrected. */
  readonly fact?: Fact;
  /** The criteria read again with that fact. */
  readonly evaluations: readonly Evaluation[];
};
