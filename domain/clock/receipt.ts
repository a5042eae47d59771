import { addElapsed, earlierOf, type Instant, type ZoneId } from '../time/instant.ts';
import type { Calendars } from './calendar.ts';
import { localText } from './due.ts';
import type { ClockHistory } from './history.ts';
import type { Authority, LapseEffect, TurnaroundRule } from './rule.ts';
import { type Count, type Reading, type ReceiptLine, type Run, runThrough } from './run.ts';
import type { StartedClock } from './started.ts';

/** How a clock came to its due moment, for people and for audit. */
export type ClockReceipt = {
  readonly clockId: string;
  readonly ruleId: string;
  readonly ruleVersion: string;
  readonly name: string;
  readonly citation: string;
  readonly authority: Authority;
  /** False for targets that nobody outside can enforce. */
  readonly hard: boolean;
  readonly zone: ZoneId;
  readonly startEvent: string;
  readonly startedAt: Instant;
  readonly lines: readonly ReceiptLine[];
  /** The last moment that is in time. While an answer is awaited: as if it came on the last day given for it. */
  readonly dueAt: Instant;
  /** N times 24 hours after the start, for a limit of N calendar days that nothing has moved. */
  readonly internalDueAt?: Instant;
  readonly lapseEffect: LapseEffect;
  readonly state: 'running' | 'tolled' | 'met' | 'missed';
  /** When what it waited for happened, in time or not. */
  readonly metAt?: Instant;
};

const soft: readonly Authority[] = ['internal', 'pledge'];

const stateAt = (run: Run, history: ClockHistory, now: Instant): ClockReceipt['state'] => {
  if (history.stoppedAt !== undefined) return history.stoppedAt <= run.dueAt ? 'met' : 'missed';
  if (now > run.dueAt) return 'missed';
  return run.waiting !== undefined && run.waiting.from <= now && now < run.waiting.until ? 'tolled' : 'running';
};

const internalTarget = (c: Count, run: Run): Instant | undefined => {
  const { duration, direction } = c.rule;
  if (run.moved || direction === 'before' || duration.unit !== 'calendarDays') return undefined;
  const target = addElapsed(c.startedAt, { hours: 24 * duration.value });
  return earlierOf(target, run.dueAt);
};

const startText = (c: Count, startEvent: string): string => {
  const counted =
    c.rule.startTrigger === 'submission'
      ? ''
      : ' The rule counts from complete information; until something is asked for, what came is taken as complete.';
  return `${startEvent} ${localText(c.startedAt, c.zone)} (${c.zone}).${counted}`;
};

/**
 * The receipt of one clock at `now`. Pure. Throws when `rule` is not the rule of `started`, and RangeError when the calendar does
 * not know a year that the count needs.
 */
export const clockReceipt = (
  rule: TurnaroundRule,
  started: StartedClock,
  history: ClockHistory,
  calendars: Calendars,
  now: Instant,
  reading: Reading = 'conservative',
): ClockReceipt => {
  if (rule.id !== started.ruleId || rule.version !== started.ruleVersion)
    throw new Error(
      `clock ${started.clockId} was started by rule ${started.ruleId} version ${started.ruleVersion}, not by ${rule.id} version ${rule.version}`,
    );
  const { startedAt, zone } = started;
  const count: Count = {
    rule,
    startedAt,
    zone,
    calendar: calendars(rule.calendar),
    reading,
  };
  const run = runThrough(count, history);
  const lines: ReceiptLine[] = [
    {
      kind: 'start',
      at: startedAt,
      dueAt: run.lines[0]?.dueAt ?? run.dueAt,
      counts: true,
      text: startText(count, started.startEvent),
    },
    ...run.lines,
  ];
  const { stoppedAt } = history;
  if (stoppedAt !== undefined)
    lines.push({
      kind: 'stop',
      at: stoppedAt,
      dueAt: run.dueAt,
      counts: true,
      text: `${history.stoppedBy ?? 'Stopped'} ${localText(stoppedAt, zone)}, ${stoppedAt <= run.dueAt ? 'in time' : 'late'}.`,
    });
  const internalDueAt = internalTarget(count, run);
  return {
    clockId: started.clockId,
    ruleId: rule.id,
    ruleVersion: rule.version,
    name: rule.name,
    citation: rule.citation,
    authority: rule.authority,
    hard: !soft.includes(rule.authority),
    zone,
    startEvent: started.startEvent,
    startedAt,
    lines,
    dueAt: run.dueAt,
    ...(internalDueAt === undefined ? {} : { internalDueAt }),
    lapseEffect: rule.lapseEffect,
    state: stateAt(run, history, now),
    ...(stoppedAt === undefined ? {} : { metAt: stoppedAt }),
  };
};

/** The hard clock that ends first among those still open (running, tolled, or missed without an act). */
export const earliestHard = (receipts: readonly ClockReceipt[]): ClockReceipt | undefined =>
  receipts
    .filter((r) => r.hard && r.metAt === undefined)
    .reduce<ClockReceipt | undefined>(
      (first, r) => (first === undefined || r.dueAt < first.dueAt ? r : first),
      undefined,
    );
