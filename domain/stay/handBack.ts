import type { Assignee, CaseEvent } from '../case/event.ts';
import type { Case } from '../case/state.ts';

/** Whether somebody has the case because it was referred: as the physician who was found for it, or who decided in it. */
const hasItAsPhysician = (c: Case, { userId }: Assignee): boolean =>
  c.referred.length > 0 &&
  (c.physiciansSought.some((s) => s.to?.userId === userId) ||
    c.items.some((i) => i.determination?.by.kind === 'person' && i.determination.by.userId === userId));

/** A physician's part in a stay ends with their decision: the next review begins with the reviewer of the stay, or with nobody yet. */
export const handBack = (c: Case, physician: Assignee): readonly CaseEvent[] => {
  const reviewer = c.reviews.findLast((r) => r.byUserId !== undefined);
  if (reviewer?.byUserId === physician.userId) return [];
  const reason = 'The next review of the stay begins with its reviewer.';
  return reviewer?.byUserId
    ? [{ type: 'Assigned', data: { to: { userId: reviewer.byUserId, name: reviewer.by }, from: physician, reason } }]
    : [{ type: 'Released', data: { from: physician, reason } }];
};

/** A further wish for days finds the case with a physician who was left with it, as after an approval by a lapse. */
export const handBackIfReferred = (c: Case): readonly CaseEvent[] =>
  c.assignee && hasItAsPhysician(c, c.assignee) ? handBack(c, c.assignee) : [];
