import { numbersFrom } from '../audit/sample.ts';
import type { Unit } from './agreement.ts';

export type Interval = { readonly low: number; readonly high: number };

const rounds = 1000;

/**
 * The middle 95 % of a coefficient over units drawn again with replacement (percentile bootstrap). The same units and seed give
 * the same interval. Undefined when fewer than two units were rated or most draws have no coefficient.
 */
export const bootstrapInterval = (
  units: readonly Unit[],
  coefficient: (units: readonly Unit[]) => number | undefined,
  seed: number,
): Interval | undefined => {
  if (units.length < 2) return undefined;
  const next = numbersFrom(seed);
  const found: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const drawn = units.map(() => units[Math.floor(next() * units.length)] as Unit);
    const value = coefficient(drawn);
    if (value !== undefined) found.push(value);
  }
  if (found.length < rounds / 2) return undefined;
  found.sort((a, b) => a - b);
  const at = (share: number): number => found[Math.min(found.length - 1, Math.floor(share * found.length))] as number;
  return { low: at(0.025), high: at(0.975) };
};
