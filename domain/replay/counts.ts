import { effectOf, type ReplayDimension, type ReplayEffect, type ReplayedLine, replayDimensions } from './line.ts';

export type Tally = { readonly lines: number } & Readonly<Partial<Record<ReplayEffect, number>>>;

/** How many lines were read, and how many would have come out otherwise: all together, and by whom and what they were about. */
export type ReplayCounts = {
  readonly all: Tally;
  readonly by: Readonly<Record<ReplayDimension, Readonly<Record<string, Tally>>>>;
  /** Cases that could not be read again. */
  readonly unreadable: number;
};

const none: Tally = { lines: 0 };

export const noCounts: ReplayCounts = {
  all: none,
  by: { lineOfBusiness: {}, age: {}, sex: {}, language: {}, service: {}, facility: {} },
  unreadable: 0,
};

export const changedIn = ({ lines: _, ...effects }: Tally): number =>
  Object.values(effects).reduce((sum, n) => sum + n, 0);

/** Groups with fewer lines say nothing about the group. */
export const fewestLines = 10;

type Writable = { lines: number } & Partial<Record<ReplayEffect, number>>;

const add = (tally: Writable, effect: ReplayEffect | undefined): void => {
  tally.lines += 1;
  if (effect) tally[effect] = (tally[effect] ?? 0) + 1;
};

/** The counts with some more lines. */
export const counted = (before: ReplayCounts, lines: readonly ReplayedLine[]): ReplayCounts => {
  const all: Writable = { ...before.all };
  const by = Object.fromEntries(
    replayDimensions.map((d) => [
      d,
      new Map(Object.entries(before.by[d]).map(([k, t]): [string, Writable] => [k, { ...t }])),
    ]),
  ) as Record<ReplayDimension, Map<string, Writable>>;
  for (const line of lines) {
    const effect = effectOf(line);
    add(all, effect);
    for (const d of replayDimensions) {
      const value = line.groups[d];
      const tally = by[d].get(value) ?? { lines: 0 };
      by[d].set(value, tally);
      add(tally, effect);
    }
  }
  return {
    ...before,
    all,
    by: Object.fromEntries(replayDimensions.map((d) => [d, Object.fromEntries(by[d])])) as ReplayCounts['by'],
  };
};
