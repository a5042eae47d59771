import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { printable } from '@openum/casework/pdf/printable.ts';
import type { LetterBundle } from '@openum/casework/port/environment.ts';

// US letter, in points.
const width = 612;
const height = 792;
const margin = 54;
const lineHeight = 16;
const rowsOnFirst = 36;
const rowsOnNext = 42;

const cut = (text: string, font: PDFFont, size: number, room: number): string => {
  let kept = text;
  while (kept.length > 1 && font.widthOfTextAtSize(kept, size) > room) kept = kept.slice(0, -1);
  return kept;
};

type Row = { readonly number: string; readonly caseNumber: string; readonly to: string; readonly from: string };

const columns = [
  ['number', margin, 36],
  ['caseNumber', margin + 44, 130],
  ['to', margin + 180, 250],
  ['from', margin + 440, 60],
] as const;

const drawRow = (page: PDFPage, font: PDFFont, row: Row, y: number): void => {
  for (const [name, x, room] of columns)
    page.drawText(cut(printable(row[name], font), font, 10, room), { x, y, size: 10, font });
};

const pagesOfIndex = (rows: number): number =>
  rows <= rowsOnFirst ? 1 : 1 + Math.ceil((rows - rowsOnFirst) / rowsOnNext);

const even = (pages: number): number => pages + (pages % 2);

const day = (at: string, zone: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: zone, dateStyle: 'long', timeStyle: 'short' }).format(Date.parse(at));

/** A cover sheet with the index, then each letter from an odd page on, so that duplex printers never join two letters on one sheet. */
export const bindLetters = async (bundle: LetterBundle): Promise<Uint8Array> => {
  const out = await PDFDocument.create({ updateMetadata: false });
  const [font, bold] = [await out.embedFont(StandardFonts.Helvetica), await out.embedFont(StandardFonts.HelveticaBold)];
  const sources = await Promise.all(bundle.letters.map((l) => PDFDocument.load(l.pdf, { updateMetadata: false })));
  const indexPages = pagesOfIndex(bundle.letters.length);

  let next = even(indexPages) + 1;
  const rows = bundle.letters.map((letter, i): Row => {
    const from = next;
    next += even(sources[i]?.getPageCount() ?? 0);
    return { number: String(i + 1), caseNumber: letter.caseNumber, to: letter.to, from: String(from) };
  });

  const head = { number: 'No.', caseNumber: 'Case', to: 'To', from: 'Page' };
  let left: readonly Row[] = rows;
  for (let at = 0; at < indexPages; at++) {
    const page = out.addPage([width, height]);
    let y = height - margin - 20;
    if (at === 0) {
      page.drawText(printable(`Print batch ${bundle.batch}`, bold), { x: margin, y, size: 20, font: bold });
      const lines = [
        bundle.plan,
        `Made ${day(bundle.createdAt, bundle.zone)} (${bundle.zone}) by ${bundle.createdBy}`,
        `${bundle.letters.length} ${bundle.letters.length === 1 ? 'letter' : 'letters'}. Count them before they go to the carrier.`,
      ];
      for (const text of lines) {
        y -= lineHeight + 4;
        page.drawText(cut(printable(text, font), font, 11, width - 2 * margin), { x: margin, y, size: 11, font });
      }
      y -= 30;
    }
    drawRow(page, bold, head, y);
    page.drawLine({ start: { x: margin, y: y - 4 }, end: { x: width - margin, y: y - 4 }, color: rgb(0.6, 0.6, 0.6) });
    const room = at === 0 ? rowsOnFirst : rowsOnNext;
    for (const row of left.slice(0, room)) {
      y -= lineHeight;
      drawRow(page, font, row, y);
    }
    left = left.slice(room);
  }
  const toOddPage = () => {
    if (out.getPageCount() % 2 === 1) out.addPage([width, height]);
  };
  for (const source of sources) {
    toOddPage();
    for (const page of await out.copyPages(source, source.getPageIndices())) out.addPage(page);
  }
  toOddPage();
  return out.save();
};
