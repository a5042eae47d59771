import type { SetProblem } from '@openum/domain/criteria/check.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { submissionProblems } from '@openum/domain/ownCriteria/check.ts';
import { useDeferredValue, useMemo } from 'react';
import type { CriteriaWords } from './queries.ts';

/** What keeps the text from being handed in, by the same rules that the server asks. */
export const useChecks = (set: CriteriaSet, { byKey, version }: CriteriaWords): readonly SetProblem[] => {
  const settled = useDeferredValue(set);
  return useMemo(() => submissionProblems(settled, { version, byKey }), [settled, byKey, version]);
};
