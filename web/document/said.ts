import { writtenDays } from '@openum/domain/extraction/calendar.ts';
import { convert, spokenUnit } from '@openum/domain/logic/unit.ts';
import type { CaseView } from '@openum/http/contract/case.ts';
import type { OfferedFact } from '@openum/http/contract/extraction.ts';
import type { FactDraft } from '../case/criteria/factDraft.ts';
import { draftOf } from '../extraction/answer.ts';
import type { Picked } from './pick.ts';

type Definition = CaseView['factLabels'][string] | undefined;
type Said = Partial<Pick<FactDraft, 'value' | 'at' | 'qualifiers'>>;

const one = <T>(found: readonly T[]): T | undefined => {
  const different = new Set(found.map((f) => JSON.stringify(f)));
  return different.size === 1 ? found[0] : undefined;
};

const blanked = (text: string): string =>
  writtenDays(text).reduce((t, d) => t.slice(0, d.from) + ' '.repeat(d.to - d.from) + t.slice(d.to), text);

/** Units in which a person may have written what the form takes in `unit`. */
const writtenIn: readonly string[] = [
  'mm[Hg]',
  'kPa',
  'cm[H2O]',
  '%',
  'd',
  'wk',
  'mo',
  'a',
  'h',
  'min',
  'kg',
  'g',
].concat(['[lb_av]', 'm', 'cm', 'mm', '[in_i]', '[ft_i]', 'mg/d', 'g/d', 'mL/d', 'L/d', 'ng/mL', 'ug/L', 'kg/m2']);

const singular = (unit: string): string => unit.toLowerCase().replace(/\s+/g, '').replace(/s$/, '');

/** A number by itself is taken to be in the unit of the form; one with a unit is converted, or left out where it measures something else. */
const numberIn = (text: string, unit: string): string | undefined => {
  const numbers = [
    ...blanked(text).matchAll(/(?<![\p{L}\d.,/])(\d+(?:,\d{3})*(?:\.\d+)?)\s*(%|\[?\p{L}[\p{L}\d/[\]]*)?/gu),
  ];
  if (numbers.length !== 1) return undefined;
  const [, digits = '', word = ''] = numbers[0] ?? [];
  const value = Number(digits.replaceAll(',', ''));
  const told = writtenIn.find((u) => word !== '' && [u, spokenUnit(u)].some((s) => singular(s) === singular(word)));
  const read = told === undefined ? value : convert(value, told, unit);
  return read === undefined ? undefined : String(read);
};

const written = (text: string, definition: Definition): string | undefined => {
  switch (definition?.kind) {
    case 'quantity':
      return numberIn(text, definition.unit ?? '1');
    case 'date':
      return one(writtenDays(text).map((d) => d.date));
    case 'code': {
      const words = text.toLowerCase();
      return one((definition.options ?? []).filter((o) => words.includes(o.label.toLowerCase())).map((o) => o.value));
    }
    default:
      return undefined;
  }
};

/**
 * What marked words say of a fact: as the rules read them where they did, otherwise the one number, date or answer that is written in
 * them. What could be read in two ways is left to the person.
 */
export const saidIn = (picked: Picked, key: string, definition: Definition, offers: readonly OfferedFact[]): Said => {
  const read = offers.filter(
    ({ fact }) =>
      fact.key === key &&
      fact.documentId === picked.documentId &&
      fact.page === picked.page &&
      fact.span.from < picked.end &&
      picked.start < fact.span.to,
  );
  const drafts = read
    .map((o) => draftOf(o, definition?.unit))
    .map(({ value, at, qualifiers }) => ({ value, at, qualifiers }));
  const inWords = drafts.filter((d) => picked.quote.includes(d.value));
  const draft = one(drafts) ?? one(inWords);
  if (draft) return draft;
  const value = written(picked.quote, definition);
  const at = definition?.kind === 'date' ? undefined : one(writtenDays(picked.quote).map((d) => d.date));
  return { ...(value === undefined ? {} : { value }), ...(at ? { at } : {}) };
};
