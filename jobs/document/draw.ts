import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import sharp, { type Sharp } from 'sharp';
import { dotsOf } from './dots.ts';
import { UnreadableError } from './protocol.ts';

/** A page in points, 72 an inch, is drawn with 300 an inch at most: a small label gains nothing by more. */
const mostScale = 300 / 72;

let program: Promise<ArrayBuffer> | undefined;

const engine = (): Promise<ArrayBuffer> => {
  program ??= readFile(fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm'))).then(
    (bytes) => new Uint8Array(bytes).buffer,
  );
  return program;
};

/** A memory of its own for each file: what one file does to the engine, the next does not meet. */
const opened = async (bytes: Uint8Array): Promise<PDFiumDocument> => {
  const library = await PDFiumLibrary.init({ wasmBinary: await engine() });
  return library.loadDocument(bytes);
};

/** Draws pages of a PDF as they would be printed, with what was filled into its forms. */
export const drawing = (bytes: Uint8Array) => {
  let document: Promise<PDFiumDocument> | undefined;
  const draw = async (page: number, shortSide: number, colour: 'BGRA' | 'Gray'): Promise<Sharp> => {
    document ??= opened(bytes);
    try {
      const sheet = (await document).getPage(page - 1);
      const { originalWidth: width, originalHeight: height } = sheet.getOriginalSize();
      if (!(width > 0 && height > 0)) throw new UnreadableError('damaged');
      const drawn = await sheet.render({
        ...dotsOf({ width, height }, shortSide, mostScale),
        colorSpace: colour,
        render: 'bitmap',
        renderFormFields: true,
      });
      const raw = { width: drawn.width, height: drawn.height };
      // The engine gives red, green, blue and nothing, whatever the name of its colours says.
      return colour === 'Gray'
        ? sharp(drawn.data, { raw: { ...raw, channels: 1 } })
        : sharp(drawn.data, { raw: { ...raw, channels: 4 } }).removeAlpha();
    } catch (error) {
      // Its memory may be left in any state; the next page begins with a new one.
      document = undefined;
      throw error instanceof UnreadableError ? error : new UnreadableError('damaged');
    }
  };
  return {
    colour: (page: number, shortSide: number): Promise<Sharp> => draw(page, shortSide, 'BGRA'),
    gray: (page: number, shortSide: number): Promise<Sharp> => draw(page, shortSide, 'Gray'),
  };
};
