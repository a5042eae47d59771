import type { RecordedEvent } from '../case/event.ts';
import type { Case } from '../case/state.ts';
import type { Evaluation, LeafFinding } from '../criteria/evaluation.ts';
import type { ExtractedFact } from '../extraction/extracted.ts';
import type { Fact, FactValue } from '../fact/fact.ts';
import type { AiSuggestion, Citation } from '../suggestion/suggestion.ts';
import { type Part2Rule, part2Documents, part2Ground } from './part2.ts';

/** What stands in place of a value that was read out of a protected document. */
export const hiddenValue: FactValue = { kind: 'text', value: 'A protected fact' };
const hiddenWords = 'Protected words of the record.';

export const isWithheld = ({ value }: Pick<Fact, 'value'>): boolean =>
  value.kind === 'text' && value.value === hiddenValue.value;

/** What of a case is kept from those who may not open its protected documents. */
export type Withheld = {
  readonly documentIds: ReadonlySet<string>;
  /** The case as a whole is protected, so that no fact but those of the request form is shown. */
  readonly whole: boolean;
  readonly factIds: ReadonlySet<string>;
};

const rests = (fact: Fact, documentIds: ReadonlySet<string>, whole: boolean, factIds: ReadonlySet<string>): boolean => {
  switch (fact.source.kind) {
    case 'document':
      return documentIds.has(fact.source.documentId);
    case 'derived':
      return fact.source.from.some((id) => factIds.has(id));
    case 'resource':
    case 'person':
      return whole;
    case 'request':
      return false;
    default: {
      const never: never = fact.source;
      return never;
    }
  }
};

/** Undefined when nothing of the case is protected. */
export const withheldOf = (c: Case, events: readonly RecordedEvent[], rule: Part2Rule): Withheld | undefined => {
  const documentIds = new Set(part2Documents(c, rule));
  const whole = part2Ground(c, rule) !== undefined;
  if (documentIds.size === 0 && !whole) return undefined;
  const factIds = new Set<string>();
  const facts = events.flatMap((e) => (e.type === 'FactsRecorded' ? e.data.facts : []));
  // What is worked out may stand before what it was worked out from.
  for (let before = -1; before < factIds.size; ) {
    before = factIds.size;
    for (const f of facts) if (rests(f, documentIds, whole, factIds)) factIds.add(f.id);
  }
  return { documentIds, whole, factIds };
};

/** The same fact by its name, without its value, its day and the words of the page. */
const withoutValue = ({ id, key, source }: Fact): Fact => ({
  ...{ id, key, value: hiddenValue },
  source:
    source.kind === 'document'
      ? { ...source, quote: '', ...(source.by ? { by: { ...source.by, basis: '' } } : {}) }
      : source.kind === 'person'
        ? { ...source, basis: '' }
        : source,
});

/** Whether a point is met would often be the value itself. */
const leafWithout = (leaf: LeafFinding, { factIds }: Withheld): LeafFinding => {
  if (!leaf.factIds.some((id) => factIds.has(id))) return leaf;
  const { overruled, ...rest } = leaf;
  return { ...rest, truth: 'unknown', explanation: 'It rests on a protected fact.' };
};

const evaluationWithout = (e: Evaluation, held: Withheld): Evaluation => ({
  ...e,
  leaves: e.leaves.map((l) => leafWithout(l, held)),
});

export const extractedWithout = (fact: ExtractedFact, { documentIds }: Withheld): ExtractedFact => {
  if (!documentIds.has(fact.documentId)) return fact;
  const { at, qualifiers, ...rest } = fact;
  return { ...rest, value: hiddenValue, quote: '' };
};

const cites = (citations: readonly Citation[], { documentIds }: Withheld): boolean =>
  citations.some((c) => documentIds.has(c.documentId));
const withoutQuotes = (citations: readonly Citation[]): readonly Citation[] =>
  citations.map((c) => ({ ...c, quote: '' }));

/** A suggestion without what it took from protected documents. Words that name no page are withheld where the whole case is protected. */
export const suggestionWithout = (s: AiSuggestion, held: Withheld): AiSuggestion => {
  switch (s.kind) {
    case 'factFromText':
      return held.whole || cites([s.citation], held)
        ? { ...s, fact: { key: s.fact.key, value: hiddenValue }, citation: { ...s.citation, quote: '' } }
        : s;
    case 'intakeField':
      return held.whole || cites([s.citation], held)
        ? { ...s, value: hiddenWords, citation: { ...s.citation, quote: '' } }
        : s;
    case 'criteriaSet':
      return held.whole || cites(s.citations, held)
        ? { ...s, reason: hiddenWords, citations: withoutQuotes(s.citations) }
        : s;
    case 'briefNote':
    case 'appealDraft':
      return held.whole || cites(s.citations, held)
        ? { ...s, text: hiddenWords, citations: withoutQuotes(s.citations) }
        : s;
    case 'informationRequest':
    case 'letterDraft':
      return held.whole ? { ...s, text: hiddenWords } : s;
    default: {
      const never: never = s;
      return never;
    }
  }
};

const eventWithout = <E extends RecordedEvent>(e: E, held: Withheld): E => {
  switch (e.type) {
    case 'FactsRecorded': {
      const facts = e.data.facts.map((f) => (held.factIds.has(f.id) ? withoutValue(f) : f));
      return { ...e, data: { ...e.data, facts } };
    }
    case 'CriteriaEvaluated': {
      const evaluations = e.data.evaluations.map((v) => evaluationWithout(v, held));
      return { ...e, data: { ...e.data, evaluations } };
    }
    case 'ExtractedFactAnswered':
      return { ...e, data: { ...e.data, extracted: extractedWithout(e.data.extracted, held) } };
    case 'SuggestionAnswered': {
      const suggestion = suggestionWithout(e.data.suggestion, held);
      if (suggestion === e.data.suggestion) return e;
      const { changedTo, ...data } = e.data;
      return { ...e, data: { ...data, suggestion } };
    }
    default:
      return e;
  }
};

/** The log of a case as it is shown to those who may not open its protected documents. */
export const eventsWithout = <E extends RecordedEvent>(events: readonly E[], held: Withheld): readonly E[] =>
  events.map((e) => eventWithout(e, held));
