/** Length to breadth of a page above which it is drawn smaller than was asked for: a page may be two hundred inches long. */
const longestShape = 3;

export type Dots = { readonly width: number; readonly height: number };

/** As many dots as a picture may have whose shorter side was to have `shortSide`. */
const mostDots = (shortSide: number): number => longestShape * shortSide ** 2;

/** What a page is drawn with, so that its shorter side has `shortSide` dots: no more than `mostDots`, and enlarged `mostScale` times at most. */
export const dotsOf = ({ width, height }: Dots, shortSide: number, mostScale = 1): Dots => {
  const scale = Math.min(
    mostScale,
    shortSide / Math.min(width, height),
    Math.sqrt(mostDots(shortSide) / (width * height)),
  );
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
};
