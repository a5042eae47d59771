import type { DocumentPage } from './page.ts';

/** Thumbnails that are asked for at once: about as many as are in sight. */
export const thumbnailsAtOnce = 16;

const high = 132;
/** Ink is lower than the line on which it stands. */
const inked = 0.62;

const round = (x: number): number => Math.round(x * 10) / 10;

/** A small drawing of where the ink of a page stands: enough to know the page again, and nothing that could be read. */
export const thumbnailOf = ({ aspect, stretches }: Pick<DocumentPage, 'aspect' | 'stretches'>): string => {
  const wide = round(high * aspect);
  const path = stretches
    .filter((s) => s.width > 0 && s.height > 0)
    .map((s) => {
      const [x, y] = [round(s.left * wide), round((s.top + s.height * (1 - inked)) * high)];
      const [w, h] = [round(Math.max(0.4, s.width * wide)), round(Math.max(0.6, s.height * inked * high))];
      return `M${x} ${y}h${w}v${h}h-${w}z`;
    })
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="${wide}" height="${high}"><rect width="100%" height="100%" fill="#fff"/><path d="${path}" fill="#7a828a"/></svg>`;
};
