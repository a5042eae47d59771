/** Letters that recognition takes for others. */
const mistaken: Readonly<Record<string, string>> = {
  l: '1',
  O: '0',
  o: '0',
  S: '5',
  B: '8',
  e: 'c',
  i: 'l',
  t: 'f',
  n: 'r',
  a: 'o',
};
const share = 0.006;

/** Words as they come off a poor fax: here and there a letter is another; figures stay, so that the truth stays. */
export const noisy = (text: string, next: () => number): string =>
  text.replace(/[a-zA-Z]/g, (sign) => (next() < share ? (mistaken[sign] ?? sign) : sign));
