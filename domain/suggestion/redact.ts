import { datesIn, type WrittenDate } from './written.ts';

/** `all`: names, numbers and days; `identifiers`: days stay; `none`: for a model on the installation's own machines. */
export const redactions = ['all', 'identifiers', 'none'] as const;
export type Redaction = (typeof redactions)[number];

/** What is known of the persons of a subject, word by word. */
export type Identifiers = { readonly names: readonly string[]; readonly ids: readonly string[] };

const idPatterns: readonly RegExp[] = [
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /\b\d{3}-\d{2}-\d{4}\b/g,
  /(?:\+?1[-.\s]?)?(?:\(\d{3}\)\s?|\b\d{3}[-.\s])\d{3}[-.\s]\d{4}\b/g,
  /\b(?:MRN|NPI|DEA|SSN|member|patient|account|case|claim|policy|group)\s*(?:id|no|number|#)?\.?\s*[:#]\s*([A-Z]*-?\d[\w-]{3,})/gi,
  /\b\d{9,}\b/g,
];

type Found = {
  readonly start: number;
  readonly end: number;
  readonly as: 'NAME' | 'ID' | 'DATE';
  readonly key: string;
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

const known = (words: readonly string[], as: Found['as'], text: string): readonly Found[] =>
  words
    .map((w) => w.trim())
    .filter((w) => w.length >= 2)
    .flatMap((w) =>
      [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(w)}(?![\\p{L}\\p{N}])`, 'giu'))].map((m) => ({
        start: m.index,
        end: m.index + m[0].length,
        as,
        key: m[0],
      })),
    );

const byPattern = (text: string): readonly Found[] =>
  idPatterns.flatMap((p) =>
    [...text.matchAll(p)].map((m): Found => {
      const key = m[1] ?? m[0];
      const end = m.index + m[0].length;
      return { start: end - key.length, end, as: 'ID', key };
    }),
  );

const asFound = (d: WrittenDate): Found => ({ start: d.start, end: d.end, as: 'DATE', key: d.text });

/** The longest first where two meet. */
const apart = (found: readonly Found[]): readonly Found[] => {
  const chosen: Found[] = [];
  for (const f of found.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (!chosen.some((c) => f.start < c.end && c.start < f.end)) chosen.push(f);
  return chosen.sort((a, b) => a.start - b.start);
};

export type Redactor = {
  /** The text without what names a person; the same words always get the same place-holder. */
  hide(text: string): string;
  /** The words back in. What stands for nothing stays as it is, and is refused by the checks. */
  restore(text: string): string;
  /** The same, for a field that holds a day: as a calendar date. */
  restoreDay(text: string): string;
};

export const redactor = (redaction: Redaction, { names, ids }: Identifiers): Redactor => {
  const words = new Map<string, string>();
  const given = new Map<string, string>();
  const counts = { NAME: 0, ID: 0, DATE: 0 };
  const placeholderOf = (as: Found['as'], key: string): string => {
    const before = given.get(`${as} ${key}`);
    if (before) return before;
    counts[as] += 1;
    const made = `[${as}-${counts[as]}]`;
    given.set(`${as} ${key}`, made);
    words.set(made, key);
    return made;
  };
  const found = (text: string): readonly Found[] =>
    apart([
      ...known(names, 'NAME', text),
      ...known(ids, 'ID', text),
      ...byPattern(text),
      ...(redaction === 'all' ? datesIn(text).map(asFound) : []),
    ]);
  const restore = (text: string): string =>
    text.replace(/\[(?:NAME|ID|DATE)-\d+\]/g, (whole) => words.get(whole) ?? whole);
  return {
    hide: (text) => {
      if (redaction === 'none') return text;
      let out = '';
      let at = 0;
      for (const f of found(text)) {
        out += text.slice(at, f.start) + placeholderOf(f.as, f.key);
        at = f.end;
      }
      return out + text.slice(at);
    },
    restore,
    restoreDay: (text) => {
      const back = restore(text);
      return datesIn(back)[0]?.day ?? back;
    },
  };
};
