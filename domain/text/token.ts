import type { Span } from './span.ts';

/** A word or a number, in small letters; signs between words are no tokens, but `colon` keeps the one that follows a label. */
export type Token = Span & {
  readonly word: string;
  /** Set for numbers. */
  readonly value?: number;
  /** A colon, a dash or an equals sign comes next, as after a label. */
  readonly colon: boolean;
};

// "x3" and "3x" are a sign and a number; "q4h", "CIWA-Ar" and "PHQ-9" are words.
const pattern = /[xX](?=\d)|\p{L}[\p{L}\p{N}]*(?:['’-][\p{L}\p{N}]+)*|\d+(?:,\d{3})*(?:\.\d+)?/gu;
const label = /^\s*(?::|=|[-–—](?=\s))/;

const numberOf = (raw: string): number => Number(raw.replaceAll(',', ''));

/** The tokens of a piece of a text, with offsets in the whole text. */
export const tokensOf = (text: string, within: Span): readonly Token[] => {
  const piece = text.slice(within.from, within.to);
  return [...piece.matchAll(pattern)].map((m): Token => {
    const raw = m[0];
    const from = within.from + m.index;
    const colon = label.test(piece.slice(m.index + raw.length, m.index + raw.length + 4));
    const token = { from, to: from + raw.length, word: raw.toLowerCase().replaceAll('’', "'"), colon };
    return /^\d/.test(raw) ? { ...token, value: numberOf(raw) } : token;
  });
};
