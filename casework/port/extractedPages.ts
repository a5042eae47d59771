import type { ExtractedFact } from '@openum/domain/extraction/extracted.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

/** What one version of a reader found on one page. */
export type ExtractedPage = {
  readonly documentId: string;
  readonly page: number;
  readonly extractor: string;
  readonly extractorVersion: string;
  /** The day of the note, for the pages that follow. */
  readonly noteDate?: CalendarDate;
  readonly facts: readonly ExtractedFact[];
};

/** Facts read from pages of documents: a read model that only grows. They are no facts of the case. */
export type ExtractedPages = {
  /** The first reading of a page by a version stands; another version adds its own. */
  save(scope: Scope, caseId: string, page: ExtractedPage): Promise<void>;
  /** By document, page and version. */
  ofCase(scope: Scope, caseId: string): Promise<readonly ExtractedPage[]>;
};
