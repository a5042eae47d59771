export type NameParts = { readonly family: string; readonly given?: string };

const titles = /^(?:dr|prof|mr|mrs|ms)\.?\s+/i;
/** MD, D.O., PhD, LCSW and the like. */
const credential = /^[A-Z][A-Za-z]{0,2}\.?[A-Z][A-Za-z.-]*$/;

/** Family and given name of a clinician whom the practice keeps as one text. */
export const nameParts = (name: string): NameParts => {
  const [first = '', ...rest] = name
    .trim()
    .split(',')
    .map((p) => p.trim());
  const [second] = rest.filter((p) => p !== '' && !credential.test(p));
  if (second) return { family: first, given: second };
  const words = first.replace(titles, '').split(/\s+/);
  while (words.length > 1 && /^(?:MD|DO|PhD|PsyD|RN|NP|PA|M\.D\.|D\.O\.)$/.test(words.at(-1) ?? '')) words.pop();
  const given = words.slice(0, -1).join(' ');
  return { family: words.at(-1) ?? first, ...(given ? { given } : {}) };
};
