/** The same name gives the same UUID-shaped text, so that fixtures do not change from run to run. */
export const uuidOf = (name: string): string => {
  let hex = '';
  for (let part = 0; part < 4; part++) {
    let h = 0x811c9dc5 ^ part;
    for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193) >>> 0;
    hex += h.toString(16).padStart(8, '0');
  }
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export const urn = (name: string): string => `urn:uuid:${uuidOf(name)}`;

/** Nine digits with the check digit of an NPI (Luhn over 80840 + digits). */
export const npiOf = (nineDigits: string): string => {
  let sum = 24;
  [...nineDigits].forEach((d, i) => {
    const doubled = i % 2 === 0 ? Number(d) * 2 : Number(d);
    sum += doubled > 9 ? doubled - 9 : doubled;
  });
  return `${nineDigits}${(10 - (sum % 10)) % 10}`;
};
