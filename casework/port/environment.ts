import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import type { Instant, ZoneId } from '@openum/domain/time/instant.ts';

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

export type BindableLetter = { readonly pdf: Uint8Array; readonly caseNumber: string; readonly to: string };

/** Letters that are printed together. */
export type LetterBundle = {
  readonly plan: string;
  /** Short name of the batch, to be read out. */
  readonly batch: string;
  readonly createdAt: Instant;
  readonly zone: ZoneId;
  readonly createdBy: string;
  readonly letters: readonly BindableLetter[];
};

export type NoticeRenderer = {
  render(document: NoticeDocument): Promise<RenderedNotice>;
  /** The same letter for the screen only. */
  html(document: NoticeDocument): string;
  /** One PDF: a cover sheet with the index, then each letter from an odd page on. */
  bind(bundle: LetterBundle): Promise<Uint8Array>;
};
