import { fillerWords, placeholders } from './fillerWords.ts';

/** Fewest words of a reason, and fewest of them that say something about this member rather than about any request. */
const minimumWords = 8;
const minimumSpecificWords = 3;

/** Diagnosis, procedure and decision reason codes: they name a thing and explain nothing. */
const code = /\b(?:[a-z]\d[0-9a-z](?:\.[0-9a-z]{1,4})?|[a-z]?\d{4,5}[a-z]?|0[0-9a-z])\b/giu;

/** Scripts that write no spaces; two of their characters count as one word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{1,2}/gu;

const wordsOf = (text: string): readonly string[] => {
  const pairs = text.match(unspaced) ?? [];
  const spaced = text.replace(unspaced, ' ').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.%'’-]*/gu);
  return [...pairs, ...(spaced ?? [])].map((w) => w.replace(/[.'’-]+$/u, ''));
};

const normalized = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

const withoutNames = (text: string, names: readonly string[]): string =>
  names
    .map(normalized)
    .filter((n) => n !== '')
    .reduce((rest, name) => rest.replaceAll(name, ' '), text);

const isSpecific = (word: string): boolean => word.length > 1 && !fillerWords.has(word);

/**
 * Why a text is not a reason for this member, each as a clause that ends a sentence ("..., it is too short").
 * Empty when it may be sent. `criteriaNames` are taken out first: naming the criteria is no reason.
 * A screen against empty and stock letters only; whether the reason is right stays with the reviewer.
 */
export const rationaleProblems = (text: string, criteriaNames: readonly string[] = []): readonly string[] => {
  const plain = normalized(text);
  if (!/[\p{L}\p{N}]/u.test(plain)) return ['it is empty'];

  const placeholder = placeholders.find((p) => p.test(plain));
  if (placeholder) return ['it still holds a placeholder'];

  const words = wordsOf(plain.replace(code, ' '));
  if (words.length === 0) return ['it holds only codes'];

  const problems: string[] = [];
  if (/\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)) problems.push('it is written in capital letters only');
  if (words.length < minimumWords) problems.push(`it has fewer than ${minimumWords} words`);

  const specific = new Set(wordsOf(withoutNames(plain, criteriaNames).replace(code, ' ')).filter(isSpecific));
  if (specific.size < minimumSpecificWords) problems.push('it is a stock phrase that would fit any request');
  return problems;
};
