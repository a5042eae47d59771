import type { RecordText } from '@openum/domain/denial/appeal/evidence.ts';
import type { Episode, EpisodeDenial } from '@openum/domain/episode/state.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import { usualDay } from '@openum/domain/time/usual.ts';
import type { PracticeActing } from '../acting.ts';
import { pagesOfDocument } from '../denialLetter/read.ts';
import { byDay } from '../packet/desk.ts';

/** Why a document does not count as the record at the time of service. */
export type NotOfTheTime = 'after' | 'undated' | 'payer';

export type RecordAtService = {
  readonly texts: readonly RecordText[];
  readonly left: Readonly<Record<string, NotOfTheTime>>;
};

const notOfTheTime = (d: EpisodeDenial, doc: Episode['documents'][number]): NotOfTheTime | undefined => {
  if (doc.kind === 'denialLetter' || doc.kind === 'payerLetter') return 'payer';
  if (!doc.recordedOn) return 'undated';
  return doc.recordedOn > d.to ? 'after' : undefined;
};

/** What had been written down by the last denied day, oldest first; what was written later proves nothing about it. */
export const recordAtService = async (
  me: PracticeActing,
  episodeId: string,
  e: Episode,
  d: EpisodeDenial,
): Promise<RecordAtService> => {
  const texts: RecordText[] = [];
  const left: Record<string, NotOfTheTime> = {};
  for (const doc of byDay(e.documents)) {
    const why = notOfTheTime(d, doc);
    if (why) {
      left[doc.documentId] = why;
      continue;
    }
    for (const { page, text } of await pagesOfDocument(me, episodeId, doc.documentId))
      texts.push({ text, at: (start, end) => ({ documentId: doc.documentId, page, start, end }) });
  }
  const { zone } = me.practice;
  const told = e.submissions.filter(
    (s) =>
      (s.submissionId === d.submissionId || (s.from <= d.to && d.from <= s.to)) && dateInZone(s.sentAt, zone) <= d.to,
  );
  for (const s of told) {
    const source = `Request of ${usualDay(dateInZone(s.sentAt, zone))}${s.reference ? `, reference ${s.reference}` : ''}`;
    texts.push({ text: s.clinicalSummary, at: () => ({ source }) });
  }
  return { texts, left };
};
