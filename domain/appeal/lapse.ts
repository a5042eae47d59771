import type { CommandOf } from '../case/command.ts';
import type { Decided } from '../case/decided.ts';
import type { CaseEvent } from '../case/event.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import type { ClockReceipt } from '../clock/receipt.ts';
import { compareToRequest, grantsSomething } from '../determination/compare.ts';
import { type Appeal, appealOutcome, isUndecided } from './appeal.ts';
import { openNext } from './file.ts';
import { approvedOnReview } from './resolve.ts';

const reversed = (c: Case, a: Appeal, receipt: ClockReceipt, command: CommandOf<'NoteMissedDeadline'>): Decided => {
  const events: CaseEvent[] = [];
  for (const n of a.itemSequences) {
    const item = c.items.find((i) => i.sequence === n);
    const authorized = command.grants.find((g) => g.itemSequence === n)?.authorized;
    if (!item || !authorized || !grantsSomething(authorized)) return refuse('authorizationMissing', { item: n });
    const { lessThanRequested, otherService } = compareToRequest(item, authorized);
    if (lessThanRequested || otherService) return refuse('reductionIsAdverse', { item: n });
    const onReview = { kind: 'appeal', id: a.appealId } as const;
    const by = { kind: 'rule', rule: receipt.ruleId } as const;
    const why = `Reversed because the appeal was not decided in time. ${receipt.citation}.`;
    events.push(approvedOnReview(n, onReview, by, authorized, why, command.now));
  }
  return events;
};

/**
 * What its rule makes of an appeal that was not decided in time: it goes on to the body outside, the denial is reversed, or the plan's
 * levels count as used up. None of it upholds anything.
 */
export const appealLapse = (
  c: Case,
  a: Appeal,
  receipt: ClockReceipt,
  command: CommandOf<'NoteMissedDeadline'>,
): Decided => {
  if (!isUndecided(c, a) || appealOutcome(a) !== undefined) return [];
  const { rule, nextAppeal, now } = command;
  if (rule.lapseEffect === 'reverses' || rule.lapseEffect === 'approved') return reversed(c, a, receipt, command);
  if (rule.lapseEffect === 'forward' && nextAppeal) return [openNext(a, nextAppeal, 'lapse', a.itemSequences, now)];
  return [];
};
