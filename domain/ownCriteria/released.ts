import type { CriteriaSet } from '../criteria/criteria-set.ts';
import type { VersionSpan } from './span.ts';

/** A text as the set that cases are reviewed by on the days of its version. */
export const asReleased = (text: CriteriaSet, { version, from, to }: VersionSpan): CriteriaSet => {
  const { effectiveTo: _, ...rest } = text;
  return { ...rest, version, status: 'active', effectiveFrom: from, ...(to === undefined ? {} : { effectiveTo: to }) };
};
