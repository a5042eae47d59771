import { factCatalogue } from '@openum/content/fact/load.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import { pick } from '../random.ts';
import type { ChartBank } from './bank.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day as one writer or another would put it. */
export const writtenDay = (day: string, next: () => number): string => {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  const forms = [
    `${month}/${date}/${year}`,
    `${Number(month)}/${Number(date)}/${year.slice(2)}`,
    `${months[Number(month) - 1]} ${Number(date)}, ${year}`,
    `${year}-${month}-${date}`,
  ];
  return pick(forms, next) ?? day;
};

const sayings = ({ key, value }: Fact, bank: ChartBank): readonly string[] => {
  const of = bank.facts[key];
  if (!of) return [];
  if (value.kind === 'boolean') return of[value.value ? 'yes' : 'no'] ?? [];
  return (value.kind === 'code' ? of[value.value] : of.say) ?? [];
};

/** A line of a printed form with the words of the catalogue. */
const formLine = ({ key, value }: Fact, valueText: string): string | undefined => {
  const d = factCatalogue.byKey.get(key);
  if (!d) return undefined;
  if (value.kind === 'boolean') return `${d.label}: ${value.value ? 'Yes' : 'No'}`;
  if (value.kind === 'code' && d.kind === 'code')
    return `${d.label}: ${d.values.find((v) => v.code === value.value)?.label ?? value.value}`;
  return `${d.label}: ${valueText}`;
};

const formsInTen = 1;

/** A fact in words; undefined when the bank has none for it and no form can hold it. */
export const phraseOf = (fact: Fact, bank: ChartBank, next: () => number): string | undefined => {
  const { value, qualifiers, at } = fact;
  const number = value.kind === 'quantity' ? String(value.value) : '';
  const unit = value.kind === 'quantity' ? (pick(bank.units[value.unit] ?? [` ${value.unit}`], next) ?? '') : '';
  const day = value.kind === 'date' ? writtenDay(value.value, next) : at ? `on ${writtenDay(at, next)}` : '';
  const text = value.kind === 'text' ? value.value : '';
  const said = pick(sayings(fact, bank), next);
  const onForm = !qualifiers && !at && (said === undefined || next() * 10 < formsInTen);
  if (onForm)
    return formLine(fact, value.kind === 'quantity' ? `${number}${unit}` : value.kind === 'date' ? day : text);
  return said
    ?.replaceAll('{v}', `${number}${unit}`)
    .replaceAll('{n}', number)
    .replaceAll('{d}', day)
    .replaceAll('{t}', text)
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      const told = qualifiers?.[name];
      return told === undefined ? '' : (pick(bank.qualifiers[name]?.[told] ?? [], next) ?? '');
    })
    .replace(/\s+([,:)])/g, '$1')
    .replace(/\(\)/g, '')
    .replace(/\s{2,}/g, ' ')
    .replace(/[\s,:]+$/, '');
};
