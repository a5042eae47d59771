import { degrees, PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';
import type { OpenFile } from '@openum/casework/port/documentReader.ts';
import { boxesOf } from '@openum/domain/document/page.ts';
import { bomb, scan, textPdf, tiffFax } from '@openum/testkit/document/files.ts';
import { pictureOf } from '@openum/testkit/document/picture.ts';
import sharp from 'sharp';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { defaultLimits } from './limits.ts';
import { createDocumentReader } from './reader.ts';

const reader = createDocumentReader();
afterAll(() => reader.end());

let file: OpenFile | undefined;
const closed = () => {
  file?.close();
  file = undefined;
};
afterEach(closed);
const opened = async (bytes: Uint8Array, by = reader): Promise<OpenFile> => {
  closed();
  const open = await by.open(bytes);
  if ('problem' in open) throw new Error(open.problem);
  file = open;
  return open;
};
const bytes = (text: string) => new TextEncoder().encode(text);
const red = [255, 0, 0];
const blue = [0, 0, 255];
const nearly = (colour: readonly number[]) => colour.map((c) => Math.round(c / 16) * 16).map((c) => Math.min(255, c));

describe('the picture of a PDF page', () => {
  test('has the colours of the page: red is red, and blue is blue', async () => {
    const pdf = await PDFDocument.create();
    const sheet = pdf.addPage([612, 792]);
    sheet.drawRectangle({ x: 0, y: 396, width: 612, height: 396, color: rgb(1, 0, 0) });
    sheet.drawRectangle({ x: 0, y: 0, width: 612, height: 396, color: rgb(0, 0, 1) });
    const { width, height, colourAt } = await pictureOf(await opened(await pdf.save()), 1, 1275);
    expect([width, height]).toEqual([1275, 1650]);
    expect(nearly(colourAt(0.5, 0.25))).toEqual(red);
    expect(nearly(colourAt(0.5, 0.75))).toEqual(blue);
  });

  test.each([
    ['as it is', 0, undefined],
    ['turned', 90, undefined],
    ['cropped', 0, [100, 300, 400, 450]],
    ['cropped and upside down', 180, [100, 300, 400, 450]],
    ['cropped and turned', 270, [100, 300, 400, 450]],
  ] as const)('%s has the ink of a word where the text says that the word is', async (_name, turn, crop) => {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.HelveticaBold);
    const sheet = pdf.addPage([612, 792]);
    sheet.setRotation(degrees(turn));
    if (crop) sheet.setCropBox(...crop);
    sheet.drawText('SATURATION', { x: 160, y: 500, size: 30, font });
    const file = await opened(await pdf.save());
    const page = await file.page(1);
    const [place] = boxesOf(page, 0, 'SATURATION'.length);
    const { width, height, inkOf } = await pictureOf(file, 1, 1275);
    expect(width / height).toBeCloseTo(page.aspect, 2);
    // Nearly all of the ink of the page stands in the box of its one word.
    const whole = { left: 0, top: 0, width: 1, height: 1 };
    const area = (place?.width ?? 0) * (place?.height ?? 0);
    expect(inkOf(place)).toBeGreaterThan(0.2);
    expect(inkOf(place) * area).toBeGreaterThan(0.8 * inkOf(whole));
  });

  test('shows what was filled into a form', async () => {
    const pdf = await PDFDocument.create();
    const field = pdf.getForm().createTextField('dose');
    field.setText('MMMMMM');
    field.addToPage(pdf.addPage([612, 792]), { x: 0, y: 746, width: 612, height: 46, borderWidth: 0 });
    const { inkOf } = await pictureOf(await opened(await pdf.save()), 1, 1275);
    expect(inkOf({ left: 0, top: 0.005, width: 0.3, height: 0.05 })).toBeGreaterThan(0.05);
  });

  test('without content is white', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([612, 792]);
    const { colourAt } = await pictureOf(await opened(await pdf.save()), 1, 128);
    expect(colourAt(0.5, 0.5)).toEqual([255, 255, 255]);
  });

  test.each([
    ['two hundred inches square', 14_400, 14_400, 1275, 1275],
    ['two hundred inches long', 612, 14_400, 455, 10_712],
    ['as small as a stamp', 30, 30, 125, 125],
  ])('%s has no more dots than are of use', async (_name, w, h, width, height) => {
    const pdf = await PDFDocument.create();
    pdf.addPage([w, h]);
    const picture = await pictureOf(await opened(await pdf.save()), 1, 1275);
    expect([picture.width, picture.height]).toEqual([width, height]);
  });
});

describe('the picture of a scan', () => {
  test('of a fax is that of its sheet, in the shape of the sheet', async () => {
    const dark = await sharp({ create: { width: 1728, height: 2236, channels: 3, background: 'black' } })
      .png()
      .toBuffer();
    const file = await opened(await tiffFax([await scan([], 1728), dark]));
    const { width, height, colourAt } = await pictureOf(file, 2, 128);
    expect(width).toBe(128);
    expect(width / height).toBeCloseTo(8.5 / 11, 2);
    expect(colourAt(0.5, 0.5)).toEqual([0, 0, 0]);
    expect((await pictureOf(file, 1, 128)).colourAt(0.5, 0.5)).toEqual([255, 255, 255]);
  });

  test('of a photograph stands upright, and is not enlarged', async () => {
    const lying = await sharp({ create: { width: 300, height: 200, channels: 3, background: 'white' } })
      .composite([{ input: { create: { width: 150, height: 200, channels: 3, background: 'red' } }, left: 0, top: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { width, height, colourAt } = await pictureOf(await opened(new Uint8Array(lying)), 1, 1275);
    expect([width, height]).toEqual([200, 300]);
    expect(nearly(colourAt(0.5, 0.1))).toEqual(red);
    expect(nearly(colourAt(0.5, 0.9))).toEqual([255, 255, 255]);
  });

  test('whose end is missing shows what there is', async () => {
    const whole = await sharp({ create: { width: 400, height: 400, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const { colourAt } = await pictureOf(await opened(new Uint8Array(whole.subarray(0, whole.length - 60))), 1, 200);
    expect(nearly(colourAt(0.5, 0.05))).toEqual(red);
  });
});

describe('a page that cannot be drawn', () => {
  test('of text has no picture of its own', async () => {
    expect(await (await opened(bytes('words'))).picture(1, 128)).toBeUndefined();
  });

  test('says that it took too long, and the next file is drawn', async () => {
    const hasty = createDocumentReader({ ...defaultLimits, drawMilliseconds: 1 });
    expect(await (await opened(await textPdf([['words']]), hasty)).picture(1, 1275)).toEqual({ problem: 'tooSlow' });
    hasty.end();
    expect((await pictureOf(await opened(await textPdf([['words']])), 1, 128)).width).toBe(128);
  });

  test('because its content unpacks to very much ends its own thread only', async () => {
    const tight = createDocumentReader({
      ...defaultLimits,
      drawMilliseconds: 3000,
      maxGrowthBytes: 300 * 1024 * 1024,
    });
    const file = await opened(bomb(400), tight);
    expect(await file.picture(1, 1275)).toHaveProperty('problem');
    expect((await pictureOf(await opened(await textPdf([['words']]), tight), 1, 128)).width).toBe(128);
    tight.end();
  }, 60_000);
});
