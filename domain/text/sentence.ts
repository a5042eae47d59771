import type { ReadyTextRules, SectionKind } from './rule.ts';
import { type Line, linesOf } from './section.ts';
import type { Span } from './span.ts';
import { type Token, tokensOf } from './token.ts';

export type Sentence = Span & {
  readonly section: SectionKind;
  readonly tokens: readonly Token[];
  /** Stands behind a box of a form that nobody ticked. */
  readonly unticked: boolean;
};

/** After such a word something must follow. */
const unfinished = /\b(?:on|of|at|from|since|in|by|to|with|the|an?|and|or|for|dated)$/i;
const dayWithoutYear = /\p{L}{3,9}\.?\s+\d{1,2},$/u;
const year = /^(?:19|20)\d{2}\b/;

const goesOnIn = (before: string, next: string): boolean =>
  /^[a-z(]/.test(next) || unfinished.test(before) || (dayWithoutYear.test(before) && year.test(next));

/** Lines that a page break cut apart are one piece again: the next goes on in small letters, or with what the first still lacks. */
const pieces = (text: string, lines: readonly Line[]): readonly Line[] => {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const before = last && !last.blank && !line.item ? text.slice(last.from, last.to) : '';
    if (last && /[^.!?:;\s]$/.test(before) && goesOnIn(before, text.slice(line.from, line.to)))
      joined[joined.length - 1] = { ...last, to: line.to };
    else joined.push(line);
  }
  return joined.filter((l) => !l.blank);
};

const ends = /[.!?]+["')\]]*(?=\s)|;|\[[ xX✓]?\]|[☐☑☒]/g;
const box = /^(?:\[([ xX✓]?)\]|([☐☑☒]))$/;

type Cut = Span & { readonly unticked: boolean };

const cutsOf = (text: string, piece: Line, rules: ReadyTextRules): readonly Cut[] => {
  const cuts: Cut[] = [];
  let [from, unticked] = [piece.from, false];
  const body = text.slice(piece.from, piece.to);
  const close = (to: number) => {
    if (text.slice(from, to).trim() !== '') cuts.push({ from, to, unticked });
  };
  for (const m of body.matchAll(ends)) {
    const at = piece.from + m.index;
    const ticked = box.exec(m[0]);
    if (ticked) {
      close(at);
      [from, unticked] = [at + m[0].length, ticked[2] === '☐' || ticked[1]?.trim() === ''];
      continue;
    }
    const before = /[\p{L}.]+$/u.exec(text.slice(from, at))?.[0].toLowerCase() ?? '';
    // "No." is short for number only before one; else it is an answer.
    const isAnswer = before === 'no' && !/^\s*#?\d/.test(text.slice(at + 1, at + 5));
    if (m[0] === '.' && rules.abbreviations.has(before) && !isAnswer) continue;
    close(at + m[0].length);
    [from, unticked] = [at + m[0].length, false];
  }
  close(piece.to);
  return cuts;
};

/** Sentences in order, each with its section and its words. */
export const sentencesOf = (text: string, rules: ReadyTextRules): readonly Sentence[] =>
  pieces(text, linesOf(text, rules)).flatMap((piece) =>
    cutsOf(text, piece, rules).flatMap(({ from, to, unticked }): Sentence[] => {
      const lead = text.slice(from, to).search(/\S/);
      const span = { from: from + lead, to: from + text.slice(from, to).trimEnd().length };
      const tokens = tokensOf(text, span);
      return tokens.length === 0 ? [] : [{ ...span, section: piece.section, tokens, unticked }];
    }),
  );
