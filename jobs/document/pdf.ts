import type { Box, DocumentPage } from '@openum/domain/document/page.ts';
import { getDocumentProxy } from 'unpdf';
import { drawing } from './draw.ts';
import { cleaned, pageText } from './lines.ts';
import { isScan } from './pdfScan.ts';
import { forScreen } from './picture.ts';
import { type ThreadFile, UnreadableError } from './protocol.ts';
import { readingDots, recognize } from './recognize.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;
type Viewport = ReturnType<PdfPage['getViewport']>;
type TextItem = Extract<Awaited<ReturnType<PdfPage['getTextContent']>>['items'][number], { readonly str: string }>;

/** Fewer signs than this beside a picture are the stamp of a fax machine, not the page's text. */
const stampSigns = 80;

const boxOf = ({ transform, width, height }: TextItem, viewport: Viewport): Box => {
  const [a = 1, b = 0, , , x = 0, y = 0] = transform as readonly number[];
  const length = Math.hypot(a, b) || 1;
  const along = [(a / length) * width, (b / length) * width] as const;
  const up = [(-b / length) * height, (a / length) * height] as const;
  const corners = [
    [x, y],
    [x + along[0], y + along[1]],
    [x + up[0], y + up[1]],
    [x + along[0] + up[0], y + along[1] + up[1]],
  ].map(([cx = 0, cy = 0]) => viewport.convertToViewportPoint(cx, cy) as [number, number]);
  const xs = corners.map(([cx]) => cx / viewport.width);
  const ys = corners.map(([, cy]) => cy / viewport.height);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
};

const textLayer = async (pdfPage: PdfPage, page: number): Promise<DocumentPage> => {
  const viewport = pdfPage.getViewport({ scale: 1 });
  const { items } = await pdfPage.getTextContent();
  const put = pageText();
  for (const item of items) {
    if (!('str' in item)) continue;
    if (cleaned(item.str) !== '') put.add(item.str, boxOf(item, viewport));
    if (item.hasEOL) put.gap('\n');
  }
  const { text, stretches } = put.done();
  const method = stretches.length > 0 ? 'textLayer' : 'none';
  return { page, text, stretches, aspect: viewport.width / viewport.height, method };
};

const opened = async (bytes: Uint8Array): Promise<Pdf> => {
  try {
    return await getDocumentProxy(bytes, { verbosity: 0 });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new UnreadableError(isLocked ? 'encrypted' : 'damaged');
  }
};

/** A page is read from its text layer; where it is a scan without one, from its picture. */
export const pdfFile = async (bytes: Uint8Array, maxPixels: number): Promise<ThreadFile> => {
  // Reading takes the bytes away.
  const draw = drawing(bytes.slice());
  const pdf = await opened(bytes);
  return {
    pages: pdf.numPages,
    page: async (page) => {
      const pdfPage = await pdf.getPage(page);
      try {
        const layer = await textLayer(pdfPage, page);
        if (layer.text.replace(/\s/g, '').length >= stampSigns) return layer;
        if (!(await isScan(pdfPage, maxPixels))) return layer;
        const read = await recognize(await (await draw.gray(page, readingDots)).png().toBuffer(), page);
        return read.method === 'none' ? layer : read;
      } finally {
        pdfPage.cleanup();
      }
    },
    picture: async (page, dots) => forScreen(await draw.colour(page, dots)),
    close: async () => {
      await pdf.loadingTask.destroy();
    },
  };
};
