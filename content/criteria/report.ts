import { problemsOf } from '@openum/domain/criteria/check.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { mutantsOfSet, survivorsOf } from '@openum/domain/criteria/mutants.ts';
import { leavesOf, treesOf } from '@openum/domain/criteria/trees.ts';
import { vectorFailure } from '@openum/domain/criteria/vector.ts';
import { factCatalogue } from '../fact/load.ts';
import { expandSet, type WrittenSet } from './expand.ts';

export type SetReport = {
  readonly set: CriteriaSet;
  readonly leaves: number;
  /** Leaves that nobody has compared with their source. */
  readonly uncompared: number;
  readonly problems: readonly string[];
  /** Worked examples that do not come out as written. */
  readonly failures: readonly string[];
  readonly mutants: number;
  /** Small errors that no worked example notices; only looked for when the examples come out. */
  readonly survivors: readonly string[];
};

/** Lints a set as it is written, runs its worked examples, and alters it. Throws when a name in it is missing. */
export const reportOf = (written: WrittenSet): SetReport => {
  const set = expandSet(written, factCatalogue);
  const leaves = treesOf(set).flatMap(leavesOf);
  const failures = set.vectors.flatMap((v) => {
    const failure = vectorFailure(set, v);
    return failure === undefined ? [] : [`${v.name}: ${failure}`];
  });
  const mutants = mutantsOfSet(set);
  return {
    set,
    leaves: leaves.length,
    uncompared: leaves.filter((l) => (l.source?.verification.level ?? 'unverified') === 'unverified').length,
    problems: problemsOf(set, factCatalogue),
    failures,
    mutants: mutants.length,
    survivors: failures.length === 0 ? survivorsOf(set, mutants) : [],
  };
};
