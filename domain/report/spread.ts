/** How a quantity is spread over its cases, in whole units. */
export type Spread = {
  readonly average: number;
  readonly median: number;
  readonly p90: number;
  readonly p95: number;
  readonly longest: number;
};

/** Between the two nearest values, in proportion: the continuous percentile of SQL. */
const percentile = (sorted: readonly number[], share: number): number => {
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? 0;
  return low + (high - low) * (at - Math.floor(at));
};

/** Undefined when there is nothing to describe: no average is not an average of zero. */
export const spreadOf = (values: readonly number[]): Spread | undefined => {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  return {
    average: Math.round(values.reduce((sum, v) => sum + v, 0) / values.length),
    median: Math.round(percentile(sorted, 0.5)),
    p90: Math.round(percentile(sorted, 0.9)),
    p95: Math.round(percentile(sorted, 0.95)),
    longest: Math.round(sorted.at(-1) ?? 0),
  };
};
