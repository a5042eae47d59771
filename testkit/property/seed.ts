import fc from 'fast-check';

/** Drawn once and kept, so that every run of the tests sees the same values. */
const usual = 20261122;

/**
 * The one place that seeds properties: a setup file of the test runs. `OPENUM_SEED=random` draws anew in each run, a number repeats a
 * run; a property that fails prints its seed.
 */
export const seedOf = (asked: string | undefined): number | undefined => {
  if (asked === undefined || asked === '') return usual;
  if (asked === 'random') return undefined;
  if (!/^-?\d{1,10}$/.test(asked)) throw new Error(`OPENUM_SEED must be a whole number or "random", not "${asked}"`);
  return Number(asked);
};

const seed = seedOf(process.env.OPENUM_SEED);
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
