import type { Fact } from '@openum/domain/fact/fact.ts';
import type { Verdict } from '@openum/domain/suggestion/run.ts';

/** What a person makes of a suggestion. What was suggested comes from the record of the model's answer, never from the browser. */
export type SuggestionAct = {
  readonly type: 'AnswerSuggestion';
  readonly runId: string;
  readonly position: number;
  readonly verdict: Verdict;
  readonly reason?: string | undefined;
  /** Words as the person changed them. */
  readonly changedTo?: string | undefined;
  /** A fact as the person changed it; its place in the document stays. */
  readonly fact?: { readonly value: Fact['value']; readonly at?: string | undefined } | undefined;
};
