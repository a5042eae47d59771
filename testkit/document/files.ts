import { deflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A page as a scanner sees it: black letters on white, `width` dots across, in the shape of a letter. */
export const scan = async (lines: readonly string[], width = 1275): Promise<Buffer> => {
  const height = Math.round((width * 11) / 8.5);
  const size = width / 34;
  const texts = lines.map(
    (line, at) =>
      `<text x="${width * 0.08}" y="${height * 0.08 + at * size * 1.7}" font-family="DejaVu Sans, sans-serif" font-size="${size}">${escaped(line)}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="white"/>${texts.join('')}</svg>`;
  return sharp(Buffer.from(svg)).grayscale().png().toBuffer();
};

/** A fax of several sheets in one file. */
export const tiffFax = async (sheets: readonly Buffer[]): Promise<Uint8Array> => {
  const sized = await Promise.all(
    sheets.map((s) => sharp(s).removeAlpha().toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })),
  );
  const { width = 0, height = 0 } = sized[0]?.info ?? {};
  const tall = Buffer.concat(sized.map((s) => s.data));
  const raw = { width, height: height * sheets.length, channels: 1 as const, pageHeight: height };
  return new Uint8Array(await sharp(tall, { raw }).tiff({ compression: 'lzw' }).toBuffer());
};

export const textPdf = async (pages: readonly (readonly string[])[]): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const lines of pages) {
    const page = pdf.addPage([612, 792]);
    for (const [at, line] of lines.entries()) page.drawText(line, { x: 72, y: 720 - at * 16, size: 12, font });
  }
  return pdf.save();
};

export const scannedPdf = async (sheets: readonly Buffer[]): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create();
  for (const sheet of sheets) {
    const picture = await pdf.embedPng(new Uint8Array(sheet));
    pdf.addPage([612, 792]).drawImage(picture, { x: 0, y: 0, width: 612, height: 792 });
  }
  return pdf.save();
};

/** Opens with a password only. */
export const lockedPdf = async (): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create();
  pdf.addPage([612, 792]);
  pdf.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
  return pdf.save({ useObjectStreams: false });
};

/** A page whose content unpacks to many times its size. */
export const bomb = (megabytes: number): Uint8Array => {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, '0 0 m 1 1 l S '), { level: 9 });
  const head = `%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n`;
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(head, 'latin1'),
      packed,
      Buffer.from('\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF'),
    ]),
  );
};
