import type { ReviewerRequirement } from '../case/command.ts';
import { type Refusal, refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { isAdverse } from '../determination/determination.ts';
import { qualificationProblem } from '../determination/guard.ts';
import type { Instant } from '../time/instant.ts';
import type { Appeal } from './appeal.ts';
import type { Candidate } from './command.ts';
import { tookPart } from './involvement.ts';
import type { AppealLevel } from './level.ts';

/** Whether a line of the appeal was decided on clinical judgement, so that only a physician may decide it that way again. */
export const isClinical = (c: Case, itemSequences: readonly number[]): boolean =>
  c.items.some(
    (i) =>
      itemSequences.includes(i.sequence) &&
      i.determination !== undefined &&
      isAdverse(i.determination) &&
      i.determination.reasonClass === 'medicalNecessity',
  );

/** Why this person may not decide against the member: had a part in it, works under somebody who had, or lacks what the rule asks for. */
export const reviewerProblem = (
  c: Case,
  a: Pick<Appeal, 'appealId' | 'itemSequences'>,
  candidate: Candidate,
  level: Pick<AppealLevel, 'reviewer'>,
  requirement: ReviewerRequirement,
  now: Instant,
): Refusal | undefined => {
  const involved = tookPart(c, a);
  const own = involved.find((i) => i.userId === candidate.userId);
  if (own) return refuse('appealReviewerTookPart', { name: candidate.name, how: own.how });
  const above = involved.find((i) => candidate.superiors.includes(i.userId));
  if (above && level.reviewer?.notSubordinate !== false)
    return refuse('appealReviewerSubordinate', { name: candidate.name, superior: above.name, how: above.how });
  if (!isClinical(c, a.itemSequences)) return undefined;
  const { userId, name, qualification } = candidate;
  const actor = { kind: 'person' as const, userId, name, roles: [], ...(qualification ? { qualification } : {}) };
  return qualificationProblem(actor, c, requirement, now);
};
