import { thumbnailOf, thumbnailsAtOnce } from '@openum/domain/document/thumbnail.ts';
import { addElapsed, millisecondsBetween } from '@openum/domain/time/instant.ts';
import type { PagePicture } from '../port/pagePictures.ts';
import { type Drawing, drawnBefore, drawPage, whileOpen } from './draw.ts';
import { type Looking, logOpening, shelvedDocument } from './looking.ts';

type Thumbnail = { readonly page: number; readonly contentType: string; readonly bytes: Uint8Array };

export type Thumbnails = {
  readonly thumbnails: readonly Thumbnail[];
  /** False: there are more to draw; ask again. */
  readonly isComplete: boolean;
};

/** How long one call draws; what is left is drawn at the next. */
const drawingMs = 1500;

/** For how long after somebody has opened a document its thumbnails are part of that opening. */
const openingHours = 1;

/** An opening counts once, whatever number of thumbnails is looked at. */
const logOnce = async (looking: Looking, documentId: string): Promise<void> => {
  const { casework, scope, userId } = looking;
  const since = addElapsed(casework.environment.now(), { hours: -openingHours });
  if (!(await casework.readLog.hasOpened(scope, userId, documentId, since))) await logOpening(looking, documentId);
};

/** Draws what is missing, as far as it comes in its time. Gives the last page of the file; undefined where none can be drawn. */
const drawMissing = async (
  drawing: Drawing,
  missing: readonly number[],
  pictures: Map<number, PagePicture>,
  isWanted: () => boolean,
): Promise<number | undefined> => {
  const { now } = drawing.casework.environment;
  const begun = now();
  const last = await whileOpen(drawing, async (file) => {
    for (const page of missing.filter((p) => p <= file.pages)) {
      if (!isWanted()) break;
      const picture = await drawPage(drawing, file, page);
      if (picture) pictures.set(page, picture);
      if (millisecondsBetween(begun, now()) >= drawingMs) break;
    }
    return file.pages;
  });
  return typeof last === 'number' ? last : undefined;
};

/** Where the words of a page stand, when it has no look or could not be drawn. */
const ofWords = async (
  { casework, scope, shelf }: Looking,
  documentId: string,
  page: number,
): Promise<readonly Thumbnail[]> => {
  const kept = await casework.documentPages.page(scope, shelf.shelfId, documentId, page);
  return kept ? [{ page, contentType: 'image/svg+xml', bytes: new TextEncoder().encode(thumbnailOf(kept)) }] : [];
};

/** Small pictures of some pages, from one on; drawn as long as somebody waits for them. */
export const pageThumbnails = async (
  looking: Looking,
  documentId: string,
  from: number,
  isWanted: () => boolean = () => true,
): Promise<Thumbnails | undefined> => {
  const document = shelvedDocument(looking, documentId);
  if (!document) return undefined;
  await logOnce(looking, documentId);
  const drawing: Drawing = { ...looking, document, size: 'thumbnail' };
  const wanted = Array.from({ length: thumbnailsAtOnce }, (_, at) => from + at);
  const before = await drawnBefore(drawing, from, from + thumbnailsAtOnce - 1);
  const pictures = new Map<number, PagePicture>(before.map(({ page, ...picture }) => [page, picture]));
  const missing = wanted.filter((page) => !pictures.has(page));
  if (!isWanted()) return { thumbnails: [], isComplete: false };
  const last = missing.length > 0 ? await drawMissing(drawing, missing, pictures, isWanted) : undefined;
  const thumbnails = await Promise.all(
    wanted.map((page): readonly Thumbnail[] | Promise<readonly Thumbnail[]> => {
      const picture = pictures.get(page);
      if (picture && 'bytes' in picture) return [{ page, contentType: 'image/webp', bytes: picture.bytes }];
      return picture || last === undefined ? ofWords(looking, documentId, page) : [];
    }),
  );
  const isComplete = last === undefined || missing.every((page) => page > last || pictures.has(page));
  return { thumbnails: thumbnails.flat(), isComplete };
};
