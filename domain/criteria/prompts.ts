import type { Fact } from '../fact/fact.ts';
import type { CriteriaSet, Prompt } from './criteria-set.ts';
import type { Evaluation } from './evaluation.ts';

type Read = Pick<Evaluation, 'truth'> & { readonly leaves: readonly Pick<Evaluation['leaves'][number], 'factIds'>[] };

/** The reminders that a reviewer must see beside this evaluation. */
export const promptsFor = (set: CriteriaSet, evaluation: Read, facts: readonly Fact[]): readonly Prompt[] => {
  const used = new Set(evaluation.leaves.flatMap((leaf) => leaf.factIds));
  return set.prompts.filter(
    ({ when }) =>
      when.truth === evaluation.truth &&
      facts.some(
        (f) =>
          used.has(f.id) &&
          f.key === when.fact &&
          !Object.entries(when.exceptQualifiers ?? {}).some(([name, value]) => f.qualifiers?.[name] === value),
      ),
  );
};
