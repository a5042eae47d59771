import { type Refusal, refuse } from '../case/refusal.ts';
import type { Case, CaseItem } from '../case/state.ts';
import type { Authorized } from '../determination/determination.ts';
import { type ApprovalLock, lockProblem } from '../reopening/lock.ts';
import { dateInZone, type Instant } from '../time/instant.ts';

/** What a line has authorized now, if anything. */
export const authorizedNow = ({ determination: d }: CaseItem): Authorized | undefined =>
  d && d.outcome !== 'notRequired' ? d.authorized : undefined;

/** One day, or one unit, cannot become less and still be something. */
const isLeast = ({ period, quantity }: Authorized): boolean =>
  period.end === undefined ? (quantity?.value ?? 1) <= 1 : period.end <= period.start;

/** Why nothing of this line can be cut now, whatever would be left; undefined when it can. */
export const reductionProblem = (
  c: Case,
  item: CaseItem,
  locked: readonly ApprovalLock[],
  now: Instant,
): Refusal | undefined => {
  const authorized = authorizedNow(item);
  const line = { item: item.sequence };
  if (!authorized) return refuse('nothingToReduce', line);
  if (isLeast(authorized)) return refuse('authorizationIsLeast', line);
  const { end } = authorized.period;
  if (end !== undefined && end < dateInZone(now, c.request.zone)) return refuse('authorizationOver', { ...line, end });
  return lockProblem(c, item, locked, now);
};
