import { degrees, type PDFDocument, type PDFEmbeddedPage, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib';
import { printable } from '@openum/casework/pdf/printable.ts';

const short = 612;
const long = 792;
/** Room for the stamp above and the number below. */
const strip = 30;
const side = 14;
const ink = rgb(0.2, 0.25, 0.32);

/** Where a page of `width` by `height` stands when it is turned clockwise by `turn` into a box, in the terms of drawPage. */
const turned = (turn: number, x: number, y: number, w: number, h: number) => {
  switch (turn) {
    case 90:
      return { x, y: y + h, rotate: degrees(-90), width: h, height: w };
    case 180:
      return { x: x + w, y: y + h, rotate: degrees(180), width: w, height: h };
    case 270:
      return { x: x + w, y, rotate: degrees(90), width: h, height: w };
    default:
      return { x, y, rotate: degrees(0), width: w, height: h };
  }
};

const put = (page: PDFPage, embedded: PDFEmbeddedPage, turn: number): void => {
  const isTurned = turn % 180 !== 0;
  const [w, h] = isTurned ? [embedded.height, embedded.width] : [embedded.width, embedded.height];
  const room = { width: page.getWidth() - 2 * side, height: page.getHeight() - 2 * strip };
  const scale = Math.min(room.width / w, room.height / h, 1);
  const [width, height] = [w * scale, h * scale];
  const x = (page.getWidth() - width) / 2;
  const y = (page.getHeight() - height) / 2;
  page.drawPage(embedded, turned(turn, x, y, width, height));
};

type Words = { readonly stamp?: string; readonly footer: string; readonly number: string };

const write = (page: PDFPage, font: PDFFont, bold: PDFFont, { stamp, footer, number }: Words): void => {
  const right = (text: string, f: PDFFont, size: number) => page.getWidth() - 36 - f.widthOfTextAtSize(text, size);
  const below = printable(number, font);
  page.drawText(printable(footer, font), { x: 36, y: 13, size: 9, font, color: ink });
  page.drawText(below, { x: right(below, font, 9), y: 13, size: 9, font, color: ink });
  if (!stamp) return;
  const above = printable(stamp, bold);
  page.drawText(above, { x: right(above, bold, 10), y: page.getHeight() - 20, size: 10, font: bold, color: ink });
};

/** Puts one page from outside on a sheet of letter size, between the stamp and the number of the page. */
export const placePage = async (
  out: PDFDocument,
  source: PDFPage,
  fonts: { readonly font: PDFFont; readonly bold: PDFFont },
  words: Words,
): Promise<PDFPage> => {
  const turn = ((source.getRotation().angle % 360) + 360) % 360;
  const { width, height } = source.getSize();
  const isWide = turn % 180 === 0 ? width > height : height > width;
  const page = out.addPage(isWide ? [long, short] : [short, long]);
  // A page without a content has nothing that could be put anywhere.
  if (source.node.Contents()) put(page, await out.embedPage(source), turn);
  write(page, fonts.font, fonts.bold, words);
  return page;
};
