import type { DocumentKind } from '../checklist/kind.ts';

/** What the pages of a kind of document say. `title` counts near the head of a page, where it also begins a new part. */
export type KindCues = {
  readonly kind: DocumentKind;
  readonly titles: readonly string[];
  readonly words: readonly string[];
};

export type DocumentCues = {
  readonly version: string;
  /** Lines from the top of a page in which a title is looked for. */
  readonly headLines: number;
  readonly titleWeight: number;
  /** Below this sum a page is of no kind by itself. */
  readonly least: number;
  readonly kinds: readonly KindCues[];
};

export type PageKind = {
  readonly kind: DocumentKind;
  /** A title of the kind stands at the head of the page. */
  readonly opens: boolean;
  /** The words that say so. */
  readonly because: readonly string[];
};

const has = (text: string, phrase: string): boolean => {
  const at = text.indexOf(phrase);
  if (at < 0) return false;
  const before = text[at - 1] ?? ' ';
  const after = text[at + phrase.length] ?? ' ';
  return !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
};

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[ \t]+/g, ' ');

/** What a page is, by the words on it; undefined where they do not say. The first kind of the table wins a tie. */
export const classifyPage = (text: string, cues: DocumentCues): PageKind | undefined => {
  const all = folded(text);
  const head = all
    .split('\n')
    .filter((l) => l.trim() !== '')
    .slice(0, cues.headLines)
    .join('\n');
  const found = cues.kinds.map(({ kind, titles, words }) => {
    const title = titles.find((t) => has(head, t));
    const told = words.filter((w) => has(all, w));
    return {
      kind,
      opens: title !== undefined,
      because: [...(title === undefined ? [] : [title]), ...told],
      weight: (title === undefined ? 0 : cues.titleWeight) + told.length,
    };
  });
  const best = found.reduce((a, b) => (b.weight > a.weight ? b : a), { weight: 0 } as (typeof found)[number]);
  if (best.weight < cues.least) return undefined;
  const { weight: _, ...page } = best;
  return page;
};
