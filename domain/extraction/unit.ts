import type { FactDefinition } from '../fact/catalogue.ts';
import type { FactReader } from './rule.ts';

/** The unit that stands at a place of a text and where it ends; `other`: a unit that this fact does not take. */
type UnitAt = { readonly unit: string; readonly to: number } | 'other' | undefined;

export type UnitReader = {
  readonly after: (text: string, at: number) => UnitAt;
  /** A unit in brackets behind the name: "Hematocrit (%)". */
  readonly between: (text: string) => string | undefined;
};

const special = /[.*+?^${}()|[\]\\/]/g;
const written = (says: string): string => says.replace(special, '\\$&').replace(/\s+/g, '[\\s-]*');

type Writing = { readonly unit: string; readonly says: RegExp; readonly bracketed: RegExp };

const compiled = new WeakMap<object, readonly Writing[]>();

const writings = (units: Readonly<Record<string, readonly string[]>>): readonly Writing[] => {
  const known = compiled.get(units);
  if (known) return known;
  const said = Object.entries(units).filter(([, says]) => says.length > 0);
  const list = said.map(([unit, says]) => {
    const any = `(?:${says
      .toSorted((a, b) => b.length - a.length)
      .map(written)
      .join('|')})`;
    return {
      unit,
      says: new RegExp(`[\\s-]{0,3}${any}(?![\\p{L}\\p{N}])`, 'iuy'),
      bracketed: new RegExp(`[(\\[,]\\s*${any}\\s*[)\\],]`, 'iu'),
    };
  });
  compiled.set(units, list);
  return list;
};

export const unitReader = (
  units: Readonly<Record<string, readonly string[]>>,
  definition: FactDefinition,
  data: FactReader,
): UnitReader => {
  const own = data.says ? writings(data.says) : [];
  const taken = new Set(definition.kind === 'quantity' ? definition.units : []);
  const all = [...own, ...writings(units)];
  const isOwn = (w: Writing): boolean => own.includes(w) || taken.has(w.unit);
  return {
    after: (text, at) => {
      let best: { readonly writing: Writing; readonly to: number } | undefined;
      for (const writing of all) {
        writing.says.lastIndex = at;
        if (!writing.says.test(text)) continue;
        const to = writing.says.lastIndex;
        const longer = !best || to > best.to || (to === best.to && isOwn(writing) && !isOwn(best.writing));
        if (longer) best = { writing, to };
      }
      if (!best) return undefined;
      return isOwn(best.writing) ? { unit: best.writing.unit, to: best.to } : 'other';
    },
    between: (text) => all.find((w) => isOwn(w) && w.bracketed.test(text))?.unit,
  };
};
