/** Why a proposal of a model goes no further. Counted, never hidden. */
export const dropReasons = [
  'malformed',
  'wrongKind',
  'pageUnknown',
  'quoteNotFound',
  'quoteMissing',
  'valueNotInQuote',
  'unitNotInQuote',
  'misread',
  'notAsserted',
  'codeUnknown',
  'lineUnknown',
  'decision',
  'instruction',
  'link',
  'administrative',
  'alreadyKnown',
  'repeated',
  'tooLong',
  'tooMany',
] as const;
export type DropReason = (typeof dropReasons)[number];

export type Drops = Readonly<Partial<Record<DropReason, number>>>;

export const countDrops = (reasons: readonly DropReason[]): Drops => {
  const counts: Partial<Record<DropReason, number>> = {};
  for (const r of reasons) counts[r] = (counts[r] ?? 0) + 1;
  return counts;
};

export const addDrops = (a: Drops, b: Drops): Drops => {
  const sum: Partial<Record<DropReason, number>> = { ...a };
  for (const r of dropReasons) {
    const more = b[r];
    if (more !== undefined) sum[r] = (sum[r] ?? 0) + more;
  }
  return sum;
};
