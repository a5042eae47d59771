import type { Case } from '@openum/domain/case/state.ts';
import { documentDate, type EvidenceDate, evidenceEndsOn, factDate } from '@openum/domain/retrospective/evidence.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';

export type EvidenceReading = {
  /** The last day of the service: what became known later is no evidence. */
  readonly endsOn: CalendarDate;
  readonly documents: readonly { readonly documentId: string; readonly date: EvidenceDate }[];
  /** Facts that are shown and that criteria do not read. */
  readonly lateFactIds: readonly string[];
};

/** What of a record counts in a review after the care; absent for every other review. */
export const readEvidence = (c: Case): EvidenceReading | undefined => {
  const endsOn = evidenceEndsOn(c.request);
  if (endsOn === undefined) return undefined;
  return {
    endsOn,
    documents: c.documents.map((d) => ({ documentId: d.documentId, date: documentDate(d, endsOn) })),
    lateFactIds: c.facts.filter((f) => factDate(f, c.request, c.documents) === 'late').map((f) => f.id),
  };
};
