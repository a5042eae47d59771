import type { DocumentKind } from '@openum/domain/checklist/kind.ts';
import type { DocumentPage } from '@openum/domain/document/page.ts';
import type { DocumentPart } from '@openum/domain/document/part.ts';
import type { DocumentReading, PageSummary } from '@openum/domain/document/reading.ts';
import { z } from 'zod';

/** GET /api/cases/:caseId/document-readings: how far each document has been read. */
export type DocumentReadingsView = { readonly readings: readonly DocumentReading[] };

/** GET /api/cases/:caseId/documents/:documentId/pages */
export type PagedDocumentView = {
  /** Absent: its turn has not come yet. */
  readonly reading?: DocumentReading;
  readonly pages: readonly PageSummary[];
  readonly parts: readonly DocumentPart[];
  /** What the words on its pages say that it is. */
  readonly kind?: DocumentKind | undefined;
};

/** GET /api/cases/:caseId/documents/:documentId/pages/:page */
export type DocumentPageView = DocumentPage;

/** GET /api/cases/:caseId/documents/:documentId/pages/:page/picture: as WebP; 204 for a page of text, which has no look. */
export const pictureQuery = z.object({ size: z.enum(['page', 'large']).default('page') });

/** GET /api/cases/:caseId/documents/:documentId/thumbnails: those of some pages, from one on. */
export const thumbnailsQuery = z.object({ from: z.coerce.number().int().min(1).max(100_000) });
export type ThumbnailsView = {
  /** Each as an address of its data. */
  readonly thumbnails: readonly { readonly page: number; readonly picture: string }[];
  /** False: more are being drawn; ask again. */
  readonly isComplete: boolean;
};

/** GET /api/cases/:caseId/document-search */
export const documentSearchQuery = z.object({
  words: z.string().trim().min(2, 'type at least two signs').max(200),
  documentId: z.string().max(64).optional(),
});
export type DocumentHit = {
  readonly documentId: string;
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly words: string;
  readonly after: string;
};
export type DocumentHitsView = { readonly hits: readonly DocumentHit[] };

/** A place in a document, as part of a recorded fact. */
export const factPlace = z.object({
  documentId: z.string().max(64),
  page: z.int32().min(1),
  start: z.int32().min(0),
  end: z.int32().min(1),
  quote: z.string().min(1).max(2000),
});
