import { hasPages } from '@openum/domain/document/reading.ts';
import { useDesk } from '../case/desk.ts';
import css from './document.module.css';
import { caseShelf, useReadings } from './usePages.ts';
import { readingWords } from './words.ts';

/** How far a document of the list has been read, or why it could not be. */
export const ReadingLine = ({ documentId }: { readonly documentId: string }) => {
  const { view } = useDesk();
  const paged = view.state.documents.filter(hasPages).map((d) => d.documentId);
  const { data } = useReadings(caseShelf(view.caseId), paged);
  if (!data || !paged.includes(documentId)) return null;
  return <div className={css.quiet}>{readingWords(data.readings.find((r) => r.documentId === documentId))}</div>;
};
