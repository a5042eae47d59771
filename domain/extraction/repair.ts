import type { Token } from '../text/token.ts';

/** Figures that recognition puts in the place of letters, inside or at the end of a word: "n0", "pu1monary". */
const letters: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '5': 's' };
const inside = /(?<=\p{L})[015](?=\p{L})/gu;
const firstOrLast = /^0(?=\p{L}{2})|(?<=^\p{L})0$/gu;

/** Words that turn a sentence round; one letter more or less must not lose them. */
const turning = ['denies', 'denied', 'without', 'negative', 'never', 'absent'];

/** Whether two words differ by one letter: another, one more or one less. */
export const oneOff = (a: string, b: string): boolean => {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
};

const plain = (word: string): string => {
  const read = word.replace(inside, (d) => letters[d] ?? d).replace(firstOrLast, 'o');
  return turning.includes(read) ? read : (turning.find((t) => oneOff(read, t)) ?? read);
};

/** Behind these words strokes are a Roman numeral: "class Ill", "type lll". */
const numbered = new Set(['class', 'type', 'stage', 'grade', 'nyha']);
const strokes = /^[il]{1,3}$/;

/** The token as it was most likely written. Numbers, and names that end in one such as FEV1 and PaO2, stay. */
export const repaired = (t: Token, before: string | undefined): Token => {
  if (t.value !== undefined) return t;
  const isNumeral = before !== undefined && numbered.has(before) && strokes.test(t.word);
  const word = isNumeral ? t.word.replaceAll('l', 'i') : plain(t.word);
  return word === t.word ? t : { ...t, word };
};
