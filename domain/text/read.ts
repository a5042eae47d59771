import { assertionOf, type CuedSentence, cued } from './assertion.ts';
import { findAny, type Match, type Pattern } from './pattern.ts';
import type { Assertion, ReadyTextRules } from './rule.ts';
import { sentencesOf } from './sentence.ts';
import type { Span } from './span.ts';

/** A text taken apart; every place in it is an offset into `text`. */
export type Reading = {
  readonly text: string;
  readonly rules: ReadyTextRules;
  readonly sentences: readonly CuedSentence[];
};

/** Words of the text that say something, and what of whom. */
export type Mention = Span & {
  readonly quote: string;
  readonly assertion: Assertion;
  readonly numbers: readonly number[];
  /** The sentence around it. */
  readonly sentence: Span;
};

export const readText = (text: string, rules: ReadyTextRules): Reading => ({
  text,
  rules,
  sentences: sentencesOf(text, rules).map((s) => cued(s, rules)),
});

export const mentionOf = ({ text, rules }: Reading, s: CuedSentence, m: Match): Mention => {
  const from = s.tokens[m.start]?.from ?? s.from;
  const to = s.tokens[m.end - 1]?.to ?? s.to;
  const assertion = assertionOf(s, m, rules);
  return { from, to, quote: text.slice(from, to), assertion, numbers: m.numbers, sentence: { from: s.from, to: s.to } };
};

/** Every mention of any of these phrases, in the order of the text. */
export const mentionsOf = (reading: Reading, patterns: readonly Pattern[]): readonly Mention[] =>
  reading.sentences.flatMap((s) => findAny(patterns, s.tokens).map((m) => mentionOf(reading, s, m)));
