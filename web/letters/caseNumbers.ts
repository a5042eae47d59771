/** Case numbers of a typed list or a CSV file: the first column, without a heading and without repeats. */
export const caseNumbersOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => (line.split(/[,;\t]/)[0] ?? '').trim().replace(/^"|"$/g, ''))
      .filter((n) => /\d/.test(n)),
  ),
];
