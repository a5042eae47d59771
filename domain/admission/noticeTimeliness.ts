import type { LineOfBusiness } from '../case/request.ts';
import { type BusinessCalendar, isBusinessDay } from '../clock/calendar.ts';
import { dueMoment, type Limit } from '../clock/due.ts';
import { type CalendarDate, dateInZone, type Instant, millisecondsBetween, type ZoneId } from '../time/instant.ts';

type NoticeLimit = Omit<Limit, 'direction'>;

/** By when a facility tells the plan of an admission, as its contract says. */
export type AdmissionNoticeRule = {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly linesOfBusiness: readonly LineOfBusiness[];
  /** For admissions on a business day. */
  readonly weekday: NoticeLimit;
  /** For admissions on a weekend or holiday. */
  readonly otherDay: NoticeLimit;
  readonly calendar: string;
  /** What lateness means, in words; it never means a denial. */
  readonly consequence: string;
  readonly citation: string;
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo?: CalendarDate;
};

export type NoticeTimeliness = {
  readonly ruleId: string;
  readonly ruleVersion: string;
  readonly name: string;
  readonly citation: string;
  readonly consequence: string;
  readonly dueAt: Instant;
  readonly receivedAt: Instant;
  /** Zero when it was in time. */
  readonly lateBySeconds: number;
};

/** The rule for a stay that began on this day: of those in force the one that began last. */
export const noticeRuleFor = (
  rules: readonly AdmissionNoticeRule[],
  line: LineOfBusiness,
  admittedOn: CalendarDate,
): AdmissionNoticeRule | undefined =>
  rules
    .filter(
      (r) =>
        r.linesOfBusiness.includes(line) &&
        r.effectiveFrom <= admittedOn &&
        (r.effectiveTo === undefined || admittedOn <= r.effectiveTo),
    )
    .reduce<AdmissionNoticeRule | undefined>((a, b) => (a && a.effectiveFrom > b.effectiveFrom ? a : b), undefined);

/** Whether the notice came in time. An answer about the notice, and no input to any decision. */
export const noticeTimeliness = (
  rule: AdmissionNoticeRule,
  calendar: BusinessCalendar,
  admittedAt: Instant,
  receivedAt: Instant,
  zone: ZoneId,
): NoticeTimeliness => {
  const limit = isBusinessDay(dateInZone(admittedAt, zone), calendar) ? rule.weekday : rule.otherDay;
  const { dueAt } = dueMoment({ ...limit, direction: 'after' }, admittedAt, zone, calendar);
  return {
    ruleId: rule.id,
    ruleVersion: rule.version,
    name: rule.name,
    citation: rule.citation,
    consequence: rule.consequence,
    dueAt,
    receivedAt,
    lateBySeconds: Math.max(0, Math.ceil(millisecondsBetween(dueAt, receivedAt) / 1000)),
  };
};
