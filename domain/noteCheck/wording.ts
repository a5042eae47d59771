import { findAny } from '../text/pattern.ts';
import { mentionOf, type Reading } from '../text/read.ts';
import type { Span } from '../text/span.ts';
import type { ReadyGuide, ReadyWording } from './guide.ts';

export type WordingFinding = Span & {
  readonly ruleId: string;
  readonly name: string;
  readonly quote: string;
  /** Ids of the indicators that it weakens. */
  readonly weakens: readonly string[];
  readonly why: string;
  readonly ifTrue: string;
};

const meets = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** Wording that reads as no longer needing the level, where nothing beside it says what need remains. */
export const wordingOf = (reading: Reading, guide: ReadyGuide): readonly WordingFinding[] => {
  const needed = reading.sentences.map((s) => findAny(guide.remainingNeed, s.tokens).length > 0);
  const goesOn = reading.sentences.map((s) => findAny(guide.goesOn, s.tokens).some((m) => m.start === 0));
  const ofRule = (rule: ReadyWording): readonly WordingFinding[] =>
    reading.sentences.flatMap((s, at) => {
      const excused = rule.excusedByNeed && (needed[at] || (goesOn[at + 1] && needed[at + 1]));
      if (excused) return [];
      const fine = findAny(rule.unless, s.tokens);
      return findAny(rule.phrases, s.tokens)
        .filter((m) => !fine.some((f) => meets(f, m)))
        .map((m) => mentionOf(reading, s, m))
        .filter((m) => m.assertion === 'affirmed')
        .map(({ from, to, quote }) => {
          const { id: ruleId, name, weakens, why, ifTrue } = rule;
          return { from, to, quote, ruleId, name, weakens, why, ifTrue };
        });
    });
  return guide.wording.flatMap(ofRule).toSorted((a, b) => a.from - b.from);
};
