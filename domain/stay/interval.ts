import type { LineOfBusiness } from '../case/request.ts';
import type { CalendarDate } from '../time/instant.ts';

/** How often a stay is reviewed, as data: `content/stay/intervals.json`. */
export type ReviewInterval = {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** Absent: every line of business. */
  readonly linesOfBusiness?: readonly LineOfBusiness[];
  /** Codes of levels of care. Absent: every level. */
  readonly levelsOfCare?: readonly string[];
  /** The plan's contract or product, where one has an interval of its own. */
  readonly planIds?: readonly string[];
  /** At the latest so many days after the last decision. */
  readonly everyDays: number;
  /** So many days before the last day that has been decided. */
  readonly leadDays: number;
  /** Local time of day, `HH:MM`. */
  readonly dueAtTime: string;
  readonly citation: string;
  readonly confidence: string;
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo?: CalendarDate;
  readonly note?: string;
};

type Asked = {
  readonly lineOfBusiness: LineOfBusiness;
  readonly levelOfCare: string;
  readonly planId?: string;
  readonly on: CalendarDate;
};

const holds = (r: ReviewInterval, a: Asked): boolean =>
  (r.linesOfBusiness?.includes(a.lineOfBusiness) ?? true) &&
  (r.levelsOfCare?.includes(a.levelOfCare) ?? true) &&
  (r.planIds === undefined || (a.planId !== undefined && r.planIds.includes(a.planId))) &&
  r.effectiveFrom <= a.on &&
  (r.effectiveTo === undefined || a.on <= r.effectiveTo);

/** A contract before a level of care before a line of business; among equals the shorter interval. */
const rank = (r: ReviewInterval): number =>
  (r.planIds ? 4 : 0) + (r.levelsOfCare ? 2 : 0) + (r.linesOfBusiness ? 1 : 0);

export const intervalFor = (intervals: readonly ReviewInterval[], asked: Asked): ReviewInterval | undefined =>
  intervals
    .filter((r) => holds(r, asked))
    .toSorted((a, b) => rank(b) - rank(a) || a.everyDays - b.everyDays || (a.id < b.id ? -1 : 1))[0];
