import type { Quantity } from '../case/request.ts';

/** How senders write what is counted: UCUM, X12 code list 673 and 355, or a word. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  unit: ['{unit}', '1', 'un', 'fl', 'unit', 'units'],
  visit: ['{visit}', 'vs', 'visit', 'visits'],
  day: ['d', 'da', 'dy', 'day', 'days'],
  week: ['wk', 'week', 'weeks'],
  month: ['mo', 'mn', 'month', 'months'],
  hour: ['h', 'hs', 'hr', 'hour', 'hours'],
};

const canonical = new Map(Object.entries(spellings).flatMap(([name, all]) => all.map((s) => [s, name] as const)));

export const sameServiceUnit = (a: string, b: string): boolean => {
  const left = canonical.get(a.toLowerCase());
  return left === undefined ? a === b : left === canonical.get(b.toLowerCase());
};

/** The entry that is written in the unit asked for. */
export const inUnitOf = (quantities: readonly Quantity[], asked: Quantity): Quantity | undefined =>
  quantities.find((q) => sameServiceUnit(q.unit, asked.unit));

/** An amount as people say it: `3 units`, `1 visit`; a unit that is not known stays as it was sent. */
export const quantityWords = ({ value, unit }: Quantity): string => {
  const name = canonical.get(unit.toLowerCase());
  return `${value} ${name === undefined ? unit : value === 1 ? name : `${name}s`}`;
};
