import type { Fact, FactValue } from '../fact/fact.ts';
import { convert } from '../logic/unit.ts';

type Stated = Pick<Fact, 'key' | 'value' | 'at' | 'qualifiers'>;

/** The same value, in whatever unit. */
export const sameValue = (a: FactValue, b: FactValue): boolean => {
  if (a.kind === 'quantity' && b.kind === 'quantity') return convert(b.value, b.unit, a.unit) === a.value;
  return a.kind === b.kind && a.value === b.value;
};

/** What a fact is about: the data point, under its conditions, on its day, as far as they are told. */
export const questionOf = (f: Stated): string =>
  JSON.stringify([f.key, Object.entries(f.qualifiers ?? {}).sort(), (f.at ?? '').slice(0, 10)]);

/** The same thing under the same conditions, as far as they are told. */
const sameQuestion = (a: Stated, b: Stated): boolean => a.key === b.key && questionOf(a) === questionOf(b);

/** Two values of the same thing that cannot both be so. Both are kept, and a person says which counts. */
export const contradicts = (a: Stated, b: Stated): boolean =>
  sameQuestion(a, b) && a.value.kind !== 'text' && !sameValue(a.value, b.value);
