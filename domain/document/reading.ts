import type { PageKind } from './classify.ts';
import type { PageMethod, Unreadable } from './page.ts';

/** A message in a machine's words is shown by its resources; it has no pages. */
export const hasPages = ({
  origin,
  contentType,
  uploaded,
}: {
  readonly origin: string;
  readonly contentType: string;
  readonly uploaded?: true;
}): boolean => uploaded === true || !(origin.startsWith('message:') && /\b(json|hl7)/.test(contentType));

/** How far the reading of a file has come. What was not begun has none. */
export type DocumentReading = {
  readonly documentId: string;
  readonly state: 'reading' | 'read' | 'unreadable';
  /** Pages that the file has; absent until it was opened, or when it could not be. */
  readonly pages?: number;
  /** Pages that are kept. */
  readonly pagesRead: number;
  readonly problem?: Unreadable;
};

/** A page in a list, without its text. */
export type PageSummary = {
  readonly page: number;
  readonly firstLine: string;
  readonly method: PageMethod;
  readonly aspect: number;
  readonly confidence?: number;
  readonly problem?: Unreadable;
  readonly kind?: PageKind;
};
