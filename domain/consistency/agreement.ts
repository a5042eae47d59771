/** What each reviewer said of one thing that was rated: a point of a criterion, or an outcome. Nobody says anything twice. */
export type Unit = { readonly unitId: string; readonly ratings: ReadonlyMap<string, string> };

/** Share of the pairs of ratings of one unit that agree; undefined when no unit has two ratings. */
export const percentAgreement = (units: readonly Unit[]): number | undefined => {
  let pairs = 0;
  let same = 0;
  for (const { ratings } of units) {
    const values = [...ratings.values()];
    values.forEach((a, i) => {
      for (const b of values.slice(i + 1)) {
        pairs += 1;
        if (a === b) same += 1;
      }
    });
  }
  return pairs === 0 ? undefined : same / pairs;
};

/** How often a value stands among the ratings that can be compared. */
const tally = (values: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  return counts;
};

/**
 * Cohen's kappa of two reviewers over the units that both rated: 1 is full agreement, 0 what chance would give (Cohen 1960).
 * Undefined without such a unit, or when both always gave the same single answer, where chance explains everything.
 */
export const cohensKappa = (units: readonly Unit[], first: string, second: string): number | undefined => {
  const pairs = units.flatMap(({ ratings }): readonly (readonly [string, string])[] => {
    const [a, b] = [ratings.get(first), ratings.get(second)];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
  const n = pairs.length;
  if (n === 0) return undefined;
  const agreed = pairs.filter(([a, b]) => a === b).length;
  const ofSecond = tally(pairs.map(([, b]) => b));
  // In whole numbers, n squared times each share: the order of the reviewers leaves no trace in the last digit.
  let byChance = 0;
  for (const [value, count] of tally(pairs.map(([a]) => a))) byChance += count * (ofSecond.get(value) ?? 0);
  return byChance === n * n ? undefined : (n * agreed - byChance) / (n * n - byChance);
};

/**
 * Krippendorff's alpha for answers without an order, any number of reviewers, and ratings that are missing (Krippendorff 2011).
 * Undefined when no unit has two ratings or when only one answer was ever given.
 */
export const krippendorffsAlpha = (units: readonly Unit[]): number | undefined => {
  const rated = units.map(({ ratings }) => [...ratings.values()]).filter((values) => values.length > 1);
  const all = tally(rated.flat());
  const n = rated.reduce((sum, values) => sum + values.length, 0);
  let expected = n * n;
  for (const count of all.values()) expected -= count * count;
  if (expected === 0) return undefined;
  let observed = 0;
  for (const values of rated) {
    const m = values.length;
    let different = m * m;
    for (const count of tally(values).values()) different -= count * count;
    observed += different / (m - 1);
  }
  return 1 - ((n - 1) * observed) / expected;
};

/** Fewer units than twice the square of the number of answers are too few to rest on: 18 for three answers (Cicchetti 1981). */
export const fewestUnits = 18;

/** Words for a coefficient, after Landis and Koch 1977. */
export const strengthOf = (
  coefficient: number,
): 'poor' | 'slight' | 'fair' | 'moderate' | 'substantial' | 'almostPerfect' =>
  coefficient < 0
    ? 'poor'
    : coefficient <= 0.2
      ? 'slight'
      : coefficient <= 0.4
        ? 'fair'
        : coefficient <= 0.6
          ? 'moderate'
          : coefficient <= 0.8
            ? 'substantial'
            : 'almostPerfect';
