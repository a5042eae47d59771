import sharp, { type OverlayOptions } from 'sharp';
import { getResolvedPDFJS } from 'unpdf';
import type { PdfPage } from './pdf.ts';
import { UnreadableError } from './protocol.ts';
import { readingWidth } from './recognize.ts';

type Matrix = readonly [number, number, number, number, number, number];
type Raster = { readonly width: number; readonly height: number; readonly data?: Uint8Array | Uint8ClampedArray };
type Placed = { readonly raster: Raster; readonly at: Matrix; readonly mask: boolean };

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];
const identity: Matrix = [1, 0, 0, 1, 0, 0];

const objectOf = (page: PdfPage, name: string): Promise<Raster | undefined> =>
  new Promise((resolve) => (name.startsWith('g_') ? page.commonObjs : page.objs).get(name, resolve));

const asMatrix = (given: unknown): Matrix | undefined => {
  const numbers = given && typeof given === 'object' ? Array.from(given as ArrayLike<unknown>, Number) : [];
  return numbers.length === 6 && numbers.every(Number.isFinite) ? (numbers as unknown as Matrix) : undefined;
};

/** The pictures that a page paints, and where. */
const placedOn = async (page: PdfPage): Promise<readonly Placed[]> => {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const placed: Placed[] = [];
  const kept: Matrix[] = [];
  let at = identity;
  for (const [i, op] of fnArray.entries()) {
    const args: readonly unknown[] = argsArray[i] ?? [];
    const [first] = args;
    if (op === OPS.save) kept.push(at);
    else if (op === OPS.restore || op === OPS.paintFormXObjectEnd) at = kept.pop() ?? identity;
    else if (op === OPS.transform) at = times(at, asMatrix(args) ?? asMatrix(first) ?? identity);
    else if (op === OPS.paintFormXObjectBegin) {
      kept.push(at);
      at = times(at, asMatrix(first) ?? identity);
    } else if (op === OPS.paintImageXObject && typeof first === 'string') {
      const raster = await objectOf(page, first);
      if (raster) placed.push({ raster, at, mask: false });
    } else if (op === OPS.paintInlineImageXObject || op === OPS.paintImageMaskXObject) {
      const given = first as (Omit<Raster, 'data'> & { readonly data?: Raster['data'] | string }) | undefined;
      const raster = typeof given?.data === 'string' ? await objectOf(page, given.data) : (given as Raster | undefined);
      if (raster) placed.push({ raster, at, mask: op === OPS.paintImageMaskXObject });
    }
  }
  return placed;
};

/** A bit for each dot to a byte for each dot: 1 is white, and in a mask what is not painted. */
const unpacked = (data: Uint8Array | Uint8ClampedArray, width: number, height: number): Uint8Array => {
  const bytesPerRow = (width + 7) >> 3;
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      out[y * width + x] = ((data[y * bytesPerRow + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
  return out;
};

const dots = ({ data, width, height }: Raster) => {
  if (!data) return undefined;
  if (data.length === ((width + 7) >> 3) * height && width > 1)
    return { bytes: unpacked(data, width, height), channels: 1 as const };
  const channels = data.length / (width * height);
  return channels === 1 || channels === 3 || channels === 4
    ? { bytes: data, channels: channels as 1 | 3 | 4 }
    : undefined;
};

const quarter = (at: Matrix): number => ((Math.round(Math.atan2(at[1], at[0]) / (Math.PI / 2)) % 4) + 4) % 4;

const overlay = async (
  { raster, at }: Placed,
  origin: readonly [number, number],
  pageHeight: number,
  scale: number,
  canvas: { readonly width: number; readonly height: number },
): Promise<OverlayOptions | undefined> => {
  const found = dots(raster);
  if (!found) return undefined;
  const xs = [at[4], at[4] + at[0], at[4] + at[2], at[4] + at[0] + at[2]].map((x) => x - origin[0]);
  const ys = [at[5], at[5] + at[1], at[5] + at[3], at[5] + at[1] + at[3]].map((y) => y - origin[1]);
  const left = Math.round(Math.min(...xs) * scale);
  const top = Math.round((pageHeight - Math.max(...ys)) * scale);
  const width = Math.round((Math.max(...xs) - Math.min(...xs)) * scale);
  const height = Math.round((Math.max(...ys) - Math.min(...ys)) * scale);
  const isOutside = left >= canvas.width || top >= canvas.height || left + width <= 0 || top + height <= 0;
  if (isOutside || width < 1 || height < 1 || width > 4 * canvas.width || height > 4 * canvas.height) return undefined;
  const turns = quarter(at);
  let picture = sharp(found.bytes, { raw: { width: raster.width, height: raster.height, channels: found.channels } });
  if (at[0] * at[3] - at[1] * at[2] < 0) picture = picture.flip();
  const turned = await picture
    .rotate(-90 * turns)
    .flatten({ background: 'white' })
    .png()
    .toBuffer();
  const cut = {
    left: Math.max(0, -left),
    top: Math.max(0, -top),
    width: Math.min(left + width, canvas.width) - Math.max(left, 0),
    height: Math.min(top + height, canvas.height) - Math.max(top, 0),
  };
  const sized = await sharp(turned).resize({ width, height, fit: 'fill' }).png().toBuffer();
  return { input: await sharp(sized).extract(cut).png().toBuffer(), left: Math.max(0, left), top: Math.max(0, top) };
};

/** Part of a page that pictures must cover for it to be a scan. */
const leastCovered = 0.2;

/** The page as it was scanned, upright; undefined where it holds no picture of a page. */
export const scanOf = async (page: PdfPage, maxPixels: number): Promise<Buffer | undefined> => {
  const [x0 = 0, y0 = 0, x1 = 612, y1 = 792] = page.view;
  const [width, height] = [x1 - x0, y1 - y0];
  const placed = await placedOn(page);
  if (placed.some(({ raster }) => raster.width * raster.height > maxPixels)) throw new UnreadableError('tooLarge');
  const covered = placed.reduce((sum, { at }) => sum + Math.abs(at[0] * at[3] - at[1] * at[2]), 0);
  if (covered < leastCovered * width * height) return undefined;
  const scale = readingWidth / Math.min(width, height);
  const canvas = { width: Math.round(width * scale), height: Math.round(height * scale) };
  if (canvas.width * canvas.height > maxPixels) throw new UnreadableError('tooLarge');
  const overlays = await Promise.all(placed.map((p) => overlay(p, [x0, y0], height, scale, canvas)));
  const there = overlays.filter((o): o is OverlayOptions => o !== undefined);
  if (there.length === 0) return undefined;
  const flat = await sharp({ create: { ...canvas, channels: 3, background: 'white' } })
    .composite(there)
    .png()
    .toBuffer();
  return sharp(flat).rotate(page.rotate).grayscale().toColourspace('b-w').png().toBuffer();
};
