import type { Case } from '../case/state.ts';
import type { Citation, NoteSide } from '../suggestion/suggestion.ts';

/** A passage of the record that a model found for a line, and a person took into the brief. */
export type BriefNote = {
  readonly side: NoteSide;
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly takenBy: string;
};

export const briefNotes = (c: Case, itemSequence: number): readonly BriefNote[] =>
  c.suggestionAnswers.flatMap(({ suggestion: s, verdict, changedTo, by }) =>
    s.kind === 'briefNote' && s.itemSequence === itemSequence && verdict !== 'rejected'
      ? [{ side: s.side, text: changedTo ?? s.text, citations: s.citations, takenBy: by }]
      : [],
  );
