import { type PageText, verified } from '../extraction/extracted.ts';
import { type FactCatalogue, factProblem } from '../fact/catalogue.ts';
import type { Fact } from '../fact/fact.ts';
import { isNpi } from '../intake/npi.ts';
import type { Assertion } from '../text/rule.ts';
import type { Asserted } from './asserted.ts';
import type { DropReason } from './drop.ts';
import { forbiddenIn, isInstruction, type TextRules } from './forbidden.ts';
import {
  type AiSuggestion,
  type Citation,
  citationsOf,
  type GivenCitation,
  type IntakeField,
  type Proposal,
} from './suggestion.ts';
import type { UnitSaid } from './unitSaid.ts';
import { datesIn, numbersIn } from './written.ts';

/** What a proposal is held against: only what the model was shown, and what the product knows. */
export type CheckBasis = {
  readonly kind: AiSuggestion['kind'];
  readonly pages: readonly PageText[];
  readonly facts: FactCatalogue;
  /** What the record knows already. */
  readonly known: readonly Pick<Fact, 'key' | 'value' | 'at'>[];
  /** Sets of criteria that may be chosen for a line. */
  readonly criteria: readonly { readonly itemSequence: number; readonly criteriaId: string }[];
  readonly itemSequences: readonly number[];
  readonly unknownLeaves: readonly { readonly itemSequence: number; readonly leafPath: string }[];
  /** Fields of a fax that were asked for. */
  readonly fields: readonly IntakeField[];
  /** Codes that the words of a suggestion may name. */
  readonly codes: ReadonlySet<string>;
  /** Whether a code that was read off a page exists. */
  readonly isCode: (system: 'service' | 'diagnosis', code: string) => boolean;
  /** What the words of a draft may rest on: numbers that are not in it are not in the draft. */
  readonly sources: readonly string[];
  /** What the page says of the finding around a quote. */
  readonly asserted: Asserted;
  readonly unitSaid: UnitSaid;
};

const longestQuote = 600;
const mostAtOnce = 60;

/** A finding of the past is one of this patient; its day says when. */
const trueOfPatient: readonly Assertion[] = ['affirmed', 'historical'];

type Checked = AiSuggestion | DropReason;

const lineAround = (text: string, { from, to }: Citation['span']): string => {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', to);
  return text.slice(start, end < 0 ? text.length : end);
};

/** The place at which the page bears the quote out, or why there is none. */
const cited = ({ documentId, page, quote }: GivenCitation, { pages }: CheckBasis): Citation | DropReason => {
  if (quote.length > longestQuote) return 'tooLong';
  const text = pages.find((p) => p.documentId === documentId && p.page === page);
  if (!text) return 'pageUnknown';
  const found = verified(text, {
    ...{
      key: '',
      value: { kind: 'boolean', value: true } as const,
      extractor: '',
      extractorVersion: '',
      confidence: 0,
    },
    ...{ documentId, page, quote, span: { from: 0, to: 0 } },
  });
  if (!found) return 'quoteNotFound';
  const citation = { documentId, page, quote: found.quote, span: found.span };
  return isInstruction(lineAround(text.text, citation.span)) ? 'instruction' : citation;
};

const allCited = (given: readonly GivenCitation[], basis: CheckBasis): readonly Citation[] | DropReason => {
  const found: Citation[] = [];
  for (const g of given) {
    const c = cited(g, basis);
    if (typeof c === 'string') return c;
    found.push(c);
  }
  return found;
};

const without = <T extends { readonly at?: unknown }>({ at: _, ...rest }: T) => rest;

const sameFact = (a: Pick<Fact, 'key' | 'value' | 'at'>, b: Pick<Fact, 'key' | 'value' | 'at'>): boolean =>
  a.key === b.key && JSON.stringify(a.value) === JSON.stringify(b.value) && (a.at ?? '') === (b.at ?? '');

const bearsValue = (value: Fact['value'], quote: string): boolean => {
  switch (value.kind) {
    case 'quantity':
      return numbersIn(quote).includes(value.value);
    case 'date':
      return datesIn(quote).some((d) => d.day === value.value);
    case 'text':
      return quote.toLowerCase().includes(value.value.trim().toLowerCase());
    case 'boolean':
    case 'code':
      return true;
    default: {
      const never: never = value;
      return never;
    }
  }
};

const factChecked = (p: Extract<Proposal, { kind: 'factFromText' }>, basis: CheckBasis): Checked => {
  const citation = cited(p.citation, basis);
  if (typeof citation === 'string') return citation;
  const { at, value } = p.fact;
  if (factProblem(p.fact, basis.facts) || basis.facts.byKey.get(p.fact.key)?.derivedFrom) return 'codeUnknown';
  if (!bearsValue(value, citation.quote)) return 'valueNotInQuote';
  if (value.kind === 'quantity') {
    const unit = basis.unitSaid(citation.quote, p.fact.key, value);
    if (unit !== 'said') return unit === 'misread' ? 'misread' : 'unitNotInQuote';
  }
  const said = basis.asserted(citation, p.fact);
  const denied = value.kind === 'boolean' && !value.value;
  if (denied ? said !== 'negated' : !trueOfPatient.includes(said)) return 'notAsserted';
  // A day that does not stand on the page stays unknown; the finding itself does stand there.
  const page = basis.pages.find((x) => x.documentId === citation.documentId && x.page === citation.page);
  const dated = at !== undefined && datesIn(page?.text ?? '').some((d) => at.startsWith(d.day));
  const fact = at === undefined || dated ? p.fact : without(p.fact);
  return basis.known.some((k) => sameFact(k, fact)) ? 'alreadyKnown' : { ...p, fact, citation };
};

const fieldChecked = (p: Extract<Proposal, { kind: 'intakeField' }>, basis: CheckBasis): Checked => {
  if (!basis.fields.includes(p.field)) return 'wrongKind';
  const citation = cited(p.citation, basis);
  if (typeof citation === 'string') return citation;
  const { field, value } = p;
  const isDay = field === 'memberBirthDate' || field === 'serviceStart';
  const stands = isDay
    ? datesIn(citation.quote).some((d) => d.day === value)
    : citation.quote.replace(/\s+/g, ' ').toLowerCase().includes(value.replace(/\s+/g, ' ').trim().toLowerCase());
  if (!stands || value.trim() === '') return 'valueNotInQuote';
  if (field === 'providerNpi' && !isNpi(value)) return 'codeUnknown';
  if (field === 'memberNumber' && !/^[A-Za-z0-9-]{4,30}$/.test(value)) return 'malformed';
  if (field === 'serviceCode' && !basis.isCode('service', value)) return 'codeUnknown';
  if (field === 'diagnosisCode' && !basis.isCode('diagnosis', value)) return 'codeUnknown';
  return { ...p, citation };
};

/** Numbers of a text that stand in none of its sources. */
const madeUp = (text: string, sources: readonly string[]): boolean => {
  const known = new Set(sources.flatMap(numbersIn));
  return numbersIn(text).some((n) => !known.has(n));
};

const textRules = (longest: number, { codes }: CheckBasis): TextRules => ({ longest, codes });

const wordsChecked = (text: string, longest: number, basis: CheckBasis, evidence: readonly Citation[]) =>
  forbiddenIn(text, textRules(longest, basis)) ??
  (madeUp(text, [...basis.sources, ...evidence.map((c) => c.quote)]) ? ('valueNotInQuote' as const) : undefined);

const one = (p: Proposal, basis: CheckBasis): Checked => {
  if (p.kind !== basis.kind) return 'wrongKind';
  if ('itemSequence' in p && !basis.itemSequences.includes(p.itemSequence)) return 'lineUnknown';
  switch (p.kind) {
    case 'factFromText':
      return factChecked(p, basis);
    case 'intakeField':
      return fieldChecked(p, basis);
    case 'criteriaSet': {
      const fits = basis.criteria.some((c) => c.itemSequence === p.itemSequence && c.criteriaId === p.criteriaId);
      if (!fits) return 'codeUnknown';
      const citations = allCited(p.citations, basis);
      if (typeof citations === 'string') return citations;
      return wordsChecked(p.reason, 600, basis, citations) ?? { ...p, citations };
    }
    case 'informationRequest': {
      const { itemSequence, leafPath } = p;
      const open = basis.unknownLeaves.some((l) => l.itemSequence === itemSequence && l.leafPath === leafPath);
      return open ? (wordsChecked(p.text, 600, basis, []) ?? p) : 'lineUnknown';
    }
    case 'briefNote': {
      const citations = allCited(p.citations, basis);
      if (typeof citations === 'string') return citations;
      if (citations.length === 0 && p.side !== 'question') return 'quoteMissing';
      return wordsChecked(p.text, 500, basis, citations) ?? { ...p, citations };
    }
    case 'letterDraft':
      return wordsChecked(p.text, 4000, basis, []) ?? p;
    case 'appealDraft': {
      const citations = allCited(p.citations, basis);
      if (typeof citations === 'string') return citations;
      if (citations.length === 0) return 'quoteMissing';
      const no = forbiddenIn(p.text, { ...textRules(800, basis), mayNameDecision: true });
      return (
        no ??
        (madeUp(
          p.text,
          citations.map((c) => c.quote),
        )
          ? 'valueNotInQuote'
          : { ...p, citations })
      );
    }
    default: {
      const never: never = p;
      return never;
    }
  }
};

/** What makes two suggestions one for a reader. The same question may stand in several places of a tree. */
const fingerprint = (s: AiSuggestion): string => {
  if (s.kind === 'factFromText')
    return JSON.stringify([s.fact, s.citation.documentId, s.citation.page, s.citation.span]);
  if (s.kind === 'informationRequest') return JSON.stringify([s.itemSequence, s.text]);
  return JSON.stringify({ ...s, citation: undefined, citations: undefined });
};

export type CheckedAll = { readonly kept: readonly AiSuggestion[]; readonly dropped: readonly DropReason[] };

/**
 * What of a model's answer a person may see. Whatever is not borne out by its page, names what does not exist, decides, commands or
 * leads elsewhere is dropped, with its reason.
 */
export const checked = (proposals: readonly Proposal[], basis: CheckBasis): CheckedAll => {
  const kept: AiSuggestion[] = [];
  const dropped: DropReason[] = [];
  const seen = new Set<string>();
  for (const p of proposals) {
    const c = kept.length >= mostAtOnce ? 'tooMany' : one(p, basis);
    if (typeof c === 'string') dropped.push(c);
    else if (seen.has(fingerprint(c))) dropped.push('repeated');
    else {
      seen.add(fingerprint(c));
      kept.push(c);
    }
  }
  return { kept, dropped };
};

/** Whether each quote of a suggestion still stands on its page: asked again when a person takes it. */
export const stillBorneOut = (s: AiSuggestion, pages: readonly PageText[]): boolean =>
  citationsOf(s).every(({ documentId, page, quote, span }) =>
    pages.some((p) => p.documentId === documentId && p.page === page && p.text.slice(span.from, span.to) === quote),
  );
