import { appealClocks } from '@openum/domain/appeal/appeal.ts';
import type { RecordedEvent } from '@openum/domain/case/event.ts';
import { evolve } from '@openum/domain/case/evolve.ts';
import { type Case, type CaseState, noCase } from '@openum/domain/case/state.ts';
import type { Calendars } from '@openum/domain/clock/calendar.ts';
import { receiptOfClock } from '@openum/domain/clock/extension.ts';
import type { ClockReceipt } from '@openum/domain/clock/receipt.ts';
import type { TurnaroundRule } from '@openum/domain/clock/rule.ts';
import type { StartedClock } from '@openum/domain/clock/started.ts';
import type { Instant } from '@openum/domain/time/instant.ts';

/** A clock that the case has had; one that another took the place of as it stood at that moment. */
export type ProofClock = {
  readonly receipt: ClockReceipt;
  readonly supersededAt?: Instant;
};

export type ClockKnowledge = {
  readonly turnaroundRule: (ruleId: string, version: string) => TurnaroundRule;
  readonly calendars: Calendars;
};

/** Of the request, of its continued stays, and of its appeals. */
const clocksOf = (c: Case): readonly StartedClock[] => [...c.clocks, ...appealClocks(c)];

/** Every clock that ever ran on the case, with its receipt, from the events alone. */
export const clocksThrough = (
  events: readonly RecordedEvent[],
  { turnaroundRule, calendars }: ClockKnowledge,
  now: Instant,
): readonly ProofClock[] => {
  const receipt = (c: Case, started: StartedClock, at: Instant): ClockReceipt => {
    const rule = turnaroundRule(started.ruleId, started.ruleVersion);
    return receiptOfClock(c, { started, rule, calendar: calendars(rule.calendar) }, at);
  };
  const superseded: ProofClock[] = [];
  let state: CaseState = noCase;
  for (const e of events) {
    const before: CaseState = state;
    state = evolve(before, e);
    if (before.kind === 'none' || state.kind === 'none') continue;
    const running = new Set(clocksOf(state).map((k) => k.clockId));
    for (const started of clocksOf(before)) {
      if (!running.has(started.clockId))
        superseded.push({ receipt: receipt(before, started, e.recordedAt), supersededAt: e.recordedAt });
    }
  }
  const last = state;
  return last.kind === 'none'
    ? []
    : [...superseded, ...clocksOf(last).map((started) => ({ receipt: receipt(last, started, now) }))];
};
