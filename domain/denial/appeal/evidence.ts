import { findingOf } from '../../noteCheck/finding.ts';
import { type ConceptRef, levelGuideFor, type ReadyGuide } from '../../noteCheck/guide.ts';
import { readText } from '../../text/read.ts';
import type { ReadyTextRules } from '../../text/rule.ts';
import type { AppealQuote } from './draft.ts';
import type { AppealLeaf } from './leaf.ts';

/** A piece of the record that can be quoted, with where it stands. */
export type RecordText = {
  readonly text: string;
  readonly at: (start: number, end: number) => AppealQuote['from'];
};

export type LeafEvidence = {
  readonly leafId: string;
  readonly supports: readonly AppealQuote[];
  /** What the payer may hold against it; it does not go into the letter. */
  readonly against: readonly AppealQuote[];
};

type Said = { readonly concept: ConceptRef; readonly standing: 'supports' | 'against'; readonly quote: AppealQuote };

/** Sentences of more words than anybody quotes are tables that were read as one. */
const longestQuote = 600;
const mostQuotes = 6;

const saidIn = (
  { text, at }: RecordText,
  levelOfCare: string,
  guide: ReadyGuide,
  rules: ReadyTextRules,
): readonly Said[] => {
  const reading = readText(text, rules);
  const bounds = levelGuideFor(guide, levelOfCare)?.bounds ?? [];
  return guide.indicators.flatMap((indicator) =>
    findingOf(reading, indicator, 'helpful', bounds).evidence.flatMap((e): readonly Said[] => {
      if (e.standing === 'aside') return [];
      const raw = text.slice(e.sentence.from, e.sentence.to);
      const quote = raw.trim();
      if (quote === '' || quote.length > longestQuote) return [];
      const start = e.sentence.from + raw.indexOf(quote);
      return [
        {
          concept: e.concept,
          standing: e.standing,
          quote: { text: quote, from: at(start, start + quote.length) },
        },
      ];
    }),
  );
};

const bears = (said: Said, leaf: AppealLeaf): boolean =>
  leaf.concepts.some((c) => said.concept === c || said.concept.startsWith(`${c}.`));

const distinct = (quotes: readonly AppealQuote[]): readonly AppealQuote[] =>
  [...new Map(quotes.map((q) => [JSON.stringify(q.from), q])).values()].slice(0, mostQuotes);

/** What the record says to each point, in the order in which its texts are given. */
export const evidenceFor = (
  leaves: readonly AppealLeaf[],
  texts: readonly RecordText[],
  levelOfCare: string,
  guide: ReadyGuide,
  rules: ReadyTextRules,
): readonly LeafEvidence[] => {
  const all = texts.flatMap((t) => saidIn(t, levelOfCare, guide, rules));
  return leaves.map((leaf) => {
    const own = all.filter((s) => bears(s, leaf));
    const of = (standing: Said['standing']) => distinct(own.filter((s) => s.standing === standing).map((s) => s.quote));
    return { leafId: leaf.leafId, supports: of('supports'), against: of('against') };
  });
};
