import type { RequestedItem, ServicePeriod } from '../case/request.ts';
import type { Case, CaseItem } from '../case/state.ts';
import { itemStatus } from '../case/status.ts';
import { sameServiceUnit } from '../criteria/service-units.ts';
import { addDays, type CalendarDate, dateInZone, daysBetween, startOfDay } from '../time/instant.ts';
import { admittedOn, continuedLines, levelAt, type StayRecord } from './stay.ts';

/** First and last day, both included. */
export type DayRange = { readonly from: CalendarDate; readonly through: CalendarDate };

export const dayStates = ['approved', 'continued', 'requested', 'denied', 'notReviewed'] as const;
export type DayState = (typeof dayStates)[number];

/** One day of a stay: what stands on record for it, and whether the member was there. */
export type StayDay = {
  readonly date: CalendarDate;
  readonly state: DayState;
  /** Approved or asked for at this level; without either, the level that the member was at. */
  readonly level: string;
  readonly delivered: boolean;
  readonly itemSequence?: number;
  readonly authorizationNumber?: string;
};

const inDays = (unit: string): boolean => sameServiceUnit(unit, 'd');

export const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);
const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? b : a);

const rangeOf = (
  period: ServicePeriod | undefined,
  quantity: { readonly value: number; readonly unit: string } | undefined,
  from: CalendarDate,
): DayRange | undefined => {
  const start = period?.start ?? from;
  if (period?.end) return period.end < start ? undefined : { from: start, through: period.end };
  if (quantity && inDays(quantity.unit)) {
    return quantity.value < 1 ? undefined : { from: start, through: addDays(start, Math.floor(quantity.value) - 1) };
  }
  return period && { from: start, through: start };
};

export const askedRange = (item: RequestedItem, from: CalendarDate): DayRange | undefined =>
  rangeOf(item.period, item.quantity, from);

/** A day under an authorization; an outcome without one (no authorization was needed) covers all that was asked. */
export const coveredRange = (item: CaseItem, from: CalendarDate): DayRange | undefined => {
  const d = item.determination;
  if (!d || item.cancelled) return undefined;
  if (d.outcome === 'notRequired') return askedRange(item, from);
  if (!d.authorized) return undefined;
  const { period, quantity } = d.authorized;
  const covered = rangeOf(period, quantity, period.start);
  if (!covered || !quantity || !inDays(quantity.unit) || !period.end) return covered;
  // Fewer days than the dates span: the first ones.
  const last = addDays(period.start, Math.floor(quantity.value) - 1);
  return last < covered.from ? undefined : { from: covered.from, through: earlier(last, period.end) };
};

/** The lines that ask for days of the stay; a procedure during it is no day. */
export const dayLines = (c: Case): readonly CaseItem[] => {
  const continued = continuedLines(c);
  const ofDays = (i: CaseItem) =>
    continued.includes(i.sequence) ||
    i.levelOfCare !== undefined ||
    (i.quantity !== undefined && inDays(i.quantity.unit));
  const found = c.items.filter(ofDays);
  return found.length > 0 ? found : c.items.filter((i) => i.period?.end !== undefined && !i.isDrug);
};

const within = (day: CalendarDate, r: DayRange | undefined): boolean =>
  r !== undefined && r.from <= day && day <= r.through;

/** The last day of care so far: the day of discharge is none, unless the member left on the day of admission. */
export const lastDayOfCare = (
  admitted: CalendarDate,
  discharged: CalendarDate | undefined,
  today: CalendarDate,
): CalendarDate | undefined => {
  if (today < admitted) return undefined;
  if (discharged === undefined) return today;
  return discharged <= admitted ? admitted : addDays(discharged, -1);
};

const lastDeliveredDay = (c: Case, stay: StayRecord, today: CalendarDate): CalendarDate | undefined => {
  if (stay.cancelled) return undefined;
  const left = stay.discharge && dateInZone(stay.discharge.dischargedAt, c.request.zone);
  return lastDayOfCare(admittedOn(c, stay), left, today);
};

const levelOn = (c: Case, stay: StayRecord, day: CalendarDate): string =>
  levelAt(stay, startOfDay(addDays(day, 1), c.request.zone));

const levelOfLine = (item: CaseItem): string | undefined => {
  const d = item.determination;
  const authorized = d && d.outcome !== 'notRequired' ? d.authorized?.levelOfCare : undefined;
  return authorized ?? item.levelOfCare;
};

/** Care that goes on while its denial is under appeal (42 CFR 438.420); open ended until somebody ends it. */
const goesOnDuringAppeal = (c: Case, item: CaseItem, date: CalendarDate): boolean =>
  c.appeals.some((a) => {
    const period = a.aid?.granted === true ? a.aid.period : undefined;
    if (!period || !a.itemSequences.includes(item.sequence) || date < period.start) return false;
    const last = [period.end, a.aidEnded?.endedOn].filter((d) => d !== undefined).sort()[0];
    return last === undefined || date <= last;
  });

const dayOn = (
  c: Case,
  stay: StayRecord,
  lines: readonly CaseItem[],
  date: CalendarDate,
  delivered: boolean,
): StayDay => {
  const first = admittedOn(c, stay);
  const approved = lines.findLast((i) => within(date, coveredRange(i, first)));
  const asked = lines.findLast((i) => !i.cancelled && within(date, askedRange(i, first)));
  const line = approved ?? asked;
  const state = approved
    ? 'approved'
    : asked
      ? itemStatus(asked) === 'pended'
        ? 'requested'
        : goesOnDuringAppeal(c, asked, date)
          ? 'continued'
          : 'denied'
      : 'notReviewed';
  const d = approved?.determination;
  const number = d && d.outcome !== 'notRequired' ? d.authorized?.authorizationNumber : undefined;
  return {
    date,
    state,
    level: (line && state !== 'denied' ? levelOfLine(line) : undefined) ?? levelOn(c, stay, date),
    delivered,
    ...(line ? { itemSequence: line.sequence } : {}),
    ...(number ? { authorizationNumber: number } : {}),
  };
};

/** Each day from the admission to the last that was given, approved or asked for, as it stands on `today`. */
export const dayStrip = (c: Case, stay: StayRecord, today: CalendarDate): readonly StayDay[] => {
  const first = admittedOn(c, stay);
  const lines = dayLines(c);
  const ranges = lines.flatMap((i) => {
    const asked = i.cancelled ? undefined : askedRange(i, first);
    const covered = coveredRange(i, first);
    return [...(asked ? [asked] : []), ...(covered ? [covered] : [])];
  });
  const delivered = lastDeliveredDay(c, stay, today);
  const last = ranges.reduce((day, r) => later(day, r.through), delivered ?? addDays(first, -1));
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, i) => {
    const date = addDays(first, i);
    return dayOn(c, stay, lines, date, delivered !== undefined && date <= delivered);
  });
};

/** The last day that an authorization covers. */
export const approvedThrough = (c: Case, stay: StayRecord): CalendarDate | undefined =>
  dayLines(c)
    .flatMap((i) => coveredRange(i, admittedOn(c, stay)) ?? [])
    .map((r) => r.through)
    .sort()
    .at(-1);

/** The last day on which a decision of either kind has been made. */
export const decidedThrough = (c: Case, stay: StayRecord): CalendarDate | undefined =>
  dayLines(c)
    .filter((i) => i.determination && !i.cancelled)
    .flatMap((i) => askedRange(i, admittedOn(c, stay)) ?? coveredRange(i, admittedOn(c, stay)) ?? [])
    .map((r) => r.through)
    .sort()
    .at(-1);

export type DayCount = {
  readonly approved: number;
  readonly requested: number;
  readonly denied: number;
  /** Days of care that go on during an appeal. */
  readonly continued: number;
  /** Days of care so far. */
  readonly delivered: number;
  /** Days of care under an authorization. */
  readonly used: number;
  /** Days of care without one, and not during an appeal either. */
  readonly unfunded: number;
};

export const countDays = (strip: readonly StayDay[]): DayCount => {
  const count = (test: (d: StayDay) => boolean) => strip.filter(test).length;
  return {
    approved: count((d) => d.state === 'approved'),
    requested: count((d) => d.state === 'requested'),
    denied: count((d) => d.state === 'denied'),
    continued: count((d) => d.state === 'continued'),
    delivered: count((d) => d.delivered),
    used: count((d) => d.delivered && d.state === 'approved'),
    unfunded: count((d) => d.delivered && d.state !== 'approved' && d.state !== 'continued'),
  };
};
