import type { Row } from './database.ts';

/** The names of columns are few and asked for with every row. */
const remembering = (spell: (name: string) => string) => {
  const known = new Map<string, string>();
  return (name: string): string => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const spelled = spell(name);
    known.set(name, spelled);
    return spelled;
  };
};

const toSnake = remembering((name) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`));
const toCamel = remembering((name) => name.replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase()));

/** A flat object with the names of columns. */
export const toColumns = (object: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [toSnake(name), value]));

/** A flat object with the names of the code; NULL becomes absence. The caller says which type its columns make. */
export const fromColumns = <T>(row: Row): T =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [toCamel(name), value]),
  ) as T;

/** Columns for a select, from the names of the code. */
export const columnList = (names: readonly string[]): string => names.map(toSnake).join(', ');
