import { findPattern, type Match } from './pattern.ts';
import type { Assertion, ReadyTextRules } from './rule.ts';
import type { Sentence } from './sentence.ts';

type Place = Pick<Match, 'start' | 'end'>;
type Cue = Place & Omit<ReadyTextRules['cues'][number], 'patterns'>;

/** A sentence with the words in it that change what others say. */
export type CuedSentence = Sentence & { readonly cues: readonly Cue[]; readonly stops: readonly Place[] };

const meet = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;

export const cued = (sentence: Sentence, rules: ReadyTextRules): CuedSentence => {
  const { tokens } = sentence;
  const places = (patterns: ReadyTextRules['noCues']) => patterns.flatMap((p) => findPattern(p, tokens));
  const none = places(rules.noCues);
  const cues = rules.cues
    .flatMap(({ patterns, ...cue }) => places(patterns).map((m) => ({ ...cue, start: m.start, end: m.end })))
    .filter((c) => !none.some((n) => n.start <= c.start && c.end <= n.end));
  return { ...sentence, cues, stops: places(rules.stops) };
};

const reaches = (cue: Cue, match: Place, s: CuedSentence): boolean => {
  if (meet(cue, match)) return false;
  const [near, far] = cue.direction === 'forward' ? [cue.end, match.start] : [match.end, cue.start];
  if (far < near || far - near > cue.words) return false;
  if (cue.afterColon && !s.tokens[cue.start - 1]?.colon) return false;
  if (cue.atEnd && cue.end < s.tokens.length) return false;
  return !s.stops.some((stop) => stop.start >= near && stop.end <= far);
};

/** Of several, the one that says most surely that it is not a finding of this patient now. */
const strongest = ['otherPerson', 'hypothetical', 'negated', 'historical'] as const;

/** What the sentence says of the words found in it. */
export const assertionOf = (s: CuedSentence, match: Place, rules: ReadyTextRules): Assertion => {
  if (s.unticked) return 'unticked';
  const said = new Set<Assertion>(s.cues.filter((c) => reaches(c, match, s)).map((c) => c.assertion));
  const section = rules.ofSection.get(s.section);
  if (section) said.add(section);
  return strongest.find((a) => said.has(a)) ?? 'affirmed';
};
