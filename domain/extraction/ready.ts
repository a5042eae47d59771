import type { FactCatalogue, FactDefinition } from '../fact/catalogue.ts';
import { type Finder, finderOf } from '../text/finder.ts';
import { type Pattern, readPattern } from '../text/pattern.ts';
import { tokensOf } from '../text/token.ts';
import { type LabelRepair, labelRepair } from './label.ts';
import type { DoseReader, ExtractionRules, FactReader } from './rule.ts';
import { type UnitReader, unitReader } from './unit.ts';

export type ReadyReader = {
  readonly definition: FactDefinition;
  readonly data: FactReader;
  readonly unit: UnitReader;
};

/** What a phrase stands for. */
export type Sign =
  | {
      readonly kind: 'name' | 'form';
      readonly reader: ReadyReader;
      readonly qualifiers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'said'; readonly reader: ReadyReader; readonly truth: boolean }
  | { readonly kind: 'choice'; readonly reader: ReadyReader; readonly code: string }
  | { readonly kind: 'label'; readonly reader: ReadyReader }
  | { readonly kind: 'drug'; readonly dose: DoseReader; readonly factor: number }
  | { readonly kind: 'qualifier'; readonly name: string; readonly value: string }
  | { readonly kind: 'noteDate'; readonly rank: number }
  | { readonly kind: 'otherDate' };

export type ReadyExtraction = {
  readonly version: string;
  readonly find: Finder<Sign>;
  readonly asPrinted: LabelRepair;
  readonly fillers: ReadonlySet<string>;
  readonly numberWords: ReadonlyMap<string, number>;
  readonly yes: ReadonlySet<string>;
  readonly no: ReadonlySet<string>;
  readonly none: ReadonlySet<string>;
  readonly frequencies: ReadonlyMap<DoseReader, readonly { readonly pattern: Pattern; readonly perDay: number }[]>;
  readonly changing: ReadonlyMap<DoseReader, readonly Pattern[]>;
  /** The labels of a fact's answers, as a form prints them. */
  readonly answersOf: ReadonlyMap<string, readonly { readonly pattern: Pattern; readonly code: string }[]>;
};

type Entry = { readonly pattern: Pattern; readonly of: Sign };

const entries = (phrases: readonly string[] | undefined, of: Sign): readonly Entry[] =>
  (phrases ?? []).map((p) => ({ pattern: readPattern(p), of }));

/** The words of a text as a phrase; undefined when it has none. */
const literal = (text: string): Pattern | undefined => {
  const words = tokensOf(text, { from: 0, to: text.length }).map((t) => t.word);
  return words.length === 0 ? undefined : readPattern(words.join(' '));
};

const signsOf = (reader: ReadyReader): readonly Entry[] => {
  const { names, forms, implies, yes, no, choices } = reader.data;
  return [
    ...entries(names, { kind: 'name', reader }),
    ...entries(forms, { kind: 'form', reader }),
    ...(implies ?? []).flatMap((i) => entries(i.names, { kind: 'name', reader, qualifiers: i.qualifiers })),
    ...entries(yes, { kind: 'said', reader, truth: true }),
    ...entries(no, { kind: 'said', reader, truth: false }),
    ...Object.entries(choices ?? {}).flatMap(([code, phrases]) => entries(phrases, { kind: 'choice', reader, code })),
  ];
};

/** A form that was printed with the catalogue's own words is read by them. */
const labelOf = (reader: ReadyReader): readonly Entry[] => {
  const pattern = literal(reader.definition.label);
  return pattern ? [{ pattern, of: { kind: 'label', reader } }] : [];
};

/** Reads the phrases once. Throws with the phrase or the fact at fault. */
export const readyExtraction = (rules: ExtractionRules, catalogue: FactCatalogue): ReadyExtraction => {
  const given = new Map(rules.readers.map((r) => [r.fact, r]));
  for (const fact of [...given.keys(), ...rules.doses.map((d) => d.fact), ...rules.silent.map((s) => s.fact)])
    if (!catalogue.byKey.has(fact)) throw new Error(`extraction: ${fact} is not in the catalogue`);
  const silent = new Set(rules.silent.map((s) => s.fact));
  const readers = [...catalogue.byKey.values()]
    .filter((d) => !silent.has(d.key))
    .map((definition): ReadyReader => {
      const data = given.get(definition.key) ?? { fact: definition.key };
      return { definition, data, unit: unitReader(rules.units, definition, data) };
    });
  const spoken = Object.entries(rules.qualifiers).flatMap(([name, values]) =>
    Object.entries(values).flatMap(([value, phrases]) => entries(phrases, { kind: 'qualifier', name, value })),
  );
  const words = (patterns: readonly Entry[]): readonly string[] =>
    patterns.flatMap((e) => e.pattern.source.split(/[\s|?*]+/).filter((w) => /^\p{L}/u.test(w)));
  return {
    version: rules.version,
    asPrinted: labelRepair(readers.map((r) => r.definition)),
    find: finderOf<Sign>([
      ...readers.flatMap((r) => [...signsOf(r), ...labelOf(r)]),
      ...rules.doses.flatMap((dose) =>
        Object.entries(dose.drugs).flatMap(([drug, factor]) => entries([drug], { kind: 'drug', dose, factor })),
      ),
      ...spoken,
      ...rules.noteDates.flatMap((p, rank) => entries([p], { kind: 'noteDate', rank })),
      ...entries(rules.otherDates, { kind: 'otherDate' }),
    ]),
    fillers: new Set([...rules.fillers, ...words(spoken)]),
    numberWords: new Map(Object.entries(rules.numberWords)),
    yes: new Set(rules.answers.yes),
    no: new Set(rules.answers.no),
    none: new Set(rules.answers.none),
    frequencies: new Map(
      rules.doses.map((d) => [
        d,
        Object.entries(d.frequencies).map(([p, perDay]) => ({ pattern: readPattern(p), perDay })),
      ]),
    ),
    changing: new Map(rules.doses.map((d) => [d, d.changing.map(readPattern)])),
    answersOf: new Map(
      readers.flatMap(({ definition: d }) =>
        d.kind === 'code'
          ? [
              [
                d.key,
                d.values.flatMap((v) => [v.label, v.code].flatMap((t) => ({ pattern: literal(t), code: v.code }))),
              ],
            ]
          : [],
      ) as [string, { pattern: Pattern; code: string }[]][],
    ),
  };
};
