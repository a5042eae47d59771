import type { PagePicture, PictureSize } from '../port/pagePictures.ts';
import { type Drawing, drawnBefore, drawPage, whileOpen } from './draw.ts';
import { type Looking, logOpening, shelvedDocument } from './looking.ts';

const beyond = 'beyond';

/**
 * A page as it looks, written into the log of reads; `none` for the pages of a text, which have no look. Undefined: there is no
 * such document or page.
 */
export const pagePicture = async (
  looking: Looking,
  documentId: string,
  page: number,
  size: PictureSize,
): Promise<PagePicture | 'none' | undefined> => {
  const document = shelvedDocument(looking, documentId);
  if (!document) return undefined;
  const drawing: Drawing = { ...looking, document, size };
  const [before] = await drawnBefore(drawing, page, page);
  const picture =
    before ?? (await whileOpen(drawing, async (file) => (page <= file.pages ? drawPage(drawing, file, page) : beyond)));
  if (picture === beyond) return undefined;
  if (picture === undefined) return 'none';
  await logOpening(looking, documentId);
  return picture;
};
