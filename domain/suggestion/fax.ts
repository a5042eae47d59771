import type { PageText } from '../extraction/extracted.ts';
import { isNpi } from '../intake/npi.ts';
import type { Identifiers } from './redact.ts';
import type { GivenCitation, IntakeField, Proposal } from './suggestion.ts';
import { datesIn } from './written.ts';

/** Words before identity on a form; data: `content/suggestion/fax.json`. */
export type FaxRules = {
  readonly memberNumber: readonly string[];
  readonly birthDate: readonly string[];
  readonly npi: readonly string[];
  /** After these stands who somebody is, or where. */
  readonly person: readonly string[];
  /** Words that name nobody, in small letters. */
  readonly words: ReadonlySet<string>;
};

/** Fields that say who somebody is. They are read by rules where a model is not shown them. */
export const identityFields: readonly IntakeField[] = ['memberNumber', 'memberBirthDate', 'providerNpi'];

type FieldGiven = Extract<Proposal, { kind: 'intakeField' }>;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

const longestFirst = (labels: readonly string[]): string =>
  labels
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

const between = '(?:[ \\t]|[:#.=]|\\bis\\b|-)*';

/** A label, then what stands behind it on its line. */
const labelled = (labels: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst(labels)})(?![\\p{L}\\p{N}])(${between})([^\\n]*)`, 'giu');

const memberNumber = /^[A-Z]{0,6}-?\d[A-Z\d-]{3,28}(?![\p{L}\p{N}])/iu;

type Place = { readonly quote: string; readonly value: string };

const after = (
  text: string,
  labels: readonly string[],
  valueIn: (rest: string) => { readonly value: string; readonly end: number } | undefined,
): readonly Place[] =>
  [...text.matchAll(labelled(labels))].flatMap((m): readonly Place[] => {
    const rest = m[2] ?? '';
    const found = valueIn(rest);
    return found
      ? [{ quote: text.slice(m.index, m.index + m[0].length - rest.length + found.end), value: found.value }]
      : [];
  });

const numberIn = (rest: string) => {
  const [value] = memberNumber.exec(rest) ?? [];
  return value === undefined ? undefined : { value, end: value.length };
};

const dayIn = (rest: string) => {
  const [first] = datesIn(rest);
  return first?.start === 0 ? { value: first.day as string, end: first.end } : undefined;
};

const npiIn = (rest: string) => {
  const value = /^\d{10}(?!\d)/.exec(rest)?.[0];
  return value !== undefined && isNpi(value) ? { value, end: value.length } : undefined;
};

/** Who a fax is about and who sent it, where a label says so: each with the words in which it stands. No model has a part in it. */
export const faxIdentity = (pages: readonly PageText[], rules: FaxRules): readonly FieldGiven[] => {
  const read = new Map<string, FieldGiven>();
  for (const { documentId, page, text } of pages) {
    const add = (field: IntakeField, places: readonly Place[]): void => {
      for (const { quote, value } of places) {
        const citation: GivenCitation = { documentId, page, quote };
        const key = `${field} ${value}`;
        if (!read.has(key)) read.set(key, { kind: 'intakeField', field, value, citation });
      }
    };
    add('memberNumber', after(text, rules.memberNumber, numberIn));
    add('memberBirthDate', after(text, rules.birthDate, dayIn));
    add('providerNpi', after(text, rules.npi, npiIn));
  }
  return [...read.values()];
};

const word = /(?<![\p{L}\p{N}])\p{L}[\p{L}'’-]+(?![\p{L}\p{N}])/gu;
const capital = /^\p{Lu}/u;

const mostNameWords = 4;

const behindLabel = (text: string, { person, words }: FaxRules): readonly string[] =>
  [...text.matchAll(labelled(person))].flatMap((m) => {
    // A name is written after a sign, or at once: "Patient: Brown, Rose", "Dr. Cole".
    const isMarked = (m[1] ?? '').trim() !== '' || /^(?:dr|mr|mrs|ms|miss|prof|name)/i.test(m[0]);
    if (!isMarked) return [];
    const name: string[] = [];
    for (const [w] of (m[2] ?? '').split(/\s{2,}|\t|[;|]/)[0]?.matchAll(word) ?? []) {
      if (name.length === mostNameWords || (!capital.test(w) && words.has(w.toLowerCase()))) break;
      name.push(w);
    }
    return name;
  });

const addressed =
  /\b\d{1,6}\s+(?:[\p{L}.]+\s+){1,4}(?:street|st|avenue|ave|road|rd|lane|ln|drive|boulevard|blvd|court|ct|way|place|pl)\b\.?|\bp\.?\s?o\.?\s+box\s+\d+|\b\d{5}-\d{4}\b|(?<=\b[A-Z]{2}\s)\d{5}\b/giu;

/**
 * What may name a person on a fax of which nobody knows yet whose it is: what stands behind a label, addresses, and every word with a
 * capital letter that is no word of medicine or of forms. Too much rather than too little: it is put back into the answer.
 */
export const faxIdentifiers = (pages: readonly PageText[], rules: FaxRules): Identifiers => {
  const names = new Set<string>();
  for (const { text } of pages) {
    for (const w of behindLabel(text, rules)) if (w.length > 2 || !rules.words.has(w.toLowerCase())) names.add(w);
    for (const [w] of text.matchAll(word)) if (capital.test(w) && !rules.words.has(w.toLowerCase())) names.add(w);
    for (const [whole] of text.matchAll(addressed)) names.add(whole);
  }
  const ids = faxIdentity(pages, rules).flatMap((f) => (f.field === 'memberBirthDate' ? [] : [f.value]));
  return { names: [...names], ids };
};
