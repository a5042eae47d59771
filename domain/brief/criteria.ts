import type { Case } from '../case/state.ts';
import { openItems } from '../case/status.ts';
import type { Evaluation, LeafFinding } from '../criteria/evaluation.ts';
import type { Fact } from '../fact/fact.ts';
import type { Truth } from '../logic/truth.ts';
import { isWithheld } from '../part2/withhold.ts';

/** One thing that the criteria ask, with what was found and where it stands in the record. */
export type Point = Pick<LeafFinding, 'path' | 'label' | 'truth' | 'explanation' | 'overruled'> & {
  readonly evidence: readonly Fact[];
};

/** One set of criteria of one line, set out for whoever decides or speaks about it; computed from the reading of the criteria alone. */
export type CriteriaBrief = {
  readonly itemSequence: number;
  readonly evaluationId: string;
  readonly criteria: string;
  readonly version: string;
  readonly citation: string;
  readonly truth: Truth;
  readonly supports: readonly Point[];
  readonly opposes: readonly Point[];
  readonly unknown: readonly Point[];
  /** The other answer of any of these could turn the whole. */
  readonly wouldChange: readonly Point[];
  readonly questions: readonly string[];
};

const asRequired = (l: LeafFinding): boolean => (l.truth === 'met') !== (l.negated === true);

/** The same point may stand in several branches of a tree; it is said once. */
const points = (leaves: readonly LeafFinding[], facts: readonly Fact[]): readonly Point[] => [
  ...new Map(
    leaves.map(({ path, label, truth, explanation, overruled, factIds }): [string, Point] => [
      `${label} ${explanation}`,
      {
        path,
        label,
        truth,
        explanation,
        ...(overruled ? { overruled } : {}),
        evidence: facts.filter((f) => factIds.includes(f.id)),
      },
    ]),
  ).values(),
];

const question = (l: LeafFinding): string =>
  l.truth === 'unknown'
    ? `${l.label}: what does your record show, with value and date?`
    : `${l.label}: is there another value, or a reason why it should not count against this member?`;

const briefOf = (e: Evaluation, facts: readonly Fact[]): CriteriaBrief => {
  const unknown = e.leaves.filter((l) => l.truth === 'unknown');
  const opposes = e.leaves.filter((l) => l.truth !== 'unknown' && !asRequired(l));
  // A question is worth asking only where another answer could turn the whole.
  const turning = e.leaves.filter((l) => e.wouldChange.includes(l.path));
  const withheld = (l: LeafFinding): boolean => facts.some((f) => l.factIds.includes(f.id) && isWithheld(f));
  const asked = (turning.length > 0 ? turning : [...unknown, ...opposes]).filter((l) => !withheld(l));
  const turningFirst = (leaves: readonly LeafFinding[]) =>
    leaves.toSorted((a, b) => Number(turning.includes(b)) - Number(turning.includes(a)));
  return {
    itemSequence: e.itemSequence,
    evaluationId: e.evaluationId,
    criteria: e.criteria.name,
    version: e.criteria.version,
    citation: e.criteria.citation,
    truth: e.truth,
    supports: points(
      e.leaves.filter((l) => l.truth !== 'unknown' && asRequired(l)),
      facts,
    ),
    opposes: points(turningFirst(opposes), facts),
    unknown: points(turningFirst(unknown), facts),
    wouldChange: points(turning, facts),
    questions: [...new Set(asked.map(question))],
  };
};

/** The brief of each set of criteria that was read for these lines; without a choice, for every line that is still open. */
export const criteriaBriefs = (
  c: Case,
  itemSequences: readonly number[] = openItems(c).map((i) => i.sequence),
): readonly CriteriaBrief[] =>
  c.evaluations.filter((e) => itemSequences.includes(e.itemSequence)).map((e) => briefOf(e, c.facts));
