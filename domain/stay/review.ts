import { stageOf } from '../case/stage.ts';
import type { Case } from '../case/state.ts';
import { openItems } from '../case/status.ts';
import { addDays, type CalendarDate, dateInZone, type Instant, timeOnDay } from '../time/instant.ts';
import { approvedThrough, dayLines, decidedThrough, later } from './days.ts';
import { intervalFor, type ReviewInterval } from './interval.ts';
import { isOpenStay, presentLevel, type StayRecord } from './stay.ts';

/** Why the next review falls on its day. */
export type ReviewBasis = {
  readonly intervalId: string;
  readonly intervalVersion: string;
  readonly name: string;
  readonly citation: string;
  readonly everyDays: number;
  readonly leadDays: number;
  /** Day of the last decision, or of the admission where that came later. */
  readonly reviewedOn: CalendarDate;
  readonly approvedThrough?: CalendarDate;
  /** `coverage`: the days decided run out; `interval`: the time between two reviews is over. */
  readonly because: 'coverage' | 'interval';
};

/** Where the reviews of a stay stand. An open stay is always in one of the first two. */
export type StayReview =
  | { readonly kind: 'pending'; readonly itemSequences: readonly number[] }
  | { readonly kind: 'due'; readonly dueOn: CalendarDate; readonly dueAt: Instant; readonly basis: ReviewBasis }
  | { readonly kind: 'discharged'; readonly at: Instant }
  | { readonly kind: 'closed' };

/** For a level or contract that no interval names: the shortest that is usual. */
const fallback: ReviewInterval = {
  id: 'default',
  version: '1',
  name: 'Every three days, no interval of its own',
  everyDays: 3,
  leadDays: 1,
  dueAtTime: '17:00',
  citation: 'Plan practice',
  confidence: 'knowledge-medium',
  effectiveFrom: '0001-01-01' as CalendarDate,
};

const reviewedOn = (c: Case, stay: StayRecord): CalendarDate => {
  const last = dayLines(c)
    .flatMap((i) => i.determination?.decidedAt ?? [])
    .sort()
    .at(-1);
  const admitted = dateInZone(stay.admittedAt, c.request.zone);
  const decided = dateInZone(last ?? stay.admittedAt, c.request.zone);
  // Days may be decided weeks ahead of an elective admission.
  return later(decided, admitted);
};

const next = (
  c: Case,
  stay: StayRecord,
  intervals: readonly ReviewInterval[],
): Extract<StayReview, { kind: 'due' }> => {
  const { coverage, zone } = c.request;
  const reviewed = reviewedOn(c, stay);
  const interval =
    intervalFor(intervals, {
      lineOfBusiness: coverage.lineOfBusiness,
      levelOfCare: presentLevel(stay),
      ...(coverage.planId ? { planId: coverage.planId } : {}),
      on: reviewed,
    }) ?? fallback;
  const approved = approvedThrough(c, stay);
  const byInterval = addDays(reviewed, interval.everyDays);
  // Days that were denied after the approved ones are decided too: what is next then is to see whether the member has left.
  const runsOut = approved !== undefined && approved === decidedThrough(c, stay);
  const byCoverage = runsOut ? addDays(approved, -interval.leadDays) : byInterval;
  const because = byCoverage < byInterval ? 'coverage' : 'interval';
  const dueOn = later(because === 'coverage' ? byCoverage : byInterval, reviewed);
  return {
    kind: 'due',
    dueOn,
    dueAt: timeOnDay(dueOn, interval.dueAtTime, zone),
    basis: {
      intervalId: interval.id,
      intervalVersion: interval.version,
      name: interval.name,
      citation: interval.citation,
      everyDays: interval.everyDays,
      leadDays: interval.leadDays,
      reviewedOn: reviewed,
      ...(approved ? { approvedThrough: approved } : {}),
      because,
    },
  };
};

export const stayReview = (c: Case, stay: StayRecord, intervals: readonly ReviewInterval[]): StayReview => {
  if (c.voided || c.withdrawn || stay.cancelled) return { kind: 'closed' };
  const open = openItems(c);
  if (open.length > 0) return { kind: 'pending', itemSequences: open.map((i) => i.sequence) };
  if (stay.discharge) return { kind: 'discharged', at: stay.discharge.dischargedAt };
  return next(c, stay, intervals);
};

/** Stage of the work that is open now; of an open stay with nothing open that of the review to come. */
export const presentStage = (c: Case) => {
  const open = openItems(c);
  const item = open.find((i) => stageOf(c, i) === 'concurrent') ?? open[0];
  if (item) return stageOf(c, item);
  return c.stay && isOpenStay(c.stay) ? 'concurrent' : c.request.reviewType;
};

/** When the review of what is open began: with the latest request for lines that nobody has decided. */
export const reviewBeganAt = (c: Case): Instant => {
  const open = openItems(c).map((i) => i.sequence);
  const latest = c.stay?.continued.findLast((r) => r.items.some((i) => open.includes(i.sequence)));
  return latest?.receivedAt ?? c.receivedAt;
};
