const comma = 44;
const zero = 48;

/**
 * A list of whole numbers, none negative, from its text in the database, `{20454,20455}`: a ledger is read without a value for each
 * in between.
 */
export const numbersOf = (text: string, length: number): Int32Array => {
  const list = new Int32Array(length);
  let value = 0;
  let place = 0;
  for (let i = 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= zero) {
      if (code > zero + 9) break;
      value = value * 10 + code - zero;
    } else if (code === comma) {
      list[place++] = value;
      value = 0;
    }
  }
  list[place] = value;
  return list;
};
