import { invalid, isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { ExtractedVerdict } from '@openum/domain/extraction/answer.ts';
import type { ExtractionCommand } from '@openum/domain/extraction/command.ts';
import { type ExtractedFact, verified } from '@openum/domain/extraction/extracted.ts';
import { factProblem } from '@openum/domain/fact/catalogue.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import {
  type CalendarDate,
  type Instant,
  instant,
  isCalendarDateText,
  isInstantText,
} from '@openum/domain/time/instant.ts';
import type { Acting, GivenFact } from '../case/act.ts';
import type { LoadedCase } from '../case/load.ts';
import { reevaluate } from '../criteria/reevaluate.ts';

/** What a person says to a fact that was read from a page. */
export type ExtractionAct = {
  readonly type: 'AnswerExtractedFact';
  readonly documentId: string;
  readonly page: number;
  readonly extractor: string;
  readonly extractorVersion: string;
  /** Place among the facts of its page and version. */
  readonly position: number;
  readonly verdict: ExtractedVerdict;
  readonly reason?: string | undefined;
  /** The fact as it should be, where it is corrected. */
  readonly corrected?: Pick<GivenFact, 'value' | 'at' | 'qualifiers'> | undefined;
};

const offered = async (act: ExtractionAct, { casework, tenant }: Acting, caseId: string) =>
  (await casework.extractedPages.ofCase({ tenantId: tenant.tenantId }, caseId)).find(
    (p) =>
      p.documentId === act.documentId &&
      p.page === act.page &&
      p.extractor === act.extractor &&
      p.extractorVersion === act.extractorVersion,
  )?.facts[act.position];

const dated = (text: string): CalendarDate | Instant =>
  isCalendarDateText(text) ? (text as CalendarDate) : instant(text);

/** The fact of the case that comes of it, with its place looked at once more and the name of the person who took it. */
const taken = async (
  act: ExtractionAct,
  { casework, tenant, actor }: Acting,
  caseId: string,
  extracted: ExtractedFact,
): Promise<Fact | Refusal> => {
  const { documentId, page, extractor, extractorVersion } = extracted;
  const read = await casework.documentPages.page({ tenantId: tenant.tenantId }, caseId, documentId, page);
  const there = read && verified({ documentId, page, text: read.text }, extracted);
  if (!there) return refuse('suggestionGone');
  const { value, at, qualifiers } = act.verdict === 'corrected' && act.corrected ? act.corrected : extracted;
  if (at && !isCalendarDateText(at) && !isInstantText(at)) return invalid('date', 'is a day or a moment');
  const by = `${extractor} ${extractorVersion}`;
  const fact: Fact = {
    id: casework.environment.newId(),
    key: extracted.key,
    value,
    ...(at ? { at: dated(at) } : {}),
    ...(qualifiers ? { qualifiers } : {}),
    source: {
      kind: 'document',
      ...{ documentId, page, start: there.span.from, end: there.span.to, quote: there.quote, extractor: by },
      by: { userId: actor.userId, name: actor.name, basis: act.reason?.trim() || 'Looked at on the page' },
    },
  };
  const problem = factProblem(fact, casework.knowledge.facts);
  return problem ? invalid(`fact ${fact.key}`, problem) : fact;
};

export const extractionCommandOf = async (
  act: ExtractionAct,
  acting: Acting,
  loaded: LoadedCase,
): Promise<ExtractionCommand | Refusal> => {
  const extracted = await offered(act, acting, loaded.caseId);
  if (!extracted) return refuse('suggestionUnknown');
  const answer = { extracted, verdict: act.verdict, ...(act.reason ? { reason: act.reason } : {}) };
  if (act.verdict === 'rejected') return { type: 'AnswerExtractedFact', answer, evaluations: [] };
  if (act.verdict === 'corrected' && !act.corrected) return refuse('fieldMissing', { field: 'corrected' });
  const fact = await taken(act, acting, loaded.caseId, extracted);
  if (isRefusal(fact)) return fact;
  const evaluations = reevaluate(loaded.state, [...loaded.state.facts, fact], acting);
  return { type: 'AnswerExtractedFact', answer, fact, evaluations };
};
