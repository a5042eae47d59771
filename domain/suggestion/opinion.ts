import type { RecordedEvent } from '../case/event.ts';
import { evolve } from '../case/evolve.ts';
import { type CaseState, noCase } from '../case/state.ts';
import { cohensKappa, percentAgreement, type Unit } from '../consistency/agreement.ts';
import type { Evaluation, LeafFinding } from '../criteria/evaluation.ts';
import type { Truth } from '../logic/truth.ts';

/** Who has said how a point of the criteria stands. */
const opinionHolders = ['model', 'nurse', 'physician'] as const;
export type OpinionHolder = (typeof opinionHolders)[number];

/** One point of the criteria of one line, as each of the three had it. */
export type LeafOpinions = {
  readonly itemSequence: number;
  readonly setId: string;
  readonly setName: string;
  readonly path: string;
  readonly label: string;
} & Readonly<Record<OpinionHolder, Truth>>;

const nurses: readonly string[] = ['clinicalReviewer', 'concurrentReviewNurse'];

type OfPeople = { readonly nurse: readonly Evaluation[]; readonly physician: readonly Evaluation[] };

/**
 * The criteria as they stood when a nurse handed a line to a physician, and when the physician decided it. What each had found or
 * answered until then is in them.
 */
export const readingsOfPeople = (events: readonly RecordedEvent[]): OfPeople => {
  const nurse = new Map<number, readonly Evaluation[]>();
  const physician = new Map<number, readonly Evaluation[]>();
  let state: CaseState = noCase;
  for (const e of events) {
    const before: CaseState = state;
    state = evolve(before, e);
    if (before.kind === 'none' || e.actor.kind !== 'person') continue;
    const of = (sequence: number) => before.evaluations.filter((v) => v.itemSequence === sequence);
    if (e.type === 'ReferredToPhysician' && e.actor.roles.some((r) => nurses.includes(r)))
      for (const sequence of e.data.itemSequences) nurse.set(sequence, of(sequence));
    if (e.type === 'ItemDetermined' && e.actor.roles.includes('medicalDirector'))
      physician.set(e.data.itemSequence, of(e.data.itemSequence));
  }
  return { nurse: [...nurse.values()].flat(), physician: [...physician.values()].flat() };
};

const keyOf = (e: Pick<Evaluation, 'itemSequence' | 'criteria' | 'tree'>, path: string): string =>
  [e.itemSequence, e.criteria.setId, e.tree, path].join(' ');

const leavesOf = (evaluations: readonly Evaluation[]): ReadonlyMap<string, LeafFinding> =>
  new Map(evaluations.flatMap((e) => e.leaves.map((l) => [keyOf(e, l.path), l] as const)));

/** The points that all three have an answer to. `byModel`: the criteria read with what the model suggested, which `isOfModel` knows. */
export const leafOpinions = (
  byModel: readonly Evaluation[],
  isOfModel: (factId: string) => boolean,
  people: OfPeople,
): readonly LeafOpinions[] => {
  const nurse = leavesOf(people.nurse);
  const physician = leavesOf(people.physician);
  return byModel.flatMap((e) =>
    e.leaves.flatMap((l): readonly LeafOpinions[] => {
      const key = keyOf(e, l.path);
      const [n, p] = [nurse.get(key), physician.get(key)];
      if (!n || !p || !l.factIds.some(isOfModel)) return [];
      const { itemSequence, criteria } = e;
      const of = { itemSequence, setId: criteria.setId, setName: criteria.name, path: l.path, label: l.label };
      return [{ ...of, model: l.truth, nurse: n.truth, physician: p.truth }];
    }),
  );
};

export type PairOfHolders = {
  readonly first: OpinionHolder;
  readonly second: OpinionHolder;
  readonly same: number;
  readonly share?: number;
  /** Cohen's kappa; absent where chance explains everything. */
  readonly kappa?: number;
};

const pairs: readonly (readonly [OpinionHolder, OpinionHolder])[] = [
  ['model', 'nurse'],
  ['model', 'physician'],
  ['nurse', 'physician'],
];

/** How often each two of the three agree. */
export const agreementOfHolders = (all: readonly LeafOpinions[]): readonly PairOfHolders[] =>
  pairs.map(([first, second]) => {
    const units = all.map(
      (o, at): Unit => ({
        unitId: String(at),
        ratings: new Map([first, second].map((holder) => [holder, o[holder]])),
      }),
    );
    const share = percentAgreement(units);
    const kappa = cohensKappa(units, first, second);
    return {
      ...{ first, second, same: all.filter((o) => o[first] === o[second]).length },
      ...(share === undefined ? {} : { share }),
      ...(kappa === undefined ? {} : { kappa }),
    };
  });

export const isDisagreed = (o: LeafOpinions): boolean => new Set(opinionHolders.map((h) => o[h])).size > 1;
