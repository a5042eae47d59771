import type { Instant, ZoneId } from '../time/instant.ts';

/** A clock that an event has started. Which rule, and which version of it, is fixed from then on; the due moment is computed. */
export type StartedClock = {
  /** Unique in the case. */
  readonly clockId: string;
  readonly ruleId: string;
  readonly ruleVersion: string;
  /** What happened at `startedAt`, in the trade's words: `requestReceived`, `expediteRequested`, `informationReceived`. */
  readonly startEvent: string;
  readonly startedAt: Instant;
  readonly zone: ZoneId;
  /** Lines that it waits for; absent: every line. */
  readonly itemSequences?: readonly number[];
};
