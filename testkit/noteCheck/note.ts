import { chance, pick, shuffled } from '../random.ts';
import { type BankSentence, bank, type NoteSet, noteSections } from './bank.ts';

/** What a reader who knows the sentences would find. */
export type NoteTruth = {
  readonly present: ReadonlySet<string>;
  readonly contradicted: ReadonlySet<string>;
  readonly wording: ReadonlySet<string>;
};

export type SyntheticNote = {
  readonly text: string;
  readonly truth: NoteTruth;
  readonly distractors: number;
};

const relatives = ['mother', 'father', 'sister', 'brother', 'uncle', 'cousin'];
const headings = { subjective: 'Subjective', objective: 'Objective', assessment: 'Assessment', plan: 'Plan' };
const dates: Record<NoteSet, readonly string[]> = {
  build: ['Date of service: {day}', 'DOS {day}', 'Progress note {day}', 'Session date: {day}', 'Service date: {day}'],
  measure: ['Date: {day}', 'Encounter date: {day}', 'Seen by the team on {day}'],
};

const filled = (text: string, next: () => number): string =>
  text
    .replaceAll('{day}', () => `11/${String(1 + Math.floor(next() * 28)).padStart(2, '0')}/2026`)
    .replaceAll('{relative}', () => pick(relatives, next) ?? 'mother')
    .replaceAll('{low}', () => String(8 + Math.floor(next() * 10)))
    .replaceAll('{high}', () => String(12 + Math.floor(next() * 10)));

const truthOf = (says: readonly string[]): NoteTruth => {
  const [yes, no] = ['+', '-'].map(
    (sign) => new Set(says.filter((s) => s.startsWith(sign)).map((s) => s.slice(1))),
  ) as [Set<string>, Set<string>];
  const indicators = new Set([...yes, ...no].map((c) => c.split('.')[0] ?? c));
  const of = (concepts: Set<string>, i: string) => [...concepts].filter((c) => c.startsWith(`${i}.`));
  const both = (i: string) => of(yes, i).some((c) => no.has(c));
  return {
    present: new Set([...indicators].filter((i) => of(yes, i).length > 0 && !both(i))),
    contradicted: new Set([...indicators].filter((i) => both(i) || of(yes, i).length === 0)),
    wording: new Set(says.filter((s) => s.startsWith('!')).map((s) => s.slice(1))),
  };
};

/** A note made of sentences of one set, in sections, as lines, lists or running text, with its truth. The same seed, the same note. */
export const syntheticNote = (set: NoteSet, seed: number): SyntheticNote => {
  const next = chance(seed * 2654435761 + (set === 'build' ? 1 : 2));
  const from = bank.filter((s) => s.set === set);
  const chosen = shuffled(from, next).slice(0, 8 + Math.floor(next() * 18));
  const dated = next() < 0.7;
  const head = dated ? [filled(pick(dates[set], next) ?? '', next)] : [];
  const body = noteSections.flatMap((section) => {
    const own = chosen.filter((s: BankSentence) => s.section === section).map((s) => filled(s.text, next));
    if (own.length === 0) return [];
    const way = next();
    const lines =
      way < 0.4
        ? [own.map((l) => (/[.!?]$/.test(l) ? l : `${l}.`)).join(' ')]
        : way < 0.7
          ? own.map((l) => `- ${l}`)
          : own;
    const alone = next() < 0.5 || way >= 0.4;
    return alone ? [`${headings[section]}:`, ...lines, ''] : [`${headings[section]}: ${lines.join(' ')}`, ''];
  });
  const says = [...chosen.flatMap((s) => s.says), ...(dated ? ['+date.date'] : [])];
  return {
    text: [...head, '', ...body].join('\n'),
    truth: truthOf(says),
    distractors: chosen.filter((s) => s.says.length === 0).length,
  };
};
