import type { DocumentPage, Unreadable } from '@openum/domain/document/page.ts';

/** A file that could be opened. A page that breaks the reader is a page with a problem; the others are read. */
export type OpenFile = {
  readonly pages: number;
  page(page: number): Promise<DocumentPage>;
  /** The picture of a page, as wide as asked for at most; undefined where the file has no picture of it. */
  picture(page: number, width: number): Promise<Uint8Array | undefined>;
  close(): void;
};

/** Reads files from outside apart from everything else: whatever a file does, the caller gets an answer in bounded time. */
export type DocumentReader = {
  /** Pages of one file that are read at most. */
  readonly maxPages: number;
  open(bytes: Uint8Array): Promise<OpenFile | { readonly problem: Unreadable }>;
};
