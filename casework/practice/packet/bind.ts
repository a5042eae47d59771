import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Episode } from '@openum/domain/episode/state.ts';
import type { BoundPart, ChosenPages } from '@openum/domain/packet/record.ts';
import { standingDocument } from '@openum/domain/practiceDocument/decide.ts';
import { usualDay } from '@openum/domain/time/usual.ts';
import type { Bound, NotBound, Paper, PartToBind } from '../../port/bundlePrinter.ts';
import type { PracticeActing } from '../acting.ts';

const problemWords: Record<NotBound['problem'], string> = {
  locked: 'it is locked with a password',
  unreadable: 'it is damaged or of a kind that cannot be printed',
  noSuchPage: 'it does not have the pages that were chosen',
  tooLong: 'with it the file would have more than 1,000 pages',
};

export type BoundFile = Pick<Bound, 'pdf' | 'pages'> & { readonly parts: readonly BoundPart[] };

type Source = { readonly chosen: ChosenPages; readonly title: string; readonly part: PartToBind };

/** Binds documents of an episode behind a paper. `stampOf` names what is printed on the pages of the n-th, from 0. */
export const bindDocuments = async (
  { casework, scope }: PracticeActing,
  episodeId: string,
  e: Episode,
  chosen: readonly ChosenPages[],
  paper: Paper,
  stampOf: (at: number) => string | undefined = () => undefined,
): Promise<BoundFile | Refusal> => {
  const sources: Source[] = [];
  for (const [at, c] of chosen.entries()) {
    const document = standingDocument(e, c.documentId);
    const file = document && (await casework.episodes.file(scope, episodeId, c.documentId));
    if (!document || !file) return refuse('episodeDocumentUnknown');
    const { title, recordedOn } = document;
    const stamp = stampOf(at);
    sources.push({
      chosen: c,
      title,
      part: {
        title,
        ...(recordedOn ? { written: usualDay(recordedOn) } : {}),
        ...(stamp ? { stamp } : {}),
        ...(c.pages ? { pages: c.pages } : {}),
        bytes: file.bytes,
      },
    });
  }
  const bound = await casework.bundlePrinter(
    paper,
    sources.map((s) => s.part),
  );
  if ('problem' in bound)
    return refuse('documentNotBound', {
      title: sources[bound.part]?.title ?? '',
      problem: problemWords[bound.problem],
    });
  return {
    pdf: bound.pdf,
    pages: bound.pages,
    parts: sources.map(({ chosen: c, title }, at) => {
      const recordedOn = standingDocument(e, c.documentId)?.recordedOn;
      const { firstPage = 0, lastPage = 0 } = bound.parts[at] ?? {};
      return { ...c, title, ...(recordedOn ? { recordedOn } : {}), firstPage, lastPage };
    }),
  };
};
