import type { OpenFile } from '@openum/casework/port/documentReader.ts';
import type { Box } from '@openum/domain/document/page.ts';
import sharp from 'sharp';

type Colour = readonly [red: number, green: number, blue: number];

/** The picture of a page, to be looked at dot by dot; fails where there is none. */
export const pictureOf = async (file: OpenFile, page: number, dots: number) => {
  const drawn = await file.picture(page, dots);
  if (!drawn || 'problem' in drawn)
    throw new Error(`page ${page} was not drawn: ${drawn?.problem ?? 'it has no look'}`);
  const { data, info } = await sharp(drawn).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const dot = (x: number, y: number): Colour => {
    const at = (y * info.width + x) * info.channels;
    return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  };
  const colourAt = (left: number, top: number): Colour =>
    dot(Math.floor(left * (info.width - 1)), Math.floor(top * (info.height - 1)));
  /** The part of its dots that are dark, of a box of the page. */
  const inkOf = (box: Box | undefined): number => {
    if (!box) return 0;
    const [x0, x1] = [Math.floor(box.left * info.width), Math.floor((box.left + box.width) * info.width)];
    const [y0, y1] = [Math.floor(box.top * info.height), Math.floor((box.top + box.height) * info.height)];
    let dark = 0;
    for (let y = y0; y < y1; y++)
      for (let x = x0; x < x1; x++) if (dot(x, y).reduce((sum, c) => sum + c) < 384) dark += 1;
    return dark / Math.max(1, (x1 - x0) * (y1 - y0));
  };
  return { width: info.width, height: info.height, colourAt, inkOf };
};
