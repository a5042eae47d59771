import type { Span } from '../text/span.ts';

/** A text without what only looks different; `from` and `to` say of each sign which piece of the text it stands for. */
type Folded = { readonly text: string; readonly from: readonly number[]; readonly to: readonly number[] };

const unseen = /^\p{Cf}$/u;
const blank = /^\s$/u;
const dash = /^[\p{Pd}\u2212]$/u;
const single = /^[\u2018\u2019\u201b\u02bc`\u00b4]$/u;
const double = /^[\u201c\u201d\u201f\u00ab\u00bb]$/u;

const plain = (sign: string): string => {
  if (unseen.test(sign)) return '';
  if (blank.test(sign)) return ' ';
  if (dash.test(sign)) return '-';
  if (single.test(sign)) return "'";
  if (double.test(sign)) return '"';
  return sign.normalize('NFKC').toLowerCase();
};

const fold = (text: string): Folded => {
  const [signs, from, to]: [string[], number[], number[]] = [[], [], []];
  let at = 0;
  for (const sign of text) {
    const end = at + sign.length;
    for (const unit of plain(sign).split('')) {
      if (unit === ' ' && signs.at(-1) === ' ') continue;
      signs.push(unit);
      from.push(at);
      to.push(end);
    }
    at = end;
  }
  return { text: signs.join(''), from, to };
};

const inWord = /[\p{L}\p{N}]/u;
/** "5" does not stand in "35", "7.5" or "5,000". */
const cuts = (left: string, right: string): boolean =>
  (inWord.test(left.at(-1) ?? ' ') && inWord.test(right[0] ?? ' ')) ||
  (/\d[.,]$/.test(left) && /^\d/.test(right)) ||
  (/\d$/.test(left) && /^[.,]\d/.test(right));

const stands = (text: string, start: number, end: number): boolean =>
  !cuts(text.slice(Math.max(0, start - 2), start), text.slice(start, start + 2)) &&
  !cuts(text.slice(Math.max(start, end - 2), end), text.slice(end, end + 2));

const exactly = (text: string, words: string, from: number): Span | undefined => {
  const to = from + words.length;
  const there = from >= 0 && words.trim() === words && inWord.test(words) && text.startsWith(words, from);
  return there && stands(text, from, to) ? { from, to } : undefined;
};

/** Where the words stand as whole words, nearest to a place at which they are expected. */
export const placeOf = (text: string, words: string, near: number): Span | undefined => {
  const there = exactly(text, words, near);
  if (there) return there;
  const sought = fold(words).text.trim();
  if (!inWord.test(sought)) return undefined;
  const page = fold(text);
  let best: Span | undefined;
  for (let at = page.text.indexOf(sought); at >= 0; at = page.text.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    const [from, to] = [page.from[at], page.to[end - 1]];
    if (from === undefined || to === undefined || !stands(page.text, at, end)) continue;
    if (!best || Math.abs(from - near) < Math.abs(best.from - near)) best = { from, to };
  }
  return best;
};
