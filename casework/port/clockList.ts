import type { AlarmMark } from '@openum/domain/alarm/alarm.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

export type ListedClock = { readonly caseId: string; readonly clockId: string; readonly dueAt: Instant };

/** Clocks of the read models, for the sweeps that watch them. What is right is decided again on the case. */
export type ClockList = {
  /** Hard clocks past due at `now` without an act, of which the log does not yet say that they were missed; oldest first. */
  missed(scope: Scope, now: Instant, limit: number): Promise<readonly ListedClock[]>;
  /** Cases with an open hard clock that has reached one of these marks at `now` and has no alarm for it; longest overdue first. */
  alarming(scope: Scope, marks: readonly AlarmMark[], now: Instant, limit: number): Promise<readonly string[]>;
};
