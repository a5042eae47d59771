import type { ExtractionRules, FactReader } from '../extraction/rule.ts';
import { unitReader } from '../extraction/unit.ts';
import type { FactCatalogue } from '../fact/catalogue.ts';
import type { FactValue } from '../fact/fact.ts';
import { convert } from '../logic/unit.ts';
import { numberPlaces } from './written.ts';

type Quantity = Extract<FactValue, { kind: 'quantity' }>;

/** `misread`: outside of what can be measured in anybody. */
export type UnitVerdict = 'said' | 'notSaid' | 'misread';

export type UnitSaid = (quote: string, key: string, value: Quantity) => UnitVerdict;

/** A number of its own kind, of which nobody writes a unit. */
const isBare = (unit: string): boolean => unit === '1' || unit.startsWith('{');

/** Whether words give a number in the unit that is claimed for it; by the same table by which documents are read without a model. */
export const unitSaid = (facts: FactCatalogue, rules: Pick<ExtractionRules, 'units' | 'readers'>): UnitSaid => {
  const readers = new Map(rules.readers.map((r) => [r.fact, r]));
  return (quote, key, { value, unit }) => {
    const definition = facts.byKey.get(key);
    if (definition?.kind !== 'quantity') return 'notSaid';
    const data: FactReader = readers.get(key) ?? { fact: key };
    const own = convert(value, unit, definition.unit);
    if (own === undefined || own < (data.least ?? 0) || own > (data.most ?? Number.POSITIVE_INFINITY)) return 'misread';
    const read = unitReader(rules.units, definition, data);
    const said = numberPlaces(quote).some((n) => {
      if (n.value !== value) return false;
      const after = read.after(quote, n.end);
      if (after === 'other') return false;
      if (after) return after.unit === unit;
      const between = read.between(quote.slice(0, n.start));
      return between === undefined ? data.bare === unit || isBare(unit) : between === unit;
    });
    return said ? 'said' : 'notSaid';
  };
};
