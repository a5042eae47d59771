import type { Fact } from '../fact/fact.ts';
import type { Leaf } from '../logic/condition.ts';
import type { Truth } from '../logic/truth.ts';
import { convert, spokenUnit } from '../logic/unit.ts';
import type { CriteriaSet, Vector } from './criteria-set.ts';
import { mutantsOfSet, stepOf, survives } from './mutants.ts';
import { joinParts } from './parts.ts';
import { leavesOf, treesOf } from './trees.ts';
import { readVector, vectorFailure } from './vector.ts';

const thresholdsOf = (leaf: Leaf): readonly number[] => [
  ...[leaf.value, leaf.min, leaf.max].flatMap((n) => (typeof n === 'number' ? [n] : [])),
  ...(leaf.thresholds ?? []).map((t) => t.value),
  ...(leaf.gaps ?? []).flatMap((g) => [g.above, g.below]),
];

const rounded = (n: number): number => Number(n.toFixed(6));

/** Values of a fact on both sides of what a point turns on; of a yes or no the other one, of a list every answer. */
const otherValues = (fact: Fact, leaf: Leaf): readonly Fact['value'][] => {
  const { value } = fact;
  if (value.kind === 'boolean') return [{ ...value, value: !value.value }];
  if (value.kind === 'code') return (leaf.values ?? []).map((code) => ({ ...value, value: code }));
  if (value.kind !== 'quantity') return [];
  const step = stepOf(leaf.unit);
  return thresholdsOf(leaf)
    .flatMap((t) => [t - step, t, t + step])
    .flatMap((n) => {
      const own = convert(rounded(n), leaf.unit ?? value.unit, value.unit);
      return own === undefined ? [] : [{ ...value, value: own }];
    });
};

const valueWords = (value: Fact['value']): string =>
  value.kind === 'quantity'
    ? `${value.value} ${spokenUnit(value.unit)}`.trim()
    : value.kind === 'boolean'
      ? value.value
        ? 'yes'
        : 'no'
      : value.value;

const truthWords: Record<Truth, string> = { met: 'met', notMet: 'not met', unknown: 'unknown' };

const variants = (set: CriteriaSet, vector: Vector): readonly Omit<Vector, 'expect'>[] =>
  treesOf(set)
    .flatMap(leavesOf)
    .flatMap((leaf) =>
      vector.facts
        .filter((f) => f.key === leaf.fact)
        .flatMap((fact) => [
          ...otherValues(fact, leaf).map((value) => ({
            name: `${leaf.label}: ${valueWords(value)}`,
            facts: vector.facts.map((f) => (f === fact ? { ...f, value } : f)),
          })),
          { name: `${leaf.label}: nothing documented`, facts: vector.facts.filter((f) => f !== fact) },
        ]),
    )
    .map(({ name, facts }) => {
      const { prompts: _, ...rest } = vector;
      return { ...rest, name, facts, nodes: {} };
    });

/** An example with the answer that the set gives now. Whether that is the right answer a person says. */
const answered = (set: CriteriaSet, vector: Omit<Vector, 'expect'>): Vector | undefined => {
  const found = readVector(set, { ...vector, expect: 'unknown' });
  return found && { ...vector, name: `${vector.name}, ${truthWords[found.truth]}`, expect: found.truth };
};

const most = 12;

/** What the examples of a set leave open. */
export type Gaps = {
  /** Small errors that no example notices. */
  readonly errors: readonly string[];
  /**
   * Examples at the boundaries of the points, each of which notices a small error that none of the present ones does.
   * The one that notices most comes first.
   */
  readonly suggestions: readonly Vector[];
};

const candidatesOf = (set: CriteriaSet): readonly Vector[] => {
  const names = new Set(set.vectors.map((v) => v.name));
  const candidates = new Map<string, Vector>();
  for (const vector of set.vectors)
    for (const variant of variants(set, vector)) {
      const candidate = answered(set, variant);
      if (candidate && !names.has(candidate.name)) candidates.set(candidate.name, candidate);
    }
  return [...candidates.values()];
};

/** Makes every small error that it can think of, and looks which no example notices. `progress`: how many were tried, of all. */
export const gapsOf = (written: CriteriaSet, progress: (done: number, of: number) => void = () => undefined): Gaps => {
  const set = joinParts(written);
  const mutants = mutantsOfSet(set);
  const errors = mutants.filter((m, at) => {
    progress(at, mutants.length);
    return survives(set, m);
  });
  if (errors.length === 0) return { errors: [], suggestions: [] };
  const candidates = candidatesOf(set);
  let open = candidates.map((vector, at) => {
    progress(at, candidates.length);
    return { vector, noticed: new Set(errors.filter((m) => vectorFailure(m.set, vector) !== undefined)) };
  });
  const suggestions: Vector[] = [];
  while (suggestions.length < most) {
    const best = open.reduce<(typeof open)[number] | undefined>(
      (a, b) => (b.noticed.size > (a?.noticed.size ?? 0) ? b : a),
      undefined,
    );
    if (!best) break;
    suggestions.push(best.vector);
    open = open.map(({ vector, noticed }) => ({ vector, noticed: noticed.difference(best.noticed) }));
  }
  return { errors: errors.map((m) => m.name), suggestions };
};
