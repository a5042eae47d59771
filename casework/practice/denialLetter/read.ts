import { letterCues } from '@openum/content/denialLetter/load.ts';
import { type LetterSuggestion, suggestFromLetter } from '@openum/domain/denial/letter/suggest.ts';
import type { DocumentReading } from '@openum/domain/document/reading.ts';
import type { Denial, SubmissionKind } from '@openum/domain/episode/record.ts';
import { finalAnswer } from '@openum/domain/episode/state.ts';
import type { AppealLevelRule } from '@openum/domain/payer/card.ts';
import { appealLevel } from '@openum/domain/payer/question.ts';
import { standingDocument } from '@openum/domain/practiceDocument/decide.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { KeptPage } from '../../port/documentPages.ts';
import type { PracticeActing } from '../acting.ts';
import { loadEpisode } from '../episode/load.ts';
import { cardsOn } from '../payer/cards.ts';

export type DenialLetterReading = {
  readonly episodeId: string;
  readonly version: number;
  readonly today: CalendarDate;
  readonly title: string;
  /** Absent: nobody has begun to read it. */
  readonly reading?: DocumentReading;
  readonly suggestions: readonly LetterSuggestion[];
  readonly coverages: readonly {
    readonly coverageId: string;
    readonly payerName: string;
    /** The first level of appeal by the payer's card. */
    readonly appeal?: AppealLevelRule;
  }[];
  /** Denials that stand: the letter may be that of one of them. */
  readonly denials: readonly Pick<
    Denial,
    'denialId' | 'coverageId' | 'from' | 'to' | 'amount' | 'receivedOn' | 'source' | 'letter'
  >[];
  /** Requests that the letter may answer. */
  readonly submissions: readonly {
    readonly submissionId: string;
    readonly coverageId: string;
    readonly kind: SubmissionKind;
    readonly levelOfCare: string;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly answered: boolean;
  }[];
  /** Charge of a day at each level, in cents, for what is at stake. */
  readonly charges: Readonly<Record<string, number>>;
};

/** A document's pages as far as they have been read. */
export const pagesOfDocument = async (
  { casework, scope }: PracticeActing,
  episodeId: string,
  documentId: string,
): Promise<readonly KeptPage[]> => {
  const { documentPages } = casework;
  const summaries = await documentPages.summaries(scope, episodeId, documentId);
  const pages = await Promise.all(summaries.map((s) => documentPages.page(scope, episodeId, documentId, s.page)));
  return pages.filter((p) => p !== undefined);
};

/** What stands beside a letter of denial while somebody writes down what it says. */
export const readDenialLetter = async (
  me: PracticeActing,
  episodeId: string,
  documentId: string,
): Promise<DenialLetterReading | undefined> => {
  const { casework, scope, today } = me;
  const loaded = await loadEpisode(casework.episodes, scope, episodeId);
  const document = loaded && standingDocument(loaded.state, documentId);
  if (!loaded || !document) return undefined;
  const e = loaded.state;
  const [pages, readings, cards] = await Promise.all([
    pagesOfDocument(me, episodeId, documentId),
    casework.documentPages.readings(scope, episodeId),
    cardsOn(casework, scope, today),
  ]);
  const reading = readings.find((r) => r.documentId === documentId);
  return {
    episodeId,
    version: e.version,
    today,
    title: document.title,
    ...(reading ? { reading } : {}),
    suggestions: suggestFromLetter(pages, letterCues),
    coverages: e.coverages.map(({ coverageId, payerId, payerName }) => {
      const level = appealLevel(cards.get(payerId)?.card, 1);
      return { coverageId, payerName, ...(level.kind === 'known' ? { appeal: level.said.value } : {}) };
    }),
    denials: e.denials.map(({ denialId, coverageId, from, to, amount, receivedOn, source, letter }) => ({
      denialId,
      coverageId,
      from,
      to,
      amount,
      receivedOn,
      source,
      ...(letter ? { letter } : {}),
    })),
    submissions: e.submissions.map((s) => ({
      submissionId: s.submissionId,
      coverageId: s.coverageId,
      kind: s.kind,
      levelOfCare: s.levelOfCare,
      from: s.from,
      to: s.to,
      answered: finalAnswer(s) !== undefined,
    })),
    charges: Object.fromEntries(e.levels.map((l) => [l.programme.levelOfCare, l.programme.charge])),
  };
};
