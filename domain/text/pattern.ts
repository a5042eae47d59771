import type { Token } from './token.ts';

type Element =
  | {
      readonly kind: 'words';
      readonly exact: ReadonlySet<string>;
      readonly starts: readonly string[];
      readonly optional: boolean;
    }
  | { readonly kind: 'number'; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number };

/**
 * A phrase as data. Words stand as they are written; `a|b` is either; `tremor*` a beginning; `word?` may be absent;
 * `#` a number; `..` a gap of at most three words, `..6` of at most six.
 */
export type Pattern = { readonly source: string; readonly elements: readonly Element[] };

/** Tokens `start` up to but without `end`, and the numbers among them that the pattern asked for. */
export type Match = { readonly start: number; readonly end: number; readonly numbers: readonly number[] };

const element = (part: string): Element => {
  const gap = /^\.\.(\d*)$/.exec(part);
  if (gap) return { kind: 'gap', most: gap[1] ? Number(gap[1]) : 3 };
  const optional = part.endsWith('?');
  const body = optional ? part.slice(0, -1) : part;
  if (body === '#') return { kind: 'number', optional };
  const words = body.split('|');
  if (words.some((w) => w === '' || w === '*')) throw new Error(`pattern: an empty word in "${part}"`);
  const exact = new Set(words.filter((w) => !w.endsWith('*')));
  return { kind: 'words', exact, starts: words.filter((w) => w.endsWith('*')).map((w) => w.slice(0, -1)), optional };
};

export const readPattern = (source: string): Pattern => {
  const elements = source.trim().split(/\s+/).map(element);
  const [first, last] = [elements[0], elements.at(-1)];
  if (!first || !last || first.kind === 'gap' || last.kind === 'gap')
    throw new Error(`pattern "${source}": begins and ends with a word`);
  if (elements.every((e) => e.kind !== 'gap' && e.optional)) throw new Error(`pattern "${source}": matches nothing`);
  return { source, elements };
};

const fits = (e: Exclude<Element, { kind: 'gap' }>, token: Token): boolean =>
  e.kind === 'number'
    ? token.value !== undefined
    : e.exact.has(token.word) || e.starts.some((s) => token.word.startsWith(s));

type Tail = { readonly end: number; readonly numbers: readonly number[] };

const from = (elements: readonly Element[], at: number, tokens: readonly Token[], i: number): Tail | undefined => {
  const e = elements[at];
  if (!e) return { end: i, numbers: [] };
  if (e.kind === 'gap') {
    for (let skip = 0; skip <= e.most && i + skip < tokens.length; skip++) {
      const tail = from(elements, at + 1, tokens, i + skip);
      if (tail) return tail;
    }
    return undefined;
  }
  const token = tokens[i];
  if (token && fits(e, token)) {
    const tail = from(elements, at + 1, tokens, i + 1);
    if (tail) {
      const own = e.kind === 'number' && token.value !== undefined ? [token.value] : [];
      return { end: tail.end, numbers: [...own, ...tail.numbers] };
    }
  }
  return e.optional ? from(elements, at + 1, tokens, i) : undefined;
};

/** The pattern at one place, if it stands there. */
export const matchAt = ({ elements }: Pattern, tokens: readonly Token[], start: number): Match | undefined => {
  const tail = from(elements, 0, tokens, start);
  return tail && tail.end > start ? { start, ...tail } : undefined;
};

/** What the first token of a match may be. */
export type Beginning = {
  readonly exact: readonly string[];
  readonly starts: readonly string[];
  readonly number: boolean;
};

export const beginningOf = ({ elements }: Pattern): Beginning => {
  const must = elements.findIndex((e) => e.kind !== 'gap' && !e.optional);
  const first = elements.slice(0, must + 1);
  return {
    exact: first.flatMap((e) => (e.kind === 'words' ? [...e.exact] : [])),
    starts: first.flatMap((e) => (e.kind === 'words' ? e.starts : [])),
    number: first.some((e) => e.kind === 'number'),
  };
};

/** Where a pattern occurs, from left to right and without overlap. */
export const findPattern = (pattern: Pattern, tokens: readonly Token[]): readonly Match[] => {
  const found: Match[] = [];
  for (let start = 0; start < tokens.length; ) {
    const match = matchAt(pattern, tokens, start);
    if (match) found.push(match);
    start = match ? match.end : start + 1;
  }
  return found;
};

/** The longest of what any of the patterns finds at each place. */
export const findAny = (patterns: readonly Pattern[], tokens: readonly Token[]): readonly Match[] => {
  const all = patterns.flatMap((p) => findPattern(p, tokens));
  const longest = all.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Match[] = [];
  for (const m of longest) if (!kept.some((k) => m.start < k.end && k.start < m.end)) kept.push(m);
  return kept.toSorted((a, b) => a.start - b.start);
};
