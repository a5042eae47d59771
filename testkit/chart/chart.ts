import { extractionRules } from '@openum/content/extraction/load.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import type { Span } from '@openum/domain/text/span.ts';
import { chance, pick, shuffled } from '../random.ts';
import { banks, type ChartSet } from './bank.ts';
import { noisy } from './noise.ts';
import { phraseOf, writtenDay } from './phrase.ts';

/** A fact that the chart states, and where. */
export type ChartTruth = { readonly fact: Fact; readonly page: number; readonly span: Span };

export type SyntheticChart = {
  readonly pages: readonly string[];
  readonly truths: readonly ChartTruth[];
  readonly distractors: number;
  /** Facts that no page could state. */
  readonly unsaid: readonly Fact[];
  readonly fax: boolean;
};

const events = new Set(extractionRules.readers.filter((r) => r.event).map((r) => r.fact));
const silent = new Set(extractionRules.silent.map((s) => s.fact));

/** The day of the note in which a fact stands; of an event or a date it stands in its own sentence. */
const noteDay = (f: Fact): string => (events.has(f.key) || f.value.kind === 'date' ? '' : (f.at ?? '').slice(0, 10));

type Line = { readonly text: string; readonly fact?: Fact };
const layouts = ['lines', 'prose', 'bullets'] as const;
const columns = 96;
const fewest = 2;

/** Breaks text at blanks, sign for sign, so that places stay. */
const wrapped = (text: string): string => {
  let at = 0;
  let last = -1;
  const signs = text.split('');
  signs.forEach((sign, i) => {
    if (sign === '\n') [at, last] = [i + 1, -1];
    if (sign === ' ') last = i;
    if (i - at >= columns && last > at) {
      signs[last] = '\n';
      [at, last] = [last + 1, -1];
    }
  });
  return signs.join('');
};

const laidOut = (head: readonly string[], lines: readonly Line[], layout: (typeof layouts)[number], page: number) => {
  const truths: ChartTruth[] = [];
  let text = `${head.join('\n')}\n\n`;
  for (const { text: line, fact } of lines) {
    if (layout === 'bullets') text += '- ';
    if (fact) truths.push({ fact, page, span: { from: text.length, to: text.length + line.length } });
    text += `${line}.${layout === 'prose' ? ' ' : '\n'}`;
  }
  return { text: wrapped(text), truths };
};

/** A chart that states the given facts in the words of a bank, among sentences that state none. The same seed gives the same chart. */
export const syntheticChart = (set: ChartSet, seed: number, facts: readonly Fact[]): SyntheticChart => {
  const bank = banks[set];
  const next = chance(seed * 7919 + (set === 'build' ? 1 : 2));
  const fax = next() < 0.2;
  const unsaid: Fact[] = [];
  const byDay = new Map<string, Line[]>();
  for (const fact of facts) {
    const said = silent.has(fact.key) ? undefined : phraseOf(fact, bank, next);
    if (said === undefined) unsaid.push(fact);
    else
      byDay.set(noteDay(fact), [...(byDay.get(noteDay(fact)) ?? []), { text: fax ? noisy(said, next) : said, fact }]);
  }
  let distractors = 0;
  const pages: string[] = [];
  const truths: ChartTruth[] = [];
  for (const [day, lines] of [...byDay].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const others = shuffled(bank.distractors, next).slice(0, fewest + Math.floor(next() * 3));
    distractors += others.length;
    const header = day === '' ? [] : [(pick(bank.headers, next) ?? '').replace('{d}', writtenDay(day, next))];
    const mixed = shuffled([...lines, ...others.map((o): Line => ({ text: o.replace(/\.$/, '') }))], next);
    const page = laidOut(
      ['Lakeside Medical Group', 'Patient: Sample, Pat   DOB: 03/16/1960', ...header],
      mixed,
      pick(layouts, next) ?? 'lines',
      pages.length + 1,
    );
    pages.push(page.text);
    truths.push(...page.truths);
  }
  return { pages, truths, distractors, unsaid, fax };
};
