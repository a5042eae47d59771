import type { Evaluation } from '../criteria/evaluation.ts';
import type { Fact } from '../fact/fact.ts';
import type { SuggestionAnswer } from './event.ts';

export type SuggestionCommand = {
  readonly type: 'AnswerSuggestion';
  readonly answer: SuggestionAnswer;
  /** The fact that a person takes from it, whose place in the document was looked at again. */
  readonly fact?: Fact;
  /** The criteria read again with that fact, or the set that a person chose. */
  readonly evaluations: readonly Evaluation[];
};
