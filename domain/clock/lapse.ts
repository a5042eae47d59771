import { appealClocks, appealOfClock } from '../appeal/appeal.ts';
import { appealLapse } from '../appeal/lapse.ts';
import type { CommandOf } from '../case/command.ts';
import type { Decided } from '../case/decided.ts';
import type { CaseEvent } from '../case/event.ts';
import { isRefusal, type Refusal, refuse } from '../case/refusal.ts';
import type { Case, CaseItem } from '../case/state.ts';
import { openItems } from '../case/status.ts';
import { compareToRequest, grantsSomething } from '../determination/compare.ts';
import { millisecondsBetween } from '../time/instant.ts';
import { localText } from './due.ts';
import { receiptOfClock } from './extension.ts';
import { linesOfClock } from './lines.ts';
import type { ClockReceipt } from './receipt.ts';

const deemedApproved = (
  item: CaseItem,
  receipt: ClockReceipt,
  { grants, now }: CommandOf<'NoteMissedDeadline'>,
): CaseEvent | Refusal => {
  const authorized = grants.find((g) => g.itemSequence === item.sequence)?.authorized;
  if (authorized === undefined) return refuse('authorizationMissing', { item: item.sequence });
  const { lessThanRequested, otherService } = compareToRequest(item, authorized);
  if (lessThanRequested || otherService || !grantsSomething(authorized))
    return refuse('reductionIsAdverse', { item: item.sequence });
  return {
    type: 'ItemDetermined',
    data: {
      outcome: 'approved',
      itemSequence: item.sequence,
      decidedAt: now,
      criteria: [],
      by: { kind: 'rule', rule: receipt.ruleId },
      authorized,
      rationale: `Deemed approved: not decided by ${localText(receipt.dueAt, receipt.zone)}. ${receipt.citation}.`,
    },
  };
};

/**
 * Writes down that a binding clock ran out, once, with the effect that its own rule gives it. Only a rule that deems the request
 * approved decides anything, and then all that was asked for; no effect denies.
 */
export const noteMissedDeadline = (c: Case, command: CommandOf<'NoteMissedDeadline'>): Decided => {
  const { clockId, rule, calendar, now } = command;
  const started = [...c.clocks, ...appealClocks(c)].find((k) => k.clockId === clockId);
  if (started === undefined) return refuse('clockUnknown', { clock: clockId });
  if (c.missedDeadlines.some((m) => m.clockId === clockId)) return refuse('deadlineAlreadyNoted', { rule: rule.id });
  const receipt = receiptOfClock(c, { started, rule, calendar }, now);
  if (!receipt.hard || receipt.metAt !== undefined || now <= receipt.dueAt)
    return refuse('deadlineNotMissed', { rule: rule.id });
  const appeal = appealOfClock(c, clockId);
  const lines = linesOfClock(c, started);
  const open = openItems(c).filter((i) => lines.includes(i.sequence));
  const missed: CaseEvent = {
    type: 'DeadlineMissed',
    data: {
      clockId,
      ruleId: rule.id,
      citation: rule.citation,
      lapseEffect: rule.lapseEffect,
      dueAt: receipt.dueAt,
      notedAt: now,
      lateBySeconds: Math.floor(millisecondsBetween(receipt.dueAt, now) / 1000),
      itemSequences: appeal ? appeal.itemSequences : open.map((i) => i.sequence),
    },
  };
  if (appeal) {
    const effect = appealLapse(c, appeal, receipt, command);
    return isRefusal(effect) ? effect : [missed, ...effect];
  }
  if (rule.lapseEffect !== 'approved') return [missed];
  const events: CaseEvent[] = [missed];
  for (const item of open) {
    const approved = deemedApproved(item, receipt, command);
    if ('kind' in approved) return approved;
    events.push(approved);
  }
  return events;
};
