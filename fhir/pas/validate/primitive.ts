/** Forms of FHIR R4 primitives (https://hl7.org/fhir/R4/datatypes.html), as rules with words for the error. */
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const digits = (s: string, from: number, to: number): number => {
  let n = 0;
  for (let i = from; i < to; i++) {
    const d = s.charCodeAt(i) - 48;
    if (d < 0 || d > 9) return -1;
    n = n * 10 + d;
  }
  return n;
};

/** `YYYY-MM-DD`, a day that exists. */
export const isFullDate = (s: string): boolean => {
  if (s.length !== 10 || s[4] !== '-' || s[7] !== '-') return false;
  const year = digits(s, 0, 4);
  const month = digits(s, 5, 7);
  const day = digits(s, 8, 10);
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const last = month === 2 && isLeap(year) ? 29 : (monthDays[month - 1] as number);
  return day <= last;
};

const timeWithOffset = /^T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-](0\d:[0-5]\d|1[0-3]:[0-5]\d|14:00))$/;

export const isInstant = (s: string): boolean => isFullDate(s.slice(0, 10)) && timeWithOffset.test(s.slice(10));

/** Year, month, day, or a moment with an offset. */
export const isDateTime = (s: string): boolean =>
  s.length === 10
    ? isFullDate(s)
    : s.length > 10
      ? isInstant(s)
      : /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(s) && s.slice(0, 4) !== '0000';

const base64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** Line breaks inside are allowed; most senders have none, and a file of megabytes is copied only when it has. */
const isBase64 = (s: string): boolean => {
  const bare = base64.test(s) ? s : s.replace(/\s+/g, '');
  return bare.length > 0 && bare.length % 4 === 0 && (bare === s || base64.test(bare));
};

export const fullDate = {
  test: isFullDate,
  says: 'a full date that exists, YYYY-MM-DD',
};
export const dateTime = {
  test: isDateTime,
  says: 'a FHIR dateTime; with a time it needs an offset',
};
export const instantForm = {
  test: isInstant,
  says: 'a FHIR instant with seconds and an offset',
};
export const base64Form = { test: isBase64, says: 'base64' };
export const uri = {
  test: (s: string): boolean => !/\s/.test(s),
  says: 'a URI without spaces',
};
