import type { PDFFont } from '@cantoo/pdf-lib';

/** The fonts of every PDF reader know WinAnsi only; other signs become question marks. */
export const printable = (text: string, font: PDFFont): string =>
  [...text.normalize('NFC')]
    .map((sign) => {
      try {
        font.widthOfTextAtSize(sign, 10);
        return sign;
      } catch {
        return '?';
      }
    })
    .join('');
