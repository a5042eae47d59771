import type { Case } from '../case/state.ts';
import { openItems } from '../case/status.ts';
import type { LeafFinding } from '../criteria/evaluation.ts';

type Point = { readonly label: string; readonly explanation: string };

/** What both sides should have before them, for one set of criteria of one line; computed from the reading of the criteria alone. */
export type CallSheet = {
  readonly itemSequence: number;
  readonly criteria: string;
  readonly citation: string;
  readonly supports: readonly Point[];
  readonly opposes: readonly Point[];
  readonly unknown: readonly Point[];
  /** The other answer of any of these could turn the whole. */
  readonly wouldChange: readonly Point[];
  readonly questions: readonly string[];
};

const asRequired = (l: LeafFinding): boolean => (l.truth === 'met') !== (l.negated === true);

const point = ({ label, explanation }: LeafFinding): Point => ({ label, explanation });

/** The same point may stand in several branches of a tree; a call sheet says it once. */
const points = (leaves: readonly LeafFinding[]): readonly Point[] => [
  ...new Map(leaves.map((l) => [`${l.label} ${l.explanation}`, point(l)])).values(),
];

const question = (l: LeafFinding): string =>
  l.truth === 'unknown'
    ? `${l.label}: what does your record show, with value and date?`
    : `${l.label}: is there another value, or a reason why it should not count against this member?`;

export const callSheets = (c: Case, itemSequences: readonly number[] = openItems(c).map((i) => i.sequence)) =>
  c.evaluations
    .filter((e) => itemSequences.includes(e.itemSequence))
    .map((e): CallSheet => {
      const unknown = e.leaves.filter((l) => l.truth === 'unknown');
      const opposes = e.leaves.filter((l) => l.truth !== 'unknown' && !asRequired(l));
      // A question is worth the call only where another answer could turn the whole.
      const turning = e.leaves.filter((l) => e.wouldChange.includes(l.path));
      const asked = turning.length > 0 ? turning : [...unknown, ...opposes];
      return {
        itemSequence: e.itemSequence,
        criteria: e.criteria.name,
        citation: e.criteria.citation,
        supports: points(e.leaves.filter((l) => l.truth !== 'unknown' && asRequired(l))),
        opposes: points(opposes),
        unknown: points(unknown),
        wouldChange: points(turning),
        questions: [...new Set(asked.map(question))],
      };
    });
