const comma = 44;
const zero = 48;

/** A column of numbers as its text; nothing where all are 0, which is what most days of most ledgers are. */
export const unlessZero = (column: string): string => `case when 0 < any (${column}) then ${column}::text end`;

/**
 * A list of whole numbers, none negative, from its text in the database, `{20454,20455}`: a ledger is read without a value for each
 * in between. Without a text all are 0.
 */
export const numbersOf = (text: string | null | undefined, length: number): readonly number[] => {
  if (!text) return new Array<number>(length).fill(0);
  const list: number[] = [];
  let value = 0;
  for (let i = 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= zero) {
      if (code > zero + 9) break;
      value = value * 10 + code - zero;
    } else if (code === comma) {
      list.push(value);
      value = 0;
    }
  }
  list.push(value);
  return list;
};
