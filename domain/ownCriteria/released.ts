import type { CriteriaSet } from '../criteria/criteria-set.ts';
import type { CalendarDate } from '../time/instant.ts';
import type { VersionSpan } from './span.ts';

/** A text as the set that cases are reviewed by on the days of its version. */
export const asReleased = (text: CriteriaSet, { version, from, to }: VersionSpan): CriteriaSet => {
  const { effectiveTo: _, ...rest } = text;
  return { ...rest, version, status: 'active', effectiveFrom: from, ...(to === undefined ? {} : { effectiveTo: to }) };
};

/** A text that is being written, as the set that it would be from this day on. */
export const asWritten = (text: CriteriaSet, version: string, from: CalendarDate): CriteriaSet =>
  asReleased(text, { version, sha256: '', from });
