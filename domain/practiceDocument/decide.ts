import { required } from '../case/decided.ts';
import { invalid, type Refusal, refuse } from '../case/refusal.ts';
import type { EpisodeCommandOf } from '../episode/command.ts';
import { type EpisodeDecided, firstOf } from '../episode/decided.ts';
import type { Episode } from '../episode/state.ts';
import type { CalendarDate } from '../time/instant.ts';
import type { EpisodeDocument } from './record.ts';

export const standingDocument = (e: Pick<Episode, 'documents'>, documentId: string): EpisodeDocument | undefined =>
  e.documents.find((d) => d.documentId === documentId && !d.withdrawn);

const notYet = (recordedOn: CalendarDate | undefined, today: CalendarDate): Refusal | undefined =>
  recordedOn !== undefined && recordedOn > today ? invalid('recordedOn', 'it lies in the future') : undefined;

export const addDocument = (e: Episode, command: EpisodeCommandOf<'AddDocument'>): EpisodeDecided => {
  const { type: _t, actor: _a, now: _n, today, occurredAt: _o, ...data } = command;
  const same = e.documents.find((d) => d.sha256 === data.sha256 && !d.withdrawn);
  return (
    firstOf(
      required('title', data.title),
      data.sizeBytes > 0 ? undefined : invalid('document', 'the file is empty'),
      notYet(data.recordedOn, today),
      same ? refuse('documentRepeated', { title: same.title }) : undefined,
    ) ?? [{ type: 'DocumentAdded', data }]
  );
};

export const describeDocument = (e: Episode, command: EpisodeCommandOf<'DescribeDocument'>): EpisodeDecided => {
  const { type: _t, actor: _a, now: _n, today, occurredAt: _o, ...data } = command;
  return (
    firstOf(
      standingDocument(e, data.documentId) ? undefined : refuse('episodeDocumentUnknown'),
      required('title', data.title),
      notYet(data.recordedOn, today),
    ) ?? [{ type: 'DocumentDescribed', data }]
  );
};

export const withdrawDocument = (
  e: Episode,
  { documentId, reason }: EpisodeCommandOf<'WithdrawDocument'>,
): EpisodeDecided =>
  firstOf(
    standingDocument(e, documentId) ? undefined : refuse('episodeDocumentUnknown'),
    required('reason', reason),
  ) ?? [{ type: 'DocumentWithdrawn', data: { documentId, reason } }];
