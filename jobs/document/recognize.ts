import { createRequire } from 'node:module';
import path from 'node:path';
import type { DocumentPage } from '@openum/domain/document/page.ts';
import sharp from 'sharp';
import { createWorker, OEM, type Word, type Worker } from 'tesseract.js';
import { pageText } from './lines.ts';

/** The language data come with the installation: nothing is fetched, nothing is written. */
const languageData = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json')),
  '4.0.0_best_int',
);

let recognizer: Promise<Worker> | undefined;
const started = (): Promise<Worker> => {
  recognizer ??= createWorker('eng', OEM.LSTM_ONLY, { langPath: languageData, cacheMethod: 'none', gzip: true });
  return recognizer;
};

/** On the shorter side, about 200 an inch: more costs time and finds nothing new. */
export const readingDots = 1700;

/** Reads the words in a picture of a page. */
export const recognize = async (picture: Uint8Array, page: number): Promise<DocumentPage> => {
  const { width, height } = await sharp(picture).metadata();
  const { data } = await (await started()).recognize(Buffer.from(picture), {}, { blocks: true, text: false });
  const put = pageText();
  const words: Word[] = [];
  for (const line of (data.blocks ?? []).flatMap((b) => b.paragraphs.flatMap((p) => p.lines))) {
    if (words.length > 0) put.gap('\n');
    line.words.forEach((word, at) => {
      const { x0, y0, x1, y1 } = word.bbox;
      if (at > 0) put.gap(' ');
      put.add(word.text, { left: x0 / width, top: y0 / height, width: (x1 - x0) / width, height: (y1 - y0) / height });
      words.push(word);
    });
  }
  const sure = words.reduce((sum, w) => sum + w.confidence, 0) / (words.length || 1) / 100;
  const { text, stretches } = put.done();
  return {
    page,
    text,
    stretches,
    aspect: width / height,
    ...(words.length > 0 ? { method: 'recognized' as const, confidence: sure } : { method: 'none' as const }),
  };
};
