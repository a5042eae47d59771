import { convert } from '../logic/unit.ts';
import { assertionOf } from '../text/assertion.ts';
import type { Match } from '../text/pattern.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/token.ts';
import { conditionsOf, dayOf, ownDay } from './context.ts';
import { type Draft, draftOf } from './draft.ts';
import type { ReadPage, SignedSentence } from './page.ts';
import type { ReadyReader, Sign } from './ready.ts';

type Spot = Span & {
  readonly value: number;
  readonly unit: string;
  readonly withUnit: boolean;
  readonly index: number;
};

const compared =
  /(?:[<>≤≥]=?|\b(?:less|more|greater|fewer|higher|lower) than|\b(?:below|above|under|over|at least|at most|up to|goal|target|to keep|maintain))\s*(?:of\s*)?$/iu;
/** The second number of "80 to 100"; of "from 94 % to 86 %" it is the value. */
const rangeEnd = /\d\s*(?:%|[a-z]{1,4})?\s*(?:[-–—]|\bto)\s*$/iu;
const changeEnd = /\bfrom\s+[\d.]+\s*[a-z%]{0,5}\s*to\s*$/iu;
const ranged = /^\s*(?:%\s*)?(?:[-–—]|to\b)\s*\d/u;
/** "7 hours 12 minutes". */
const minutesAfter = /^,?\s*(?:and\s+)?(\d{1,2})\s*min(?:ute)?s?\b/iu;
const reach = 9;

const inDay = (s: SignedSentence, t: Token): boolean => s.days.some((d) => t.from < d.to && d.from < t.to);
/** "14:30" is a time and "1/2" no number. */
const isTime = (text: string, t: Token): boolean =>
  /^[:/]\d/.test(text.slice(t.to, t.to + 2)) || /\d[:/]$/.test(text.slice(Math.max(0, t.from - 2), t.from));

const valueAt = (
  text: string,
  s: SignedSentence,
  reader: ReadyReader,
  index: number,
  named: string,
): Spot | 'other' | undefined => {
  const t = s.tokens[index];
  if (t?.value === undefined || isTime(text, t)) return undefined;
  const before = text.slice(Math.max(s.from, t.from - 24), t.from);
  if (compared.test(before) || ranged.test(text.slice(t.to, t.to + 8))) return undefined;
  if (rangeEnd.test(before) && !changeEnd.test(before)) return undefined;
  const after = reader.unit.after(text, t.to);
  if (after === 'other') return 'other';
  const place = { from: t.from, to: after?.to ?? t.to, value: t.value, index };
  const minutes = after?.unit === 'h' ? minutesAfter.exec(text.slice(after.to, after.to + 20)) : null;
  if (after && minutes)
    return {
      ...place,
      to: after.to + minutes[0].length,
      value: t.value + Number(minutes[1]) / 60,
      unit: 'h',
      withUnit: true,
    };
  if (after) return { ...place, unit: after.unit, withUnit: true };
  const between = reader.unit.between(named);
  if (between) return { ...place, unit: between, withUnit: true };
  const { bare, fraction } = reader.data;
  if (fraction && t.value <= 1) return { ...place, unit: '1', withUnit: false };
  return bare ? { ...place, unit: bare, withUnit: false } : 'other';
};

const isPlausible = ({ definition, data }: ReadyReader, { value, unit }: Spot): boolean => {
  if (definition.kind !== 'quantity') return false;
  const own = convert(value, unit, definition.unit);
  return own !== undefined && own >= (data.least ?? 0) && own <= (data.most ?? Number.POSITIVE_INFINITY);
};

/** Numbers behind a name with nothing but small words between; several where their conditions tell them apart. */
const behind = (read: ReadPage, s: SignedSentence, reader: ReadyReader, match: Match): readonly Spot[] => {
  const { text } = read.page;
  const end = s.tokens[match.end - 1]?.to ?? s.from;
  const spots: Spot[] = [];
  let steps = 0;
  for (let i = match.end; i < s.tokens.length && steps < reach; i++, steps++) {
    const t = s.tokens[i];
    if (!t) break;
    if (inDay(s, t)) continue;
    const at = t.value === undefined ? undefined : valueAt(text, s, reader, i, text.slice(end, t.from));
    if (at === 'other') continue;
    if (t.value !== undefined && !at && spots.length > 0) break;
    if (at) {
      const from = /\bfrom\s*$/i.test(text.slice(Math.max(s.from, t.from - 8), t.from));
      if (!from) spots.push(at);
      if (!from && !reader.definition.qualifiers) break;
      steps = 0;
      continue;
    }
    if (t.value === undefined && !read.rules.fillers.has(t.word)) {
      const isUnit = spots.some((p) => t.from < p.to) || (reader.unit.after(text, t.from) ?? 'other') !== 'other';
      if (!isUnit) break;
    }
  }
  return spots;
};

const inForm = (read: ReadPage, s: SignedSentence, reader: ReadyReader, match: Match): readonly Spot[] => {
  for (let i = match.start; i < match.end; i++) {
    const t = s.tokens[i];
    if (t?.value !== match.numbers[0] || !t || inDay(s, t)) continue;
    const at = valueAt(read.page.text, s, reader, i, '');
    return at && at !== 'other' ? [at] : [];
  }
  return [];
};

/** Values of a quantity that a sentence names. A range or a bound is no value. */
export const quantitiesAt = (
  read: ReadPage,
  s: SignedSentence,
  match: Match,
  sign: Extract<Sign, { kind: 'name' | 'form' | 'label' }>,
): readonly Draft[] => {
  const { reader } = sign;
  const spots = sign.kind === 'form' ? inForm(read, s, reader, match) : behind(read, s, reader, match);
  const start = s.tokens[match.start]?.from ?? s.from;
  return spots.flatMap((spot): readonly Draft[] => {
    const reached = { ...match, end: Math.max(match.end, spot.index + 1) };
    const assertion = assertionOf(s, sign.kind === 'form' ? reached : match, read.reading.rules);
    const own = ownDay(read, s, spot);
    const counts =
      assertion === 'affirmed' || assertion === 'negated' || (assertion === 'historical' && (reader.data.past || own));
    if (!counts || !isPlausible(reader, spot)) return [];
    const place = { from: Math.min(start, spot.from), to: Math.max(spot.to, s.tokens[match.end - 1]?.to ?? 0) };
    const implied = sign.kind === 'label' ? undefined : sign.qualifiers;
    const qualifiers = conditionsOf(read, s, reader, spot, spots, implied);
    return [
      draftOf(read, s, {
        key: reader.definition.key,
        value: { kind: 'quantity', value: spot.value, unit: spot.unit },
        place,
        day: dayOf(read, s, spot),
        sureness: spot.withUnit ? 0.95 : 0.85,
        ...(qualifiers ? { qualifiers } : {}),
      }),
    ];
  });
};
