import { addElapsed, compareInstants, type Instant, millisecondsBetween } from '../time/instant.ts';

/** A case that waits for a physician. `items` are its referred lines that are still to be decided. */
export type WaitingCase = { readonly caseId: string; readonly items: number; readonly dueAt?: Instant };

/** How the queue has moved of late. Rates are in lines per hour, as are decisions. */
export type QueuePace = {
  readonly arrivalsPerHour: number;
  readonly decisionsPerHour: number;
  /** Time that a line which arrives has left until its hard deadline. */
  readonly hoursLeftOnArrival: number;
};

export type ForecastHour = {
  readonly from: Instant;
  /** Lines that wait at the end of the hour. */
  readonly waiting: number;
  /** Lines whose deadline falls into this hour and that will not be decided by then. */
  readonly late: number;
};

export type QueueForecast = QueuePace & {
  readonly now: Instant;
  readonly waiting: number;
  /** Lines past their deadline already. */
  readonly overdue: number;
  /** First deadline that will not be kept if all goes on as it does; absent while every one is kept. */
  readonly breachesAt?: Instant;
  /** Cases that will be late, the earliest deadline first. `expectedAt` is absent when nothing is being decided. */
  readonly late: readonly { readonly caseId: string; readonly dueAt: Instant; readonly expectedAt?: Instant }[];
  /** Decisions an hour by which every deadline that still lies ahead would be kept. */
  readonly neededPerHour: number;
  readonly hours: readonly ForecastHour[];
};

const hour = 3_600_000;
const hoursUntil = (now: Instant, at: Instant): number => millisecondsBetween(now, at) / hour;
const after = (now: Instant, hours: number): Instant => addElapsed(now, { seconds: Math.round(hours * 3600) });
const tenths = (n: number): number => Math.round(n * 10) / 10;

/** When arrivals outrun decisions, the queue breaks even if each line that waits now is in time. */
const outrunAt = (lines: number, pace: QueuePace): number | undefined => {
  const { arrivalsPerHour: a, decisionsPerHour: d, hoursLeftOnArrival: left } = pace;
  return a > d ? Math.max(left, (a * left - lines) / (a - d)) : undefined;
};

/**
 * When the queue will miss a deadline, if lines come and are decided at the present pace and the earliest deadline goes first.
 * What must be done by a moment are the lines due by then and those that will have come with a deadline by then.
 */
export const forecastQueue = (
  waiting: readonly WaitingCase[],
  pace: QueuePace,
  now: Instant,
  horizonHours = 24,
): QueueForecast => {
  const { arrivalsPerHour, decisionsPerHour, hoursLeftOnArrival } = pace;
  const lines = waiting.reduce((sum, c) => sum + c.items, 0);
  const ordered = waiting
    .flatMap((c) => (c.dueAt === undefined ? [] : [{ ...c, dueAt: c.dueAt }]))
    .toSorted((a, b) => compareInstants(a.dueAt, b.dueAt));
  let ahead = 0;
  const demands = ordered.map((c) => {
    ahead += c.items;
    const hours = hoursUntil(now, c.dueAt);
    return { ...c, hours, demand: ahead + arrivalsPerHour * Math.max(0, hours - hoursLeftOnArrival) };
  });
  const late = demands.filter((c) => c.hours <= 0 || c.demand > decisionsPerHour * c.hours);
  const coming = demands.filter((c) => c.hours > 0);
  const outrun = outrunAt(lines, pace);
  const moments = [
    ...late.filter((c) => c.hours > 0).map((c) => c.dueAt),
    ...(outrun === undefined ? [] : [after(now, outrun)]),
  ];
  const breach = moments.toSorted()[0];
  return {
    ...pace,
    now,
    waiting: lines,
    overdue: demands.filter((c) => c.hours <= 0).reduce((sum, c) => sum + c.items, 0),
    ...(breach ? { breachesAt: breach } : {}),
    late: late.map(({ caseId, dueAt, demand }) => ({
      caseId,
      dueAt,
      ...(decisionsPerHour > 0 ? { expectedAt: after(now, demand / decisionsPerHour) } : {}),
    })),
    // Rounded up: less would not keep them.
    neededPerHour: Math.ceil(Math.max(0, ...coming.map((c) => c.demand / c.hours)) * 100) / 100,
    hours: Array.from({ length: horizonHours }, (_, i) => ({
      from: after(now, i),
      waiting: tenths(Math.max(0, lines + (arrivalsPerHour - decisionsPerHour) * (i + 1))),
      late: late.filter((c) => c.hours > i && c.hours <= i + 1).reduce((sum, c) => sum + c.items, 0),
    })),
  };
};
