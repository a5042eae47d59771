import type { TurnaroundRule } from '../clock/rule.ts';
import type { Instant } from '../time/instant.ts';

/** What stopped a clock: the act that it waited for, or the end of the request itself. */
export const clockEnds = ['act', 'withdrawal', 'void'] as const;
export type ClockEnd = (typeof clockEnds)[number];

/**
 * What became of a clock, at one moment. Every clock has exactly one. Only `met`, `missed` and `overdue` are in a rate;
 * docs/reporting.md gives the reason for each.
 */
export const clockOutcomes = ['met', 'missed', 'overdue', 'open', 'withdrawn', 'voided', 'superseded'] as const;
export type ClockOutcome = (typeof clockOutcomes)[number];

export type CountedClock = {
  readonly startedAt: Instant;
  /** The last moment that is in time. */
  readonly dueAt: Instant;
  readonly metAt?: Instant;
  readonly endedBy?: ClockEnd;
  readonly superseded: boolean;
  readonly extended: boolean;
};

export const clockOutcome = (clock: CountedClock, now: Instant): ClockOutcome => {
  const { dueAt, metAt, endedBy } = clock;
  if (endedBy === 'void') return 'voided';
  if (clock.superseded) return 'superseded';
  if (metAt === undefined) return now > dueAt ? 'overdue' : 'open';
  if (metAt > dueAt) return 'missed';
  return endedBy === 'withdrawal' ? 'withdrawn' : 'met';
};

/** Whether the plan itself has to act before the clock ends. Windows of others, and how long a decision holds, are no turnaround. */
export const bindsPlan = ({ actor, clock }: Pick<TurnaroundRule, 'actor' | 'clock'>): boolean =>
  ['payer', 'payerAndProvider', 'mac', 'modelParticipant'].includes(actor) &&
  !['filingWindow', 'validity'].includes(clock);
