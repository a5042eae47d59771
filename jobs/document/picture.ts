import sharp, { type Sharp } from 'sharp';
import { type ThreadFile, UnreadableError } from './protocol.ts';
import { readingWidth, recognize } from './recognize.ts';

/** Lines of a fax in normal resolution stand twice as far apart as its dots: made square before it is read. */
const faxWidth = 1728;
const isFlatFax = (width: number, height: number): boolean => width === faxWidth && height < faxWidth * 0.9;

/** Makes a picture smaller for the screen. */
export const forScreen = (picture: Sharp, width: number): Promise<Buffer> =>
  picture.resize({ width, withoutEnlargement: true }).webp({ quality: 70 }).toBuffer();

/** PNG, JPEG, or a TIFF with a page for each sheet of a fax. */
export const pictureFile = async (bytes: Uint8Array, maxPixels: number): Promise<ThreadFile> => {
  const given = (page: number): Sharp =>
    sharp(bytes, { page: page - 1, limitInputPixels: maxPixels, sequentialRead: true, failOn: 'error' });
  const { pages = 1 } = await given(1)
    .metadata()
    .catch((error: unknown) => {
      throw new UnreadableError(/pixel limit/i.test(String(error)) ? 'tooLarge' : 'damaged');
    });
  const upright = async (page: number): Promise<Sharp> => {
    const { width, height, orientation = 1 } = await given(page).metadata();
    const turned = given(page).rotate().flatten({ background: 'white' });
    return isFlatFax(width, height) && orientation === 1
      ? turned.resize({ width, height: height * 2, fit: 'fill' })
      : turned;
  };
  return {
    pages,
    page: async (page) => {
      const scan = await (await upright(page)).grayscale().toColourspace('b-w').png().toBuffer();
      const fit = await sharp(scan).resize({ width: readingWidth, withoutEnlargement: true }).png().toBuffer();
      return recognize(fit, page);
    },
    picture: async (page, width) => {
      const whole = await (await upright(page)).png().toBuffer();
      return forScreen(sharp(whole), width);
    },
    close: async () => undefined,
  };
};
