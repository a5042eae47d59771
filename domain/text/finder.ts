import { beginningOf, type Match, matchAt, type Pattern } from './pattern.ts';
import type { Token } from './token.ts';

type Entry<T> = { readonly pattern: Pattern; readonly of: T };
export type Found<T> = { readonly match: Match; readonly of: T; readonly pattern: Pattern };
export type Finder<T> = (tokens: readonly Token[]) => readonly Found<T>[];

const put = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** Beginnings of fewer letters than this are tried at every word. */
const letters = 3;

/**
 * Finds thousands of phrases in one pass: at each word only those are tried that may begin with it. Of one owner the longest at each
 * place counts, from left to right and without overlap.
 */
export const finderOf = <T>(entries: readonly Entry<T>[]): Finder<T> => {
  const byWord = new Map<string, Entry<T>[]>();
  const byStart = new Map<string, Entry<T>[]>();
  const [atNumbers, anywhere]: [Entry<T>[], Entry<T>[]] = [[], []];
  for (const entry of entries) {
    const { exact, starts, number } = beginningOf(entry.pattern);
    for (const word of new Set(exact)) put(byWord, word, entry);
    for (const start of new Set(starts)) {
      if (start.length < letters) anywhere.push(entry);
      else put(byStart, start.slice(0, letters), entry);
    }
    if (number) atNumbers.push(entry);
  }
  const none: readonly Entry<T>[] = [];
  const candidates = ({ word, value }: Token): ReadonlySet<Entry<T>> =>
    new Set([
      ...(byWord.get(word) ?? none),
      ...(byStart.get(word.slice(0, letters)) ?? none),
      ...(value === undefined ? none : atNumbers),
      ...anywhere,
    ]);
  return (tokens) => {
    const found: Found<T>[] = [];
    const taken = new Map<T, number>();
    tokens.forEach((token, start) => {
      const longest = new Map<T, { readonly match: Match; readonly pattern: Pattern }>();
      for (const { pattern, of } of candidates(token)) {
        if ((taken.get(of) ?? 0) > start) continue;
        const match = matchAt(pattern, tokens, start);
        if (match && match.end > (longest.get(of)?.match.end ?? 0)) longest.set(of, { match, pattern });
      }
      for (const [of, { match, pattern }] of longest) {
        taken.set(of, match.end);
        found.push({ match, of, pattern });
      }
    });
    return found;
  };
};
