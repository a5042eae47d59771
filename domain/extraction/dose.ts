import { assertionOf } from '../text/assertion.ts';
import { findPattern, type Match } from '../text/pattern.ts';
import { dayOf } from './context.ts';
import { type Draft, draftOf } from './draft.ts';
import type { ReadPage, SignedSentence } from './page.ts';
import type { Sign } from './ready.ts';

/** A dose in milligrams, right behind the drug. */
const milligrams = /^\s*(?:tablets?\s*)?(?::|=)?\s*(\d+(?:\.\d+)?)\s?mg\b/i;
const fewWords = 6;

/** What a patient takes of a drug in a day, counted as the drug in which criteria are written. Without how often it is unknown. */
export const doseAt = (
  read: ReadPage,
  s: SignedSentence,
  match: Match,
  { dose, factor }: Extract<Sign, { kind: 'drug' }>,
): readonly Draft[] => {
  const drug = { from: s.tokens[match.start]?.from ?? s.from, to: s.tokens[match.end - 1]?.to ?? s.to };
  const strength = milligrams.exec(read.page.text.slice(drug.to, s.to));
  if (!strength || assertionOf(s, match, read.reading.rules) !== 'affirmed') return [];
  if ((read.rules.changing.get(dose) ?? []).some((p) => findPattern(p, s.tokens).length > 0)) return [];
  const end = drug.to + strength[0].length;
  const after = s.tokens.filter((t) => t.from >= end).slice(0, fewWords);
  const often = (read.rules.frequencies.get(dose) ?? []).flatMap(({ pattern, perDay }) =>
    findPattern(pattern, after).map((m) => ({ perDay, start: m.start, length: m.end - m.start })),
  );
  const [best] = often.toSorted((a, b) => a.start - b.start || b.length - a.length);
  if (!best) return [];
  const value = Number((Number(strength[1]) * factor * best.perDay).toPrecision(6));
  const day = dayOf(read, s, drug);
  const place = { from: drug.from, to: after[best.start + best.length - 1]?.to ?? end };
  const quantity = { kind: 'quantity', value, unit: dose.unit } as const;
  return [draftOf(read, s, { key: dose.fact, value: quantity, place, day, sureness: 0.85 })];
};
