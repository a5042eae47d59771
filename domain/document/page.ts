/** Where something stands on a page: shares of its width and height, counted from the top left. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** A stretch of a page's text, `start` to before `end`, and where it stands. Stretches go forward and do not overlap. */
export type Stretch = Box & { readonly start: number; readonly end: number };

/** `textLayer`: as the file says; `recognized`: read from a picture, and liable to error; `none`: nothing could be read. */
const pageMethods = ['textLayer', 'recognized', 'none'] as const;
export type PageMethod = (typeof pageMethods)[number];

export type DocumentPage = {
  /** Counted from 1. */
  readonly page: number;
  readonly text: string;
  readonly stretches: readonly Stretch[];
  /** Width by height. */
  readonly aspect: number;
  readonly method: PageMethod;
  /** How sure the recognition is, 0 to 1. */
  readonly confidence?: number;
  /** Why nothing, or not everything, was read. */
  readonly problem?: Unreadable;
};

/** Why a file or a page could not be read. The file is kept all the same. */
const unreadables = [
  'empty',
  'encrypted',
  'damaged',
  'notSupported',
  'tooLarge',
  'tooManyPages',
  'tooSlow',
  'tooMuchMemory',
] as const;
export type Unreadable = (typeof unreadables)[number];

/** The first line that says something, for lists. */
export const firstLine = (text: string, longest = 90): string => {
  const line = text.split('\n').find((l) => /[\p{L}\p{N}]{2}/u.test(l)) ?? '';
  const plain = line.replace(/\s+/g, ' ').trim();
  return plain.length > longest ? `${plain.slice(0, longest - 1).trimEnd()}…` : plain;
};

/** Words that run up or down the page stand in a box much higher than wide. */
const runsUpright = ({ start, end, width, height }: Stretch, aspect: number): boolean =>
  end - start > 2 && height > 2 * width * aspect;

/**
 * The boxes of the words between two places of a page's text. A stretch that is cut is cut in proportion; one that runs up or down the
 * page is not, because nothing says where it begins.
 */
export const boxesOf = (
  { stretches, aspect }: Pick<DocumentPage, 'stretches' | 'aspect'>,
  start: number,
  end: number,
): readonly Box[] =>
  stretches
    .filter((s) => s.start < end && s.end > start)
    .map((s) => {
      if (runsUpright(s, aspect)) return { left: s.left, top: s.top, width: s.width, height: s.height };
      const length = s.end - s.start;
      const from = Math.max(start, s.start) - s.start;
      const to = Math.min(end, s.end) - s.start;
      return {
        left: s.left + (s.width * from) / length,
        top: s.top,
        width: (s.width * (to - from)) / length,
        height: s.height,
      };
    });
