import type { Span } from './span.ts';
import { type Token, tokensOf } from './token.ts';

/** A run of words that stands in both texts, with its place in each. */
export type CopiedRun = Span & { readonly words: number; readonly earlier: Span };

export type Copied = {
  /** Part of the words of the text that stand in such a run, 0 to 1. */
  readonly share: number;
  readonly runs: readonly CopiedRun[];
};

const key = (tokens: readonly Token[], at: number, size: number): string =>
  tokens
    .slice(at, at + size)
    .map((t) => t.word)
    .join(' ');

/** Runs of at least `size` words in a row that were taken over from an earlier text. */
export const copiedFrom = (earlier: string, text: string, size: number): Copied => {
  const [was, is] = [earlier, text].map((t) => tokensOf(t, { from: 0, to: t.length })) as [
    readonly Token[],
    readonly Token[],
  ];
  const places = new Map<string, number>();
  for (let i = was.length - size; i >= 0; i--) places.set(key(was, i, size), i);
  const runs: CopiedRun[] = [];
  let copied = 0;
  for (let i = 0; i + size <= is.length; ) {
    const there = places.get(key(is, i, size));
    if (there === undefined) {
      i += 1;
      continue;
    }
    let words = size;
    while (is[i + words] && is[i + words]?.word === was[there + words]?.word) words += 1;
    const span = (tokens: readonly Token[], at: number): Span => ({
      from: tokens[at]?.from ?? 0,
      to: tokens[at + words - 1]?.to ?? 0,
    });
    runs.push({ ...span(is, i), words, earlier: span(was, there) });
    copied += words;
    i += words;
  }
  return { share: is.length === 0 ? 0 : copied / is.length, runs };
};
