import type { PageKind } from '@openum/domain/document/classify.ts';
import type { DocumentPage } from '@openum/domain/document/page.ts';
import type { DocumentReading, PageSummary } from '@openum/domain/document/reading.ts';
import type { Scope } from './scope.ts';

/** A page as it is kept: what stands on it, and what it is by its words. */
export type KeptPage = DocumentPage & { readonly kind?: PageKind };

/** The text of documents page by page: a read model, which can be made again from the files. */
export type DocumentPages = {
  /** Keeps how far a reading has come. What was finished stays finished. */
  saveReading(scope: Scope, caseId: string, reading: Omit<DocumentReading, 'pagesRead'>): Promise<void>;
  /** The first reading of a page stands: facts point to its words. */
  savePage(scope: Scope, caseId: string, documentId: string, page: KeptPage): Promise<void>;
  readings(scope: Scope, caseId: string): Promise<readonly DocumentReading[]>;
  /** In the order of the pages. */
  summaries(scope: Scope, caseId: string, documentId: string): Promise<readonly PageSummary[]>;
  page(scope: Scope, caseId: string, documentId: string, page: number): Promise<KeptPage | undefined>;
  /** Pages of a case, or of one of its documents, on which the words stand in their order; by document and page. */
  holding(
    scope: Scope,
    caseId: string,
    words: string,
    limit: number,
    documentId?: string,
  ): Promise<readonly { readonly documentId: string; readonly page: number; readonly text: string }[]>;
};
