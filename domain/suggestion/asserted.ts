import type { PageText } from '../extraction/extracted.ts';
import type { FactCatalogue } from '../fact/catalogue.ts';
import type { Fact } from '../fact/fact.ts';
import { assertionOf } from '../text/assertion.ts';
import { type Reading, readText } from '../text/read.ts';
import type { Assertion, ReadyTextRules } from '../text/rule.ts';
import type { Citation } from './suggestion.ts';

const strongest: readonly Assertion[] = ['unticked', 'otherPerson', 'hypothetical', 'negated', 'historical'];

export type Asserted = (citation: Citation, fact: Pick<Fact, 'key' | 'value'>) => Assertion;

/**
 * What the sentence around a quote says of the finding in it: of this patient or of another, as true, denied, or only feared. The
 * same rules that read documents without a model.
 */
export const asserted = (pages: readonly PageText[], facts: FactCatalogue, rules: ReadyTextRules): Asserted => {
  const readings = new Map<PageText, Reading>();
  const readingOf = (page: PageText): Reading => {
    const before = readings.get(page);
    if (before) return before;
    const made = readText(page.text, rules);
    readings.set(page, made);
    return made;
  };
  return ({ documentId, page, span }, fact) => {
    const of = pages.find((p) => p.documentId === documentId && p.page === page);
    if (!of) return 'affirmed';
    const named = new Set((facts.byKey.get(fact.key)?.label ?? '').toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
    const { value } = fact;
    const said = readingOf(of)
      .sentences.filter((s) => s.from < span.to && span.from < s.to)
      .flatMap((s) => {
        const inQuote = s.tokens
          .map((token, at) => ({ token, at }))
          .filter(({ token, at }) => {
            const isCue = s.cues.some((c) => c.start <= at && at < c.end);
            return !isCue && token.from < span.to && span.from < token.to;
          });
        const telling = inQuote.filter(({ token }) =>
          value.kind === 'quantity' ? token.value === value.value : named.has(token.word),
        );
        return (telling.length > 0 ? telling : inQuote).map(({ at }) =>
          assertionOf(s, { start: at, end: at + 1 }, rules),
        );
      });
    return strongest.find((a) => said.includes(a)) ?? 'affirmed';
  };
};
