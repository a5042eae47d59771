import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { NotBound, PartToBind } from '@openum/casework/port/bundlePrinter.ts';
import { formatOf } from '@openum/domain/document/format.ts';
import sharp from 'sharp';
import { pictureFile } from '../document/picture.ts';
import { sheets } from '../document/plain.ts';
import { jsonText, xmlText } from '../document/structured.ts';
import { typeset } from './typeset.ts';

/** On the shorter side of a page. */
const pictureDots = 1700;
const mostPixels = 100_000_000;
/** US letter, in points. */
const letter = [612, 792] as const;

const ofPictures = async (bytes: Uint8Array): Promise<PDFDocument> => {
  const out = await PDFDocument.create({ updateMetadata: false });
  const file = await pictureFile(bytes, mostPixels);
  for (let page = 1; page <= file.pages; page++) {
    const picture = await file.picture(page, pictureDots);
    if (!picture) continue;
    const image = await out.embedJpg(await sharp(picture).jpeg({ quality: 82 }).toBuffer());
    const isWide = image.width > image.height;
    const [width, height] = isWide ? [letter[1], letter[0]] : letter;
    const { width: w, height: h } = image.scaleToFit(width, height);
    out.addPage([width, height]).drawImage(image, { x: (width - w) / 2, y: (height - h) / 2, width: w, height: h });
  }
  return out;
};

const ofText = (title: string, text: string): Promise<PDFDocument> =>
  PDFDocument.load(typeset(path.join(import.meta.dirname, 'sheets.typ'), { title, pages: sheets(text) }), {
    updateMetadata: false,
  });

const ofPdf = async (bytes: Uint8Array): Promise<PDFDocument | 'locked'> => {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false });
  } catch (error) {
    if (error instanceof Error && /encrypted/i.test(error.message)) return 'locked';
    throw error;
  }
};

const opened = async ({ title, bytes }: PartToBind): Promise<PDFDocument | 'locked' | undefined> => {
  const text = () => new TextDecoder().decode(bytes);
  switch (formatOf(bytes)) {
    case 'pdf':
      return ofPdf(bytes);
    case 'image':
    case 'tiff':
      return ofPictures(bytes);
    case 'json':
      return ofText(title, jsonText(text()));
    case 'xml':
      return ofText(title, xmlText(text()));
    case 'text':
      return ofText(title, text());
    case undefined:
      return undefined;
  }
};

export type OpenPart = { readonly document: PDFDocument; readonly from: number; readonly to: number };

/** A document from outside as pages of a PDF, or why it cannot be bound in. */
export const openPart = async (part: PartToBind): Promise<OpenPart | NotBound['problem']> => {
  try {
    const document = await opened(part);
    if (document === 'locked') return 'locked';
    if (!document) return 'unreadable';
    const { from, to } = part.pages ?? { from: 1, to: document.getPageCount() };
    return from >= 1 && from <= to && to <= document.getPageCount() ? { document, from, to } : 'noSuchPage';
  } catch {
    return 'unreadable';
  }
};
