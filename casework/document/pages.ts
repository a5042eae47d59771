import { excerptOf, findWords } from '@openum/domain/document/find.ts';
import { correctedParts, type DocumentPart, kindOfFile } from '@openum/domain/document/part.ts';
import { type DocumentReading, hasPages, type PageSummary } from '@openum/domain/document/reading.ts';
import { thumbnailOf } from '@openum/domain/document/thumbnail.ts';
import type { Casework } from '../casework.ts';
import type { KeptPage } from '../port/documentPages.ts';
import type { Scope } from '../port/scope.ts';
import type { DocumentShelf, ShelvedDocument } from './shelf.ts';

/** Somebody who looks at the documents of a case, or of an episode: then without `caseId`. */
export type Looking = {
  readonly casework: Casework;
  readonly scope: Scope;
  readonly userId: string;
  readonly shelf: DocumentShelf;
  readonly caseId?: string;
};

const documentOf = ({ shelf }: Looking, documentId: string): ShelvedDocument | undefined =>
  shelf.documents.find((d) => d.documentId === documentId);

const log = ({ casework, scope, caseId, userId }: Looking, documentId: string): Promise<void> =>
  casework.readLog.record(scope, {
    readId: casework.environment.newId(),
    ...(caseId ? { caseId } : {}),
    userId,
    purpose: 'utilizationReview',
    what: 'document',
    resourceId: documentId,
    at: casework.environment.now(),
  });

export type PagedDocument = {
  /** Absent: nobody has begun to read it. */
  readonly reading?: DocumentReading;
  readonly pages: readonly PageSummary[];
  readonly parts: readonly DocumentPart[];
  /** What the file seems to be as a whole. */
  readonly kind?: DocumentPart['kind'];
};

/** How far each document has been read; nothing of what it says. */
export const documentReadings = ({ casework, scope, shelf }: Looking): Promise<readonly DocumentReading[]> =>
  casework.documentPages.readings(scope, shelf.shelfId);

/** The list of pages of a document. Logged as a read: first lines are health information. */
export const documentPages = async (looking: Looking, documentId: string): Promise<PagedDocument | undefined> => {
  const { casework, scope, shelf } = looking;
  const document = documentOf(looking, documentId);
  if (!document || !hasPages(document)) return undefined;
  await log(looking, documentId);
  const [readings, pages] = await Promise.all([
    casework.documentPages.readings(scope, shelf.shelfId),
    casework.documentPages.summaries(scope, shelf.shelfId, documentId),
  ]);
  const reading = readings.find((r) => r.documentId === documentId);
  const parts = correctedParts(pages, document.parts);
  const kind = kindOfFile(parts);
  return { ...(reading ? { reading } : {}), pages, parts, ...(kind ? { kind } : {}) };
};

/** One page with its text and where each word stands. */
export const documentPage = async (
  looking: Looking,
  documentId: string,
  page: number,
): Promise<KeptPage | undefined> => {
  if (!documentOf(looking, documentId)) return undefined;
  const kept = await looking.casework.documentPages.page(looking.scope, looking.shelf.shelfId, documentId, page);
  if (kept) await log(looking, documentId);
  return kept;
};

/** A small drawing of a page. No read of the record: it shows where ink stands, and no word of it. */
export const pageThumbnail = async (
  { casework, scope, shelf }: Looking,
  documentId: string,
  page: number,
): Promise<string | undefined> => {
  if (!shelf.documents.some((d) => d.documentId === documentId)) return undefined;
  const kept = await casework.documentPages.page(scope, shelf.shelfId, documentId, page);
  return kept && thumbnailOf(kept);
};

/** The picture of a page, for files that are pictures. */
export const pagePicture = async (
  looking: Looking,
  documentId: string,
  page: number,
  width: number,
): Promise<Uint8Array | undefined> => {
  const { casework, shelf } = looking;
  const document = documentOf(looking, documentId);
  const kept = document && (await shelf.bytesOf(document));
  if (!kept) return undefined;
  await log(looking, documentId);
  const file = await casework.documentReader.open(kept.bytes);
  if ('problem' in file) return undefined;
  try {
    return page <= file.pages ? await file.picture(page, width) : undefined;
  } finally {
    file.close();
  }
};

export type Hit = {
  readonly documentId: string;
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly words: string;
  readonly after: string;
};

const mostPages = 200;
const mostHits = 500;

/** Where words stand in the documents. A look at excerpts is no opening of the documents. */
export const searchDocuments = async (
  { casework, scope, shelf, caseId, userId }: Looking,
  words: string,
  within?: string,
): Promise<readonly Hit[]> => {
  const shown = new Set(shelf.documents.map((d) => d.documentId));
  const held = (await casework.documentPages.holding(scope, shelf.shelfId, words, mostPages, within)).filter((h) =>
    shown.has(h.documentId),
  );
  await casework.readLog.record(scope, {
    readId: casework.environment.newId(),
    ...(caseId ? { caseId } : { resourceId: shelf.shelfId }),
    userId,
    purpose: 'search',
    what: caseId ? 'case' : 'episode',
    at: casework.environment.now(),
  });
  return held
    .flatMap(({ documentId, page, text }) =>
      findWords(text, words).map((span) => ({ documentId, page, ...span, ...excerptOf(text, span) })),
    )
    .slice(0, mostHits);
};
