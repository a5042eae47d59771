import type { DocumentPage, Unreadable } from '@openum/domain/document/page.ts';

/** A file that could be opened. A page that breaks the reader is a page with a problem; the others are read. */
export type OpenFile = {
  readonly pages: number;
  page(page: number): Promise<DocumentPage>;
  /**
   * The picture of a page as WebP, its shorter side with as many dots as asked for at most; undefined where the file has none, as
   * text has not.
   */
  picture(page: number, dots: number): Promise<Uint8Array | { readonly problem: Unreadable } | undefined>;
  close(): void;
};

/** Reads files from outside apart from everything else: whatever a file does, the caller gets an answer in bounded time. */
export type DocumentReader = {
  /** Pages of one file that are read at most. */
  readonly maxPages: number;
  open(bytes: Uint8Array): Promise<OpenFile | { readonly problem: Unreadable }>;
};
