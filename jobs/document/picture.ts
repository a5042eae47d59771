import sharp, { type Sharp } from 'sharp';
import { dotsOf } from './dots.ts';
import { type ThreadFile, UnreadableError } from './protocol.ts';
import { readingDots, recognize } from './recognize.ts';

/** Lines of a fax in normal resolution stand twice as far apart as its dots: made square before it is read. */
const faxWidth = 1728;
const isFlatFax = (width: number, height: number): boolean => width === faxWidth && height < faxWidth * 0.9;

/** As a browser shows it: packed quickly, because somebody waits. */
export const forScreen = (picture: Sharp): Promise<Buffer> => picture.webp({ quality: 75, effort: 0 }).toBuffer();

/** PNG, JPEG, or a TIFF with a page for each sheet of a fax. */
export const pictureFile = async (bytes: Uint8Array, maxPixels: number): Promise<ThreadFile> => {
  const given = (page: number, failOn: 'error' | 'none' = 'error'): Sharp =>
    sharp(bytes, { page: page - 1, limitInputPixels: maxPixels, sequentialRead: true, failOn });
  const { pages = 1 } = await given(1)
    .metadata()
    .catch((error: unknown) => {
      throw new UnreadableError(/pixel limit/i.test(String(error)) ? 'tooLarge' : 'damaged');
    });
  /** Upright and square, its shorter side with `dots` at most. */
  const upright = async (page: number, dots: number, failOn: 'error' | 'none'): Promise<Sharp> => {
    const { width, height, orientation = 1 } = await given(page).metadata();
    const isLying = orientation >= 5;
    const size = { width: isLying ? height : width, height: isLying ? width : height };
    const square = isFlatFax(width, height) && orientation === 1 ? { width, height: height * 2 } : size;
    return given(page, failOn)
      .rotate()
      .flatten({ background: 'white' })
      .resize({ ...dotsOf(square, dots), fit: 'fill' });
  };
  return {
    pages,
    page: async (page) => {
      const scan = await (await upright(page, readingDots, 'error')).grayscale().toColourspace('b-w').png().toBuffer();
      return recognize(scan, page);
    },
    // Of one that was cut off, what there is.
    picture: async (page, dots) => forScreen(await upright(page, dots, 'none')),
    close: async () => undefined,
  };
};
