import type { Span } from '../text/span.ts';
import type { CalendarDate } from '../time/instant.ts';
import type { DayMention } from './calendar.ts';
import type { ReadPage, SignedSentence } from './page.ts';
import type { ReadyReader } from './ready.ts';

const cuts = /[,;()|]|\b(?:and|but|while|then|versus|vs)\b/giu;

/** The part of a sentence around a value in which its own conditions stand. */
const clauseOf = (text: string, s: Span, value: Span): Span => {
  let [from, to] = [s.from, s.to];
  for (const m of text.slice(s.from, s.to).matchAll(cuts)) {
    const at = s.from + m.index;
    if (at + m[0].length <= value.from) from = at + m[0].length;
    else if (at >= value.to) {
      to = at;
      break;
    }
  }
  return { from, to };
};

type Conditions = Readonly<Record<string, string>>;

const conditionsIn = (
  s: SignedSentence,
  reader: ReadyReader,
  within: Span,
): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const { of, match } of s.signs) {
    if (of.kind !== 'qualifier' || !reader.definition.qualifiers?.[of.name]?.includes(of.value)) continue;
    const [first, last] = [s.tokens[match.start], s.tokens[match.end - 1]];
    if (!first || !last || first.from < within.from || last.to > within.to) continue;
    found.set(of.name, (found.get(of.name) ?? new Set()).add(of.value));
  }
  return found;
};

const only = (values: ReadonlySet<string> | undefined): string | undefined =>
  values?.size === 1 ? [...values][0] : undefined;

/** What stands before the first of several values or after the last one is said of all of them. */
const shared = (text: string, s: SignedSentence, values: readonly Span[]): readonly Span[] => {
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last) return [s];
  if (values.length === 1) return [s];
  return [
    { from: s.from, to: first.from },
    { from: clauseOf(text, s, last).to, to: s.to },
  ];
};

/**
 * The conditions under which a value was taken: those of its clause, else what its sentence says of all its values, else those of the
 * heading above.
 */
export const conditionsOf = (
  { page }: ReadPage,
  s: SignedSentence,
  reader: ReadyReader,
  value: Span,
  values: readonly Span[],
  implied: Conditions = {},
): Conditions | undefined => {
  const names = Object.keys(reader.definition.qualifiers ?? {});
  if (names.length === 0) return undefined;
  const places = [
    conditionsIn(s, reader, clauseOf(page.text, s, value)),
    ...shared(page.text, s, values).map((span) => conditionsIn(s, reader, span)),
    ...s.heads.map((h) => conditionsIn(h, reader, h)),
  ];
  const said = names.flatMap((name) => {
    const first = places.find((p) => (p.get(name)?.size ?? 0) > 0);
    const value = only(first?.get(name)) ?? (first ? undefined : implied[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  return said.length === 0 ? undefined : Object.fromEntries(said);
};

/** The day that the sentence gives to what stands at a place, if it gives one. */
export const ownDay = ({ page }: ReadPage, s: SignedSentence, value: Span): DayMention | undefined => {
  if (s.days.length < 2) return s.days[0];
  const clause = clauseOf(page.text, s, value);
  const inside = s.days.filter((d) => d.from >= clause.from && d.to <= clause.to);
  return inside[0] ?? s.days.find((d) => d.from >= value.to) ?? s.days.at(-1);
};

/** Else that of the heading above, else that of the note. */
export const dayOf = (
  read: ReadPage,
  s: SignedSentence,
  value: Span,
): Pick<DayMention, 'date' | 'told'> | undefined => {
  const own = ownDay(read, s, value);
  if (own) return own;
  const head = s.heads.find((h) => h.days.length === 1)?.days[0];
  if (head) return head;
  const date: CalendarDate | undefined = read.noteDate;
  return date ? { date, told: 'exact' } : undefined;
};
