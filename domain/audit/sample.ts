/** Files that are read first; if all of them pass, reading stops (the 8/30 rule of accreditation surveys). */
const firstRead = 8;
/** Files that are read when one of the first does not pass. */
const fullRead = 30;
/** Files that are drawn: some stand in for those to which the question does not apply. */
export const drawn = 40;

/** Mulberry32: the same seed gives the same numbers everywhere, from 0 up to but not 1. */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Any whole number of 31 bits, from a hash in hex of something that nobody chooses. */
export const seedOf = (sha256Hex: string): number => Number.parseInt(sha256Hex.slice(0, 8), 16) >>> 1;

/** `size` members of the universe in an order of chance; the same universe and seed give the same sample. */
export const drawSample = <T>(universe: readonly T[], seed: number, size: number = drawn): readonly T[] => {
  const next = numbersFrom(seed);
  const left = [...universe];
  return Array.from({ length: Math.min(size, left.length) }, (_, i) => {
    const at = i + Math.floor(next() * (left.length - i));
    const [here, there] = [left[i] as T, left[at] as T];
    left[at] = here;
    left[i] = there;
    return there;
  });
};

export const verdicts = ['pass', 'fail', 'notApplicable'] as const;
export type Verdict = (typeof verdicts)[number];

export type SampleProgress = {
  /** Files in order that still have to be read. */
  readonly toRead: readonly number[];
  readonly passed: number;
  readonly failed: number;
  /** Nothing more has to be read. */
  readonly done: boolean;
  /** Share of the files read that passed; absent while none was. */
  readonly passRate?: number;
};

/**
 * Where the reading of a sample stands. `latest` holds the last verdict on each file by its position, from 1; a file to which the
 * question does not apply is replaced by the next one drawn.
 */
export const sampleProgress = (files: number, latest: ReadonlyMap<number, Verdict>): SampleProgress => {
  const counted: number[] = [];
  const wanted = () => (counted.some((p) => latest.get(p) === 'fail') ? fullRead : firstRead);
  for (let position = 1; position <= files && counted.length < wanted(); position++)
    if (latest.get(position) !== 'notApplicable') counted.push(position);
  const toRead = counted.filter((p) => !latest.has(p));
  const passed = counted.filter((p) => latest.get(p) === 'pass').length;
  const failed = counted.filter((p) => latest.get(p) === 'fail').length;
  return {
    toRead,
    passed,
    failed,
    done: toRead.length === 0,
    ...(passed + failed === 0 ? {} : { passRate: passed / (passed + failed) }),
  };
};
