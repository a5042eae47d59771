export type Span = { readonly start: number; readonly end: number };

const special = /[.*+?^${}()|[\]\\]/g;

/** The words as a regular expression that both this language and PostgreSQL read: in their order, over any white space. */
export const wordsPattern = (words: string): string | undefined => {
  const parts = words.trim().split(/\s+/).filter(Boolean);
  return parts.length === 0 ? undefined : parts.map((p) => p.replace(special, '\\$&')).join('\\s+');
};

/** Every place where the words stand, upper or lower case alike. */
export const findWords = (text: string, words: string): readonly Span[] => {
  const pattern = wordsPattern(words);
  if (pattern === undefined) return [];
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map((m) => ({ start: m.index, end: m.index + m[0].length }));
};

/** The words with a little of what stands before and after, on one line. */
export const excerptOf = (text: string, { start, end }: Span, around = 60) => {
  const flat = (s: string) => s.replace(/\s+/g, ' ');
  return {
    before: flat(text.slice(Math.max(0, start - around), start)),
    words: flat(text.slice(start, end)),
    after: flat(text.slice(end, end + around)),
  };
};

/** Whether a quote is what the page says at this place. A fact whose quote is not there may not be recorded. */
export const quotes = (text: string, { start, end }: Span, quote: string): boolean =>
  start >= 0 && end > start && text.slice(start, end) === quote;
