import { formatOf, isDrawn } from '@openum/domain/document/format.ts';
import type { Unreadable } from '@openum/domain/document/page.ts';
import type { OpenFile } from '../port/documentReader.ts';
import type { PagePicture, PictureSize } from '../port/pagePictures.ts';
import type { Looking } from './looking.ts';
import type { ShelvedDocument } from './shelf.ts';

/** Dots on the shorter side of a page. Of a letter, `page` is 150 an inch and `large` 250. */
const dotsOf: Readonly<Record<PictureSize, number>> = { thumbnail: 128, page: 1275, large: 2125 };

export type Drawing = Looking & { readonly document: ShelvedDocument; readonly size: PictureSize };

const keyOf = ({ shelf, document, size }: Drawing) => ({
  shelfId: shelf.shelfId,
  documentId: document.documentId,
  size,
});

/** Pictures that were drawn before. */
export const drawnBefore = (drawing: Drawing, from: number, to: number) =>
  drawing.casework.pagePictures.drawn(drawing.scope, keyOf(drawing), { from, to });

/** Draws a page and keeps its picture, or why there is none. */
export const drawPage = async (drawing: Drawing, file: OpenFile, page: number): Promise<PagePicture | undefined> => {
  const { casework, scope, size } = drawing;
  const drawn = await file.picture(page, dotsOf[size]);
  if (drawn === undefined) return undefined;
  const picture = 'problem' in drawn ? drawn : { bytes: drawn };
  await casework.pagePictures.save(scope, { ...keyOf(drawing), page }, picture, casework.environment.now());
  return picture;
};

/** Opens the file for as long as its pages are drawn; undefined where they have no look of their own, as those of a text. */
export const whileOpen = async <T>(
  { casework, shelf, document }: Drawing,
  draw: (file: OpenFile) => Promise<T>,
): Promise<T | { readonly problem: Unreadable } | undefined> => {
  const kept = await shelf.bytesOf(document);
  const format = kept && formatOf(kept.bytes);
  if (!kept || !format || !isDrawn(format)) return undefined;
  const file = await casework.documentReader.open(kept.bytes);
  if ('problem' in file) return file;
  try {
    return await draw(file);
  } finally {
    file.close();
  }
};
