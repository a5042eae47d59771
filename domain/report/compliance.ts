import { type Instant, millisecondsBetween } from '../time/instant.ts';
import { type ClockOutcome, type CountedClock, clockOutcome, clockOutcomes } from './clockOutcome.ts';
import { type Spread, spreadOf } from './spread.ts';

/** What the figures of a report can be broken down by. */
export const complianceDimensions = [
  'rule',
  'authority',
  'jurisdiction',
  'kind',
  'lineOfBusiness',
  'state',
  'reviewType',
  'urgency',
  'month',
] as const;
export type ComplianceDimension = (typeof complianceDimensions)[number];

export type ComplianceFigures = Readonly<Record<ClockOutcome, number>> & {
  /** Clocks whose act came, in time or not. */
  readonly ended: number;
  readonly extended: number;
  /** `met` of those that had to be met by now; absent while there are none. */
  readonly rate?: number;
  /** Seconds from start to act, waiting included, of those that ended. */
  readonly timeUsed?: Spread;
  /** Seconds after the due moment, until the act or until now, of those missed and overdue. */
  readonly lateness?: Spread;
};

/** Share of the clocks met among those that had to be met by now. */
export const complianceRate = (n: Pick<ComplianceFigures, 'met' | 'missed' | 'overdue'>): number | undefined => {
  const due = n.met + n.missed + n.overdue;
  return due === 0 ? undefined : n.met / due;
};

const seconds = (from: Instant, to: Instant): number => millisecondsBetween(from, to) / 1000;

const tally = (outcomes: readonly ClockOutcome[]): Record<ClockOutcome, number> => {
  const count = Object.fromEntries(clockOutcomes.map((o) => [o, 0])) as Record<ClockOutcome, number>;
  for (const outcome of outcomes) count[outcome] += 1;
  return count;
};

/** The figures of these clocks at `now`. */
export const complianceFigures = (clocks: readonly CountedClock[], now: Instant): ComplianceFigures => {
  const read = clocks.map((clock) => ({ clock, outcome: clockOutcome(clock, now) }));
  const count = tally(read.map((r) => r.outcome));
  const of = (...wanted: readonly ClockOutcome[]) => read.filter((r) => wanted.includes(r.outcome));
  const timeUsed = spreadOf(of('met', 'missed').map(({ clock: c }) => seconds(c.startedAt, c.metAt ?? now)));
  const lateness = spreadOf(of('missed', 'overdue').map(({ clock: c }) => seconds(c.dueAt, c.metAt ?? now)));
  const rate = complianceRate(count);
  return {
    ...count,
    ended: count.met + count.missed,
    extended: of('met', 'missed', 'overdue', 'open', 'withdrawn').filter((r) => r.clock.extended).length,
    ...(rate === undefined ? {} : { rate }),
    ...(timeUsed ? { timeUsed } : {}),
    ...(lateness ? { lateness } : {}),
  };
};
