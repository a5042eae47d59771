import type { Case } from '../case/state.ts';
import type { Fact } from '../fact/fact.ts';

/** What another product's criteria said of a request: product, version and outcome, and none of its content. */
export const criteriaOutcomeKey = 'external.criteriaOutcome';
/** The level of care that an assessment tool recommends. */
export const levelOfCareKey = 'external.levelOfCare';

/** Results of licensed criteria and of level-of-care tools that somebody recorded, the newest first. */
export const externalResults = (facts: readonly Fact[]): readonly Fact[] =>
  facts
    .filter((f) => f.key === criteriaOutcomeKey || f.key === levelOfCareKey)
    .toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : (a.at ?? '') > (b.at ?? '') ? -1 : 0));

export type LevelMismatch = {
  readonly itemSequence: number;
  readonly requested: string;
  readonly recommended: string;
  readonly tool: string;
};

/** Open lines for whose level of care the newest result of a tool recommends another one: a reason to talk, never to deny. */
export const levelMismatches = ({ items, facts }: Pick<Case, 'items' | 'facts'>): readonly LevelMismatch[] => {
  const newest = externalResults(facts).find((f) => f.key === levelOfCareKey);
  if (newest?.value.kind !== 'code') return [];
  const recommended = newest.value.value;
  const tool = newest.qualifiers?.tool ?? '';
  return items.flatMap(({ sequence, levelOfCare: requested, determination, cancelled }) =>
    requested === undefined || requested === recommended || determination || cancelled
      ? []
      : [{ itemSequence: sequence, requested, recommended, tool }],
  );
};
