import path from 'node:path';
import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import type { Bound, NotBound, Paper, PartToBind } from '@openum/casework/port/bundlePrinter.ts';
import { addBookmarks } from './bookmark.ts';
import { type OpenPart, openPart } from './part.ts';
import { placePage } from './place.ts';
import { typeset } from './typeset.ts';

/** A telephone line takes no more in one call, and no reader either. */
const mostPages = 1000;

const lengthOf = ({ from, to }: OpenPart): number => to - from + 1;

const paperPdf = (paper: Paper, parts: readonly PartToBind[], open: readonly OpenPart[], before: number) => {
  let next = before + 1;
  const numbered = open.map((o, at) => {
    const firstPage = next;
    next += lengthOf(o);
    const { title = '', written, stamp } = parts[at] ?? {};
    return {
      title,
      ...(written ? { written } : {}),
      ...(stamp ? { stamp } : {}),
      fromPage: o.from,
      firstPage,
      lastPage: next - 1,
    };
  });
  const bound = next - 1 - before;
  return {
    numbered,
    bytes: typeset(path.join(import.meta.dirname, 'paper.typ'), { ...paper, parts: numbered, bound }),
  };
};

/** The paper with the parts behind it. Equal papers and parts give equal bytes. */
export const bindBundle = async (paper: Paper, parts: readonly PartToBind[]): Promise<Bound | NotBound> => {
  const open: OpenPart[] = [];
  for (const [at, part] of parts.entries()) {
    const opened = await openPart(part);
    if (typeof opened === 'string') return { part: at, problem: opened };
    open.push(opened);
    if (open.reduce((sum, o) => sum + lengthOf(o), 0) > mostPages) return { part: at, problem: 'tooLong' };
  }
  // The first printing says how many pages the paper has; where the parts stand follows from that.
  const first = await PDFDocument.load(paperPdf(paper, parts, open, 0).bytes, { updateMetadata: false });
  const { numbered, bytes } = paperPdf(paper, parts, open, first.getPageCount());
  if (open.length === 0) return { pdf: bytes, pages: first.getPageCount(), parts: [] };

  const out = await PDFDocument.load(bytes, { updateMetadata: false });
  // Pages from outside are not tagged: the whole is no longer what its first part claims to be.
  out.catalog.delete(PDFName.of('Metadata'));
  const fonts = {
    font: await out.embedFont(StandardFonts.Helvetica),
    bold: await out.embedFont(StandardFonts.HelveticaBold),
  };
  const pages = out.getPageCount() + open.reduce((sum, o) => sum + lengthOf(o), 0);
  const marks: { title: string; page: Awaited<ReturnType<typeof placePage>> }[] = [];
  for (const [at, { document, from, to }] of open.entries()) {
    const { title = '', stamp } = parts[at] ?? {};
    for (let n = from; n <= to; n++) {
      const page = await placePage(out, document.getPage(n - 1), fonts, {
        ...(stamp ? { stamp: `${stamp}, page ${n - from + 1} of ${to - from + 1}` } : {}),
        footer: paper.footer,
        number: `Page ${out.getPageCount() + 1} of ${pages}`,
      });
      if (n === from) marks.push({ title: stamp ? `${stamp}: ${title}` : title, page });
    }
  }
  addBookmarks(out, marks);
  return {
    pdf: await out.save(),
    pages,
    parts: numbered.map(({ firstPage, lastPage }) => ({ firstPage, lastPage })),
  };
};
