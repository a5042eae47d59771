import { findPattern } from '../text/pattern.ts';
import { type Mention, mentionsOf, type Reading } from '../text/read.ts';
import { overlaps } from '../text/span.ts';
import type { LevelGuide, ReadyConcept, ReadyIndicator } from './guide.ts';

/** `aside`: it is in the note and counts neither way, because of whom or when it speaks of or how loosely it is said. */
export type Standing = 'supports' | 'against' | 'aside';
export const asides = ['historical', 'hypothetical', 'otherPerson', 'unticked', 'loose'] as const;

export type Evidence = Mention & {
  /** `indicator.concept`. */
  readonly concept: string;
  readonly name: string;
  readonly standing: Standing;
  readonly aside?: (typeof asides)[number];
  /** The number is not what the level asks for. */
  readonly outOfBounds?: { readonly unit: string; readonly atLeast?: number; readonly below?: number };
};

const outcomes = ['present', 'missing', 'contradicted'] as const;
export type Outcome = (typeof outcomes)[number];

export type Finding = {
  readonly indicatorId: string;
  readonly name: string;
  readonly importance: 'required' | 'helpful';
  readonly outcome: Outcome;
  readonly looksFor: string;
  /** Only where something lacks. */
  readonly ifTrue?: string;
  readonly evidence: readonly Evidence[];
};

type Bound = LevelGuide['bounds'][number];

const within = (bound: Bound, numbers: readonly number[]): boolean =>
  numbers.every(
    (n) => (bound.atLeast === undefined || n >= bound.atLeast) && (bound.below === undefined || n < bound.below),
  );

const nearEnough = (reading: Reading, concept: ReadyConcept, mentions: readonly Mention[]): readonly Mention[] => {
  if (concept.near.length === 0) return mentions;
  const fit = reading.sentences.filter((s) => concept.near.some((p) => findPattern(p, s.tokens).length > 0));
  return mentions.filter((m) => fit.some((s) => s.from === m.sentence.from));
};

const evidenceOf = (
  reading: Reading,
  indicator: ReadyIndicator,
  concept: ReadyConcept,
  bounds: readonly Bound[],
): readonly Evidence[] => {
  const id = `${indicator.id}.${concept.id}`;
  const bound = bounds.find((b) => b.concept === id);
  const said = (m: Mention, opposite: boolean): Evidence => {
    const base = { ...m, concept: id, name: concept.name };
    if (m.assertion === 'negated') return { ...base, standing: opposite ? 'supports' : 'against' };
    if (m.assertion !== 'affirmed' && !indicator.alsoCounts.includes(m.assertion))
      return { ...base, standing: 'aside', aside: m.assertion };
    if (opposite) return { ...base, standing: 'against' };
    if (!bound || within(bound, m.numbers)) return { ...base, standing: 'supports' };
    const { concept: _, ...outOfBounds } = bound;
    return { ...base, standing: 'against', outOfBounds };
  };
  const opposite = mentionsOf(reading, concept.opposite);
  const direct = nearEnough(reading, concept, mentionsOf(reading, concept.phrases)).filter(
    (m) => !opposite.some((o) => overlaps(o, m)),
  );
  const loose = mentionsOf(reading, concept.loose).filter((m) => ![...direct, ...opposite].some((o) => overlaps(o, m)));
  const named = [...direct.map((m) => said(m, false)), ...opposite.map((m) => said(m, true))];
  // Once it is said well, saying it loosely as well takes nothing away.
  if (named.some((e) => e.standing === 'supports')) return named;
  return [
    ...named,
    ...loose.map((m): Evidence => ({ ...m, concept: id, name: concept.name, standing: 'aside', aside: 'loose' })),
  ];
};

/** One concept said both ways contradicts itself; several concepts of an indicator need not all be there. */
const outcomeOf = (evidence: readonly Evidence[]): Outcome => {
  const concepts = [...new Set(evidence.map((e) => e.concept))].map((id) => {
    const own = evidence.filter((e) => e.concept === id);
    return { yes: own.some((e) => e.standing === 'supports'), no: own.some((e) => e.standing === 'against') };
  });
  if (concepts.some((c) => c.yes && c.no)) return 'contradicted';
  if (concepts.some((c) => c.yes)) return 'present';
  return concepts.some((c) => c.no) ? 'contradicted' : 'missing';
};

export const findingOf = (
  reading: Reading,
  indicator: ReadyIndicator,
  importance: Finding['importance'],
  bounds: readonly Bound[],
): Finding => {
  const evidence = indicator.concepts
    .flatMap((c) => evidenceOf(reading, indicator, c, bounds))
    .toSorted((a, b) => a.from - b.from);
  const outcome = outcomeOf(evidence);
  const { id: indicatorId, name, looksFor, ifTrue } = indicator;
  return { indicatorId, name, importance, outcome, looksFor, ...(outcome === 'present' ? {} : { ifTrue }), evidence };
};
