import { createHash } from 'node:crypto';
import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import { renderHtml } from './html.ts';
import { createPdfRenderer, type PdfLetter } from './pdf.ts';

export type RenderedNotice = {
  readonly pdf: Uint8Array;
  readonly html: string;
  /** Lower-case hex. */
  readonly pdfSha256: string;
  readonly htmlSha256: string;
  readonly pdfStandard: PdfLetter['standard'];
  readonly pdfStandardBecause?: PdfLetter['because'];
  readonly omittedLanguages: PdfLetter['omittedLanguages'];
};

export type NoticeRenderer = (document: NoticeDocument) => Promise<RenderedNotice>;

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Letters as PDF and HTML. Equal documents give equal bytes on machines with equal fonts. */
export const createNoticeRenderer = (options: { readonly fontPaths?: readonly string[] } = {}): NoticeRenderer => {
  const toPdf = createPdfRenderer(options.fontPaths);
  return async (document) => {
    const { pdf, standard, because, omittedLanguages } = toPdf(document);
    const html = renderHtml(document);
    return {
      pdf,
      html,
      pdfSha256: sha256(pdf),
      htmlSha256: sha256(html),
      pdfStandard: standard,
      ...(because === undefined ? {} : { pdfStandardBecause: because }),
      omittedLanguages,
    };
  };
};

export const renderNotice: NoticeRenderer = createNoticeRenderer();
