import type { FileFormat } from '@openum/domain/document/format.ts';
import type { DocumentPage, Unreadable } from '@openum/domain/document/page.ts';

/** What the thread that reads files is asked, one thing at a time. */
export type Ask =
  | {
      readonly type: 'open';
      readonly bytes: Uint8Array;
      readonly format: FileFormat;
      readonly maxPixels: number;
    }
  | { readonly type: 'page'; readonly page: number }
  | { readonly type: 'picture'; readonly page: number; readonly dots: number }
  | { readonly type: 'close' };

export type Answer =
  | { readonly type: 'opened'; readonly pages: number }
  | { readonly type: 'page'; readonly page: DocumentPage }
  | { readonly type: 'picture'; readonly bytes?: Uint8Array }
  | { readonly type: 'closed' }
  | { readonly type: 'failed'; readonly problem: Unreadable };

/** A file as the thread holds it. */
export type ThreadFile = {
  readonly pages: number;
  page(page: number): Promise<DocumentPage>;
  /** Undefined: a file without a picture of its own, such as text. */
  picture(page: number, dots: number): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
};

/** A file or a page that cannot be read, with the reason. */
export class UnreadableError extends Error {
  readonly problem: Unreadable;
  constructor(problem: Unreadable) {
    super(problem);
    this.name = 'UnreadableError';
    this.problem = problem;
  }
}
