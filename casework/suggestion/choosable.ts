import type { Case } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/**
 * Sets that a person may choose for a line: in force, of its line of business and place, and not the one that binds it and has been
 * read. Which of them is about the service is the choice.
 */
export const choosableSets = (
  c: Case,
  itemSequence: number,
  { criteriaSets }: Pick<Knowledge, 'criteriaSets'>,
  now: Instant,
): readonly CriteriaSet[] => {
  const item = openItems(c).find((i) => i.sequence === itemSequence);
  if (!item) return [];
  const { coverage, member, zone } = c.request;
  const on = item.period?.start ?? dateInZone(now, zone);
  const state = member.address?.state ?? coverage.stateOfIssue;
  const read = new Set(c.evaluations.filter((e) => e.itemSequence === itemSequence).map((e) => e.criteria.setId));
  return criteriaSets.filter(
    (s) =>
      s.status === 'active' &&
      !read.has(s.id) &&
      s.effectiveFrom <= on &&
      (s.effectiveTo === undefined || on <= s.effectiveTo) &&
      (s.jurisdictions === undefined || s.jurisdictions.includes(state)) &&
      s.appliesTo.linesOfBusiness.includes(coverage.lineOfBusiness),
  );
};
