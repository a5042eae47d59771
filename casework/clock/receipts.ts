import { appealClocks } from '@openum/domain/appeal/appeal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { type CaseClock, receiptOfClock } from '@openum/domain/clock/extension.ts';
import type { ClockReceipt } from '@openum/domain/clock/receipt.ts';
import type { StartedClock } from '@openum/domain/clock/started.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** A clock with its rule and calendar. Throws when the rule table no longer holds the version that started it. */
export const caseClock = (started: StartedClock, knowledge: Knowledge): CaseClock => {
  const rule = knowledge.turnaroundRule(started.ruleId, started.ruleVersion);
  return { started, rule, calendar: knowledge.calendars(rule.calendar) };
};

/** The receipt of a clock of this case. Throws when the rule table no longer holds the version that started it. */
export const receiptOf = (c: Case, started: StartedClock, knowledge: Knowledge, now: Instant): ClockReceipt =>
  receiptOfClock(c, caseClock(started, knowledge), now);

export const receiptsOf = (c: Case, knowledge: Knowledge, now: Instant): readonly ClockReceipt[] =>
  [...c.clocks, ...appealClocks(c)].map((started) => receiptOf(c, started, knowledge, now));
