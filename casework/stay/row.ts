import type { Case } from '@openum/domain/case/state.ts';
import { approvedThrough, countDays, type DayRange, dayStrip, type StayDay } from '@openum/domain/stay/days.ts';
import type { Readiness } from '@openum/domain/stay/event.ts';
import type { ReviewInterval } from '@openum/domain/stay/interval.ts';
import { type StayReview, stayReview } from '@openum/domain/stay/review.ts';
import { admittedOn, presentLevel, type StayRecord } from '@openum/domain/stay/stay.ts';
import { updateCame } from '@openum/domain/stay/task.ts';
import { addDays, type CalendarDate, dateInZone, type Instant, type ZoneId } from '@openum/domain/time/instant.ts';

/** One line of the census. It does not depend on the hour: what has been used up to a day is counted when it is read. */
export type StayRow = {
  readonly facilityName: string;
  readonly facilityNpi?: string;
  readonly levelOfCare: string;
  readonly zone: ZoneId;
  readonly admittedAt: Instant;
  readonly admittedOn: CalendarDate;
  readonly dischargedAt?: Instant;
  readonly dischargedOn?: CalendarDate;
  readonly review: StayReview['kind'];
  /** While days wait for a decision: the earliest hard deadline. Else when the next review is due. */
  readonly reviewDueAt?: Instant;
  readonly approvedDays: number;
  readonly approvedThrough?: CalendarDate;
  /** Days under an authorization, in order. */
  readonly approvedRanges: readonly DayRange[];
  readonly updateAwaited: boolean;
  readonly readiness?: Readiness;
  readonly expectedDischargeOn?: CalendarDate;
};

const rangesOf = (days: readonly StayDay[]): readonly DayRange[] => {
  const ranges: DayRange[] = [];
  for (const { date } of days.filter((d) => d.state === 'approved')) {
    const last = ranges.at(-1);
    if (last && addDays(last.through, 1) === date) ranges[ranges.length - 1] = { from: last.from, through: date };
    else ranges.push({ from: date, through: date });
  }
  return ranges;
};

export const stayRow = (
  c: Case,
  stay: StayRecord,
  intervals: readonly ReviewInterval[],
  deadline: Instant | undefined,
): StayRow => {
  const { zone } = c.request;
  const review = stayReview(c, stay, intervals);
  // Approved days do not depend on today; the strip is asked for its shortest form.
  const days = dayStrip(c, stay, addDays(admittedOn(c, stay), -1));
  const through = approvedThrough(c, stay);
  const assessed = stay.assessments.at(-1);
  const dueAt = review.kind === 'due' ? review.dueAt : review.kind === 'pending' ? deadline : undefined;
  const left = stay.discharge?.dischargedAt;
  return {
    facilityName: stay.facility.name,
    ...(stay.facility.npi ? { facilityNpi: stay.facility.npi } : {}),
    levelOfCare: presentLevel(stay),
    zone,
    admittedAt: stay.admittedAt,
    admittedOn: admittedOn(c, stay),
    ...(left ? { dischargedAt: left, dischargedOn: dateInZone(left, zone) } : {}),
    review: review.kind,
    ...(dueAt ? { reviewDueAt: dueAt } : {}),
    approvedDays: countDays(days).approved,
    ...(through ? { approvedThrough: through } : {}),
    approvedRanges: rangesOf(days),
    updateAwaited: review.kind === 'due' && !updateCame(c),
    ...(assessed ? { readiness: assessed.readiness } : {}),
    ...(assessed?.expectedDischargeOn ? { expectedDischargeOn: assessed.expectedDischargeOn } : {}),
  };
};
