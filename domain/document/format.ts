/** What a file is by its own bytes; what the sender says of it may be wrong. */
export type FileFormat = 'pdf' | 'image' | 'tiff' | 'json' | 'xml' | 'text';

/** Whether its pages have a look of their own; the others are words that are laid out on pages. */
export const isDrawn = (format: FileFormat): boolean => format === 'pdf' || format === 'image' || format === 'tiff';

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((b, i) => bytes[i] === b);

const pdfSign = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** Readers take a PDF whose sign stands within the first kilobyte. */
const isPdf = (bytes: Uint8Array): boolean => {
  for (let at = 0; at < Math.min(1024, bytes.length); at++)
    if (bytes[at] === 0x25 && startsWith(bytes.subarray(at), pdfSign)) return true;
  return false;
};

const png = [0x89, 0x50, 0x4e, 0x47];
const jpeg = [0xff, 0xd8, 0xff];
const tiff = [
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];

/** Text has no byte that only files for machines have. */
const isText = (bytes: Uint8Array): boolean => {
  for (const b of bytes.subarray(0, 4096)) if (b < 9 || (b > 13 && b < 32 && b !== 27)) return false;
  return true;
};

const blank = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);
const firstSign = (bytes: Uint8Array): number | undefined => bytes.subarray(0, 1024).find((b) => !blank.has(b));

/** Undefined: none of the formats that can be read. */
export const formatOf = (bytes: Uint8Array): FileFormat | undefined => {
  if (isPdf(bytes)) return 'pdf';
  if (startsWith(bytes, png) || startsWith(bytes, jpeg)) return 'image';
  if (tiff.some((t) => startsWith(bytes, t))) return 'tiff';
  if (!isText(bytes)) return undefined;
  const first = firstSign(bytes);
  if (first === 0x7b || first === 0x5b) return 'json';
  if (first === 0x3c) return 'xml';
  return 'text';
};
