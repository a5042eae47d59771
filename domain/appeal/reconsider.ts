import type { CommandOf } from '../case/command.ts';
import { type Decided, required } from '../case/decided.ts';
import type { CaseEvent } from '../case/event.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { compareToRequest, grantsSomething } from '../determination/compare.ts';
import { decidedBy } from '../determination/decidedBy.ts';
import { appealableItems, isUndecided } from './appeal.ts';
import { approvedOnReview } from './resolve.ts';

export const requestReconsideration = (c: Case, command: CommandOf<'RequestReconsideration'>): Decided => {
  const { reconsiderationId, ruleId, itemSequences, requestedBy, statement, receivedAt, clocks, now } = command;
  if (itemSequences.length === 0) return refuse('itemsMissing');
  if (receivedAt > now) return refuse('receiptInFuture');
  const adverse = appealableItems(c).map((i) => i.sequence);
  for (const n of itemSequences) {
    if (!adverse.includes(n)) return refuse('appealItemNotAdverse', { item: n });
    if (c.reconsiderations.some((r) => !r.decided && r.itemSequences.includes(n)))
      return refuse('reconsiderationOpen', { item: n });
    const open = c.appeals.find((a) => a.itemSequences.includes(n) && isUndecided(c, a));
    if (open) return refuse('appealAlreadyOpen', { item: n, appeal: open.number });
  }
  const data = { reconsiderationId, ruleId, itemSequences, requestedBy, statement, receivedAt, clocks };
  return (
    required('requestedBy', requestedBy) ??
    required('statement', statement) ?? [{ type: 'ReconsiderationRequested', data }]
  );
};

/** Leaving the decision as it is decides nothing anew: the denial and its appeal rights stand as they were given. */
export const decideReconsideration = (c: Case, command: CommandOf<'DecideReconsideration'>): Decided => {
  const { reconsiderationId, outcome, reason, authorized, actor, now } = command;
  const asked = c.reconsiderations.find((r) => r.reconsiderationId === reconsiderationId && !r.decided);
  if (!asked) return refuse('reconsiderationUnknown');
  const problem = required('reason', reason);
  if (problem) return problem;
  const by = decidedBy(actor, 'medicalDirector');
  const decided: CaseEvent = { type: 'ReconsiderationDecided', data: { reconsiderationId, outcome, by, reason } };
  if (outcome === 'unchanged') return [decided];
  const approved: CaseEvent[] = [];
  for (const n of asked.itemSequences) {
    const item = appealableItems(c).find((i) => i.sequence === n);
    if (!item) continue;
    const granted = authorized.find((x) => x.itemSequence === n)?.authorized;
    if (!granted || !grantsSomething(granted)) return refuse('authorizationMissing', { item: n });
    const { lessThanRequested, otherService } = compareToRequest(item, granted);
    if (lessThanRequested || otherService) return refuse('appealOverturnInPart', { item: n });
    approved.push(approvedOnReview(n, { kind: 'reconsideration', id: reconsiderationId }, by, granted, reason, now));
  }
  return [decided, ...approved];
};
