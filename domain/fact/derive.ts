import { ageInYears, type CalendarDate, daysBetween, isCalendarDateText } from '../time/instant.ts';
import type { Fact } from './fact.ts';

const CIGARETTES_PER_PACK = 20;
const LONGEST_YEAR_IN_DAYS = 366;

const latest = (facts: readonly Fact[], key: string): Fact | undefined =>
  facts
    .filter((f) => f.key === key)
    .reduce<Fact | undefined>((a, b) => ((b.at ?? '') >= (a?.at ?? '') ? b : a), undefined);

const derived = (
  key: string,
  value: number,
  unit: string,
  rule: string,
  from: readonly Fact[],
  on: CalendarDate,
): Fact => ({
  id: `derived:${key}`,
  key,
  value: { kind: 'quantity', value: Number(value.toPrecision(12)), unit },
  at: on,
  source: { kind: 'derived', rule, from: from.map((f) => f.id) },
});

const packYears = (facts: readonly Fact[], on: CalendarDate): Fact | undefined => {
  const perDay = latest(facts, 'tobacco.cigarettesPerDay');
  const years = latest(facts, 'tobacco.yearsSmoked');
  if (perDay?.value.kind !== 'quantity' || years?.value.kind !== 'quantity' || years.value.unit !== 'a')
    return undefined;
  const value = (perDay.value.value / CIGARETTES_PER_PACK) * years.value.value;
  return derived('tobacco.packYears', value, '{packYear}', 'cigarettes per day / 20 x years', [perDay, years], on);
};

/** Completed years, exact at each anniversary, and a fraction of the running year. */
const yearsBetween = (from: CalendarDate, to: CalendarDate): number => {
  const completed = ageInYears(from, to);
  const year = String(Number(from.slice(0, 4)) + completed).padStart(4, '0');
  const sameDay = `${year}${from.slice(4)}`;
  const anniversary = (isCalendarDateText(sameDay) ? sameDay : `${year}-03-01`) as CalendarDate;
  return completed + daysBetween(anniversary, to) / LONGEST_YEAR_IN_DAYS;
};

const yearsSinceQuit = (facts: readonly Fact[], on: CalendarDate): Fact | undefined => {
  const quit = latest(facts, 'tobacco.quitDate');
  if (quit?.value.kind !== 'date' || quit.value.value > on) return undefined;
  const years = yearsBetween(quit.value.value, on);
  return derived('tobacco.yearsSinceQuit', years, 'a', 'quit date to the day of service', [quit], on);
};

/** Facts that others imply on a day. A fact that somebody recorded is never replaced. */
export const deriveFacts = (facts: readonly Fact[], on: CalendarDate): readonly Fact[] =>
  [packYears(facts, on), yearsSinceQuit(facts, on)].filter(
    (f): f is Fact => f !== undefined && !facts.some((g) => g.key === f.key),
  );
