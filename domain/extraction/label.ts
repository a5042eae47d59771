import type { FactDefinition } from '../fact/catalogue.ts';
import type { Token } from '../text/token.ts';
import { tokensOf } from '../text/token.ts';
import { oneOff } from './repair.ts';

type Label = { readonly words: readonly string[]; readonly answers: readonly (readonly string[])[] };

/** The tokens of a line of a form, as it was most likely printed. */
export type LabelRepair = (tokens: readonly Token[]) => readonly Token[];

/** A shorter label could as well be the beginning of another sentence. */
const fewestWords = 4;
/** One word in so many may be off by a letter. */
const oneWordIn = 3;

/** Words on which the meaning of a line hangs stand there as they are, or the line is not read. */
const turning = new Set([
  'no',
  'not',
  'non',
  'nor',
  'never',
  'without',
  'within',
  'under',
  'over',
  'below',
  'above',
  'less',
  'more',
]);

const wordsOf = (text: string): readonly string[] => tokensOf(text, { from: 0, to: text.length }).map((t) => t.word);

const isNear = (tokens: readonly Token[], words: readonly string[]): boolean => {
  if (tokens.length !== words.length) return false;
  let off = 0;
  for (const [i, word] of words.entries()) {
    const said = tokens[i]?.word ?? '';
    if (said === word) continue;
    // A figure is no misprint of another.
    if (turning.has(said) || turning.has(word) || /\d/.test(word) || !oneOff(said, word)) return false;
    off += 1;
  }
  return off <= Math.max(1, Math.floor(words.length / oneWordIn));
};

const asPrinted = (tokens: readonly Token[], words: readonly string[]): readonly Token[] =>
  tokens.map((t, i) => (words[i] === undefined || words[i] === t.word ? t : { ...t, word: words[i] }));

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

const yesNo: readonly (readonly string[])[] = [['yes'], ['no']];

/** Reads the catalogue's own labels and their answers also where a poor scan has a letter wrong here and there. */
export const labelRepair = (definitions: readonly FactDefinition[]): LabelRepair => {
  const labels = new Map<number, Label[]>();
  for (const d of definitions) {
    const words = wordsOf(d.label);
    if (words.length < fewestWords) continue;
    const answers = d.kind === 'boolean' ? yesNo : d.kind === 'code' ? d.values.map((v) => wordsOf(v.label)) : [];
    const same = labels.get(words.length) ?? [];
    labels.set(words.length, [...same, { words, answers }]);
  }
  return (tokens) => {
    const colon = tokens.findIndex((t) => t.colon);
    const asked = tokens.slice(0, colon + 1);
    const label = colon < 0 ? undefined : only((labels.get(colon + 1) ?? []).filter((l) => isNear(asked, l.words)));
    if (!label) return tokens;
    const behind = tokens.slice(colon + 1);
    const answer = only(label.answers.filter((a) => isNear(behind, a) && (a.length > 1 || (a[0]?.length ?? 0) > 2)));
    return [...asPrinted(asked, label.words), ...(answer ? asPrinted(behind, answer) : behind)];
  };
};
