import { documentCues } from '@openum/content/document/load.ts';
import { classifyPage } from '@openum/domain/document/classify.ts';
import { hasPages } from '@openum/domain/document/reading.ts';
import { type Instant, millisecondsBetween } from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';
import type { Scope } from '../port/scope.ts';
import { caseShelf, type DocumentShelf, type ShelvedDocument } from './shelf.ts';

type Reading = {
  readonly casework: Casework;
  readonly scope: Scope;
  readonly shelf: DocumentShelf;
  /** Whether the time given for this turn is over. */
  readonly isOver: () => boolean;
};

/** Reads on where an earlier turn stopped. False: there are pages left. */
const readOne = async ({ casework, scope, shelf, isOver }: Reading, document: ShelvedDocument): Promise<boolean> => {
  const { documentPages, documentReader } = casework;
  const { documentId } = document;
  const { shelfId } = shelf;
  const kept = await shelf.bytesOf(document);
  const file = kept ? await documentReader.open(kept.bytes) : { problem: 'empty' as const };
  if ('problem' in file) {
    await documentPages.saveReading(scope, shelfId, { documentId, state: 'unreadable', problem: file.problem });
    return true;
  }
  try {
    const { pages } = file;
    const last = Math.min(pages, documentReader.maxPages);
    await documentPages.saveReading(scope, shelfId, { documentId, state: 'reading', pages });
    const there = new Set((await documentPages.summaries(scope, shelfId, documentId)).map((p) => p.page));
    for (let n = 1; n <= last; n++) {
      if (there.has(n)) continue;
      if (isOver()) return false;
      const page = await file.page(n);
      const kind = classifyPage(page.text, documentCues);
      await documentPages.savePage(scope, shelfId, documentId, { ...page, ...(kind ? { kind } : {}) });
    }
    await documentPages.saveReading(scope, shelfId, {
      documentId,
      state: 'read',
      pages,
      ...(pages > last ? { problem: 'tooManyPages' as const } : {}),
    });
    return true;
  } finally {
    file.close();
  }
};

/**
 * Reads documents page by page, as far as it comes within `milliseconds`; at least one page each time. What was kept is not read
 * again, so that it may be interrupted anywhere. Gives the moment to go on, when something is left.
 */
export const readShelf = async (
  casework: Casework,
  scope: Scope,
  shelf: DocumentShelf,
  milliseconds: number,
): Promise<{ readonly againAt: Instant } | undefined> => {
  const finished = new Set(
    (await casework.documentPages.readings(scope, shelf.shelfId))
      .filter((r) => r.state !== 'reading')
      .map((r) => r.documentId),
  );
  const { now } = casework.environment;
  const begun = now();
  let asked = 0;
  const isOver = (): boolean => asked++ > 0 && millisecondsBetween(begun, now()) >= milliseconds;
  for (const document of shelf.documents) {
    if (finished.has(document.documentId) || !hasPages(document)) continue;
    if (!(await readOne({ casework, scope, shelf, isOver }, document))) return { againAt: now() };
  }
  return undefined;
};

/** Reads the documents of a case. */
export const readDocuments = async (
  casework: Casework,
  scope: Scope,
  caseId: string,
  milliseconds: number,
): Promise<{ readonly againAt: Instant } | undefined> => {
  const shelf = await caseShelf(casework, scope, caseId);
  return shelf && readShelf(casework, scope, shelf, milliseconds);
};
