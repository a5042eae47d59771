import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from '@cantoo/pdf-lib';
import type { Instant } from '@openum/domain/time/instant.ts';
import { printable } from '../pdf/printable.ts';
import type { PacketSection } from './packet.ts';

export type PacketPart = {
  readonly label: string;
  readonly title: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

export type Packet = {
  readonly title: string;
  readonly subtitle: string;
  readonly at: Instant;
  /** Stands on the first page and at the foot of every page (42 CFR 2.32). */
  readonly statement?: string;
  readonly sections: readonly PacketSection[];
  readonly parts: readonly PacketPart[];
};

// US letter, in points.
const width = 612;
const height = 792;
const margin = 54;
const leading = 14;

/** Words, with those that no line can hold cut to pieces. */
const words = (text: string, font: PDFFont, size: number, room: number): readonly string[] =>
  text
    .trim()
    .split(/ +/)
    .flatMap((word) => {
      if (font.widthOfTextAtSize(word, size) <= room - margin) return [word];
      return word.match(/.{1,60}/gu) ?? [word];
    });

const wrap = (text: string, font: PDFFont, size: number): readonly string[] => {
  const indent = /^ */.exec(text)?.[0] ?? '';
  const room = width - 2 * margin;
  const lines: string[] = [];
  let line = indent;
  for (const word of words(printable(text.replace(/\s+/g, ' '), font), font, size, room)) {
    const longer = line.trim() === '' ? `${indent}${word}` : `${line} ${word}`;
    if (font.widthOfTextAtSize(longer, size) > room && line.trim() !== '') {
      lines.push(line);
      line = `${indent}  ${word}`;
    } else line = longer;
  }
  return [...lines, line];
};

/** Text that runs from page to page. */
const writer = (pdf: PDFDocument, font: PDFFont, bold: PDFFont) => {
  let page: PDFPage = pdf.addPage([width, height]);
  let y = height - margin;
  const room = (needed: number): void => {
    if (y - needed >= margin) return;
    page = pdf.addPage([width, height]);
    y = height - margin;
  };
  const write = (text: string, size: number, face: PDFFont): void => {
    for (const line of wrap(text, face, size)) {
      room(leading);
      page.drawText(line, { x: margin, y: y - size, size, font: face });
      y -= size + 4;
    }
  };
  return {
    heading: (text: string, size = 13): void => {
      room(4 * leading);
      y -= 10;
      write(text, size, bold);
    },
    text: (text: string): void => write(text, 10, font),
    nextPage: (): void => {
      page = pdf.addPage([width, height]);
      y = height - margin;
    },
  };
};

const isText = (type: string): boolean => type.startsWith('text/');
const isMessage = (type: string): boolean => type.includes('json') || type.includes('xml') || type.includes('hl7');

/** The pages of one part; what no page can show is named, and kept with the case. */
const addPart = async (pdf: PDFDocument, part: PacketPart, write: ReturnType<typeof writer>): Promise<void> => {
  const type = part.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  write.nextPage();
  write.heading(`${part.label}  ${part.title}`, 15);
  if (type === 'application/pdf') {
    try {
      const source = await PDFDocument.load(part.bytes);
      for (const page of await pdf.copyPages(source, source.getPageIndices())) pdf.addPage(page);
      return;
    } catch {
      write.text('This file cannot be read as a PDF. It is kept with the case, as it came.');
      return;
    }
  }
  if (type === 'image/png' || type === 'image/jpeg') {
    const image = type === 'image/png' ? await pdf.embedPng(part.bytes) : await pdf.embedJpg(part.bytes);
    const page = pdf.addPage([width, height]);
    const { width: w, height: h } = image.scaleToFit(width - 2 * margin, height - 2 * margin);
    page.drawImage(image, { x: margin, y: height - margin - h, width: w, height: h });
    return;
  }
  if (isText(type)) {
    for (const line of new TextDecoder().decode(part.bytes).split('\n')) write.text(line);
    return;
  }
  if (isMessage(type)) {
    write.text(
      'A message between systems. What it asks stands in the record above; it is kept with the case, as it came.',
    );
    return;
  }
  write.text(`A file of type ${type} cannot be printed. It is kept with the case, as it came.`);
};

const footed = (pdf: PDFDocument, font: PDFFont, { title, statement }: Packet): void => {
  const pages = pdf.getPages();
  for (const [at, page] of pages.entries()) {
    const text = printable(`${title} - page ${at + 1} of ${pages.length}`, font);
    page.drawText(text, { x: margin, y: 22, size: 8, font });
    if (statement) page.drawText(printable(statement, font), { x: margin, y: 33, size: 8, font });
  }
};

/** One PDF: the record in words with an index, then every letter and document behind a sheet with its label. */
export const bindPacket = async (packet: Packet): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  pdf.setTitle(packet.title);
  const write = writer(pdf, font, bold);
  write.heading(packet.title, 20);
  write.text(packet.subtitle);
  if (packet.statement) write.heading(packet.statement, 11);
  for (const section of packet.sections) {
    write.heading(section.heading);
    for (const line of section.lines) write.text(line);
  }
  write.heading('Index of letters and documents');
  for (const part of packet.parts) write.text(`${part.label}  ${part.title}`);
  if (packet.parts.length === 0) write.text('None.');
  for (const part of packet.parts) await addPart(pdf, part, write);
  footed(pdf, font, packet);
  return pdf.save({ useObjectStreams: false });
};
