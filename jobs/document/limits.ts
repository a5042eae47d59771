const KB = 1024;
const MB = 1024 * KB;

/** How much a file from outside may take. */
export type ReaderLimits = {
  readonly maxBytes: number;
  readonly maxPages: number;
  /** Of one picture, before it is made smaller. */
  readonly maxPixels: number;
  readonly openMilliseconds: number;
  readonly pageMilliseconds: number;
  /** For the picture of one page. */
  readonly drawMilliseconds: number;
  /** By how much the whole process may grow while one page is read. */
  readonly maxGrowthBytes: number;
  /** Of the thread's own heap. */
  readonly heapMegabytes: number;
};

export const defaultLimits: ReaderLimits = {
  maxBytes: 50 * MB,
  maxPages: 2000,
  maxPixels: 120_000_000,
  openMilliseconds: 60_000,
  pageMilliseconds: 90_000,
  drawMilliseconds: 20_000,
  maxGrowthBytes: 1024 * MB,
  heapMegabytes: 512,
};
