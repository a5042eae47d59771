import { getResolvedPDFJS } from 'unpdf';
import type { PdfPage } from './pdf.ts';
import { UnreadableError } from './protocol.ts';

type Matrix = readonly [number, number, number, number, number, number];

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];
const identity: Matrix = [1, 0, 0, 1, 0, 0];

const asMatrix = (given: unknown): Matrix | undefined => {
  const numbers = given && typeof given === 'object' ? Array.from(given as ArrayLike<unknown>, Number) : [];
  return numbers.length === 6 && numbers.every(Number.isFinite) ? (numbers as unknown as Matrix) : undefined;
};

/** Dots of a picture, by what the operator that paints it says of it. */
const dotsOf = ([first, width, height]: readonly unknown[]): number => {
  const said = typeof first === 'object' ? (first as { width?: unknown; height?: unknown } | null) : { width, height };
  return Number(said?.width ?? 0) * Number(said?.height ?? 0) || 0;
};

type Painted = { readonly area: number; readonly dots: number };

/** How much of the page each picture covers that it paints, in its own measure. */
const paintedOn = async (page: PdfPage): Promise<readonly Painted[]> => {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const painted: Painted[] = [];
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
    } else if (op === OPS.paintImageXObject || op === OPS.paintInlineImageXObject || op === OPS.paintImageMaskXObject)
      painted.push({ area: Math.abs(at[0] * at[3] - at[1] * at[2]), dots: dotsOf(args) });
  }
  return painted;
};

/** Part of a page that pictures must cover for it to be a scan. */
const leastCovered = 0.2;

/** Whether the page is a picture of a page, as a scanner or a fax machine makes it. */
export const isScan = async (page: PdfPage, maxPixels: number): Promise<boolean> => {
  const [x0 = 0, y0 = 0, x1 = 612, y1 = 792] = page.view;
  const painted = await paintedOn(page);
  if (painted.some(({ dots }) => dots > maxPixels)) throw new UnreadableError('tooLarge');
  return painted.reduce((sum, { area }) => sum + area, 0) >= leastCovered * (x1 - x0) * (y1 - y0);
};
