import type { PayerCard } from './card.ts';

export type CardChange = { readonly path: string; readonly before?: string; readonly after?: string };

type Leaves = ReadonlyMap<string, string>;

/** Every value of a card by its path; lists of levels and appeals by what they are about, not by their place. */
const leavesOf = (value: unknown, path: string, into: Map<string, string>): Map<string, string> => {
  if (Array.isArray(value)) {
    if (value.every((v) => typeof v === 'string')) return value.length > 0 ? into.set(path, value.join('; ')) : into;
    value.forEach((v: { levelOfCare?: string; level?: number; channel?: string }, at) => {
      leavesOf(v, `${path}.${v.levelOfCare ?? v.level ?? v.channel ?? at}`, into);
    });
    return into;
  }
  if (typeof value === 'object' && value !== null) {
    for (const [k, v] of Object.entries(value)) leavesOf(v, path === '' ? k : `${path}.${k}`, into);
    return into;
  }
  return value === undefined ? into : into.set(path, String(value));
};

const leaves = (card: PayerCard): Leaves => leavesOf(card, '', new Map());

/** What differs between two versions of a card, by field. */
export const cardChanges = (before: PayerCard, after: PayerCard): readonly CardChange[] => {
  const a = leaves(before);
  const b = leaves(after);
  return [...new Set([...a.keys(), ...b.keys()])].sort().flatMap((path) => {
    const was = a.get(path);
    const is = b.get(path);
    return was === is
      ? []
      : [{ path, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
};
