import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import type { Instant } from '@openum/domain/time/instant.ts';

/** Time and chance come in through here, so that a test can hold both still. */
export type Environment = {
  now(): Instant;
  /** A UUIDv7: unique, and ascending in time. */
  newId(): string;
  /** A short number that people read out: letters and digits without look-alikes. */
  newNumber(prefix: string): string;
  sha256Hex(bytes: Uint8Array | string): string;
};

export type RenderedNotice = {
  readonly pdf: Uint8Array;
  readonly html: string;
  readonly pdfSha256: string;
  readonly htmlSha256: string;
};

export type NoticeRenderer = {
  render(document: NoticeDocument): Promise<RenderedNotice>;
  /** The same letter for the screen only. */
  html(document: NoticeDocument): string;
};
