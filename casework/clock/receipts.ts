import type { Case } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import type { ClockHistory } from '@openum/domain/clock/history.ts';
import { type ClockReceipt, clockReceipt } from '@openum/domain/clock/receipt.ts';
import type { ClockKind } from '@openum/domain/clock/rule.ts';
import type { StartedClock } from '@openum/domain/clock/started.ts';
import { itemsWithoutNotice } from '@openum/domain/flow/caseFacts.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

type Stop = { readonly stoppedAt: Instant; readonly stoppedBy: string };

const latest = (moments: readonly Instant[]): Instant | undefined => [...moments].sort().at(-1);

const stopOf = (c: Case, kind: ClockKind): Stop | undefined => {
  if (c.voided) return { stoppedAt: c.voided.at, stoppedBy: 'Voided' };
  if (c.withdrawn) return { stoppedAt: c.withdrawn.at, stoppedBy: 'Withdrawn' };
  if (openItems(c).length > 0) return undefined;
  const decidedAt = latest(c.items.flatMap((i) => (i.determination ? [i.determination.decidedAt] : [])));
  if (kind === 'decision') return decidedAt && { stoppedAt: decidedAt, stoppedBy: 'Decided' };
  if (itemsWithoutNotice(c).length > 0) return undefined;
  const noticedAt = latest(c.notices.map((n) => n.issuedAt)) ?? decidedAt;
  return noticedAt && { stoppedAt: noticedAt, stoppedBy: 'Decided, with notice' };
};

const historyOf = (c: Case, kind: ClockKind): ClockHistory => ({
  extensions: [],
  informationRequests: c.informationRequests.map((r) => ({
    sentAt: r.sentAt,
    supplyDueAt: r.dueAt,
    ...(r.answeredAt ? { answeredAt: r.answeredAt } : {}),
  })),
  ...stopOf(c, kind),
});

/** The receipt of a clock of this case. Throws when the rule table no longer holds the version that started it. */
export const receiptOf = (c: Case, started: StartedClock, knowledge: Knowledge, now: Instant): ClockReceipt => {
  const rule = knowledge.turnaroundRule(started.ruleId, started.ruleVersion);
  return clockReceipt(rule, started, historyOf(c, rule.clock), knowledge.calendars, now);
};

export const receiptsOf = (c: Case, knowledge: Knowledge, now: Instant): readonly ClockReceipt[] =>
  c.clocks.map((started) => receiptOf(c, started, knowledge, now));
