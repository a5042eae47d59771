/** What searches compare: lower case, without accents, one space between words, `family, given` with one comma form. */
export const searchKey = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFKD')
    .replace(/[\p{M}\0]/gu, '')
    .toLowerCase()
    .replace(/\s*,\s*/gu, ', ')
    .replace(/\s+/gu, ' ')
    .trim();
