import { excerptOf, findWords } from '@openum/domain/document/find.ts';
import { correctedParts, type DocumentPart, kindOfFile } from '@openum/domain/document/part.ts';
import { type DocumentReading, hasPages, type PageSummary } from '@openum/domain/document/reading.ts';
import type { KeptPage } from '../port/documentPages.ts';
import { type Looking, logOpening, shelvedDocument } from './looking.ts';

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
  const document = shelvedDocument(looking, documentId);
  if (!document || !hasPages(document)) return undefined;
  await logOpening(looking, documentId);
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
  if (!shelvedDocument(looking, documentId)) return undefined;
  const kept = await looking.casework.documentPages.page(looking.scope, looking.shelf.shelfId, documentId, page);
  if (kept) await logOpening(looking, documentId);
  return kept;
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
