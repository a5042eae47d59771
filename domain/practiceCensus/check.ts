import { givenOn } from '../episode/forecast.ts';
import { coverageOf } from '../episode/ledger.ts';
import { type Episode, programmeOn } from '../episode/state.ts';
import type { CoverageState } from '../ledger/match.ts';
import { addDays, type CalendarDate, earlierDay, laterDay } from '../time/instant.ts';

/** Where who was in, what is authorized and what is billed do not agree, the most pressing first. */
export const censusGapKinds = ['billedUncovered', 'notCovered', 'notEntered', 'notBilled'] as const;
export type CensusGapKind = (typeof censusGapKinds)[number];

/** Days next to each other with the same gap. */
export type CensusGap = {
  readonly kind: CensusGapKind;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Days of the programme among them. */
  readonly days: number;
  /** Cents. */
  readonly amount: number;
  /** Why nothing covers them. */
  readonly state?: CoverageState;
};

export type CensusSpan = {
  readonly from: CalendarDate;
  /** The last day that should be in the record by now. */
  readonly through: CalendarDate;
  /** A covered day that is older than this should have been billed. */
  readonly billedBefore: CalendarDate;
};

type DayGap = Omit<CensusGap, 'from' | 'to' | 'days'> & { readonly on: CalendarDate };

/** Days on which the patient was in, by admission and discharge, and the programme is given. The day of discharge is no day of care. */
const daysIn = (e: Episode, { from, through }: CensusSpan): readonly CalendarDate[] => {
  const end = e.discharge ? earlierDay(through, addDays(e.discharge.on, -1)) : through;
  const days: CalendarDate[] = [];
  for (let on = laterDay(from, e.admittedOn); on <= end; on = addDays(on, 1))
    if (givenOn(programmeOn(e, on), on)) days.push(on);
  return days;
};

/** One gap for each run of days of the same kind; a day of the programme without that gap ends the run. */
const runsOf = (gaps: readonly DayGap[], expected: readonly CalendarDate[]): readonly CensusGap[] => {
  const runs: CensusGap[] = [];
  const between = (a: CalendarDate, b: CalendarDate): boolean => expected.some((d) => a < d && d < b);
  for (const { on, kind, amount, state } of gaps) {
    const last = runs.at(-1);
    if (last && last.kind === kind && last.state === state && !between(last.to, on))
      runs[runs.length - 1] = {
        ...last,
        to: on,
        days: last.days + (last.to === on ? 0 : 1),
        amount: last.amount + amount,
      };
    else runs.push({ kind, from: on, to: on, days: 1, amount, ...(state ? { state } : {}) });
  }
  return runs;
};

/** Where arrivals, attendance, authorizations and claims of one course do not agree. */
export const censusGaps = (e: Episode, span: CensusSpan): readonly CensusGap[] => {
  const expected = daysIn(e, span);
  const given = coverageOf(e).filter(({ service: { on } }) => span.from <= on && on <= span.through);
  const entered = new Set(given.map(({ service }) => service.on));
  const billed = new Set(e.services.filter((s) => s.billed).map((s) => s.serviceId));
  const missing = expected
    .filter((on) => !entered.has(on))
    .map((on): DayGap => ({ kind: 'notEntered', on, amount: programmeOn(e, on).charge }));
  const wrong = given.flatMap(({ service: { serviceId, on, charge }, state, atStake }): readonly DayGap[] => {
    if (state !== 'covered')
      return [{ kind: billed.has(serviceId) ? 'billedUncovered' : 'notCovered', on, amount: atStake, state }];
    return billed.has(serviceId) || on >= span.billedBefore ? [] : [{ kind: 'notBilled', on, amount: charge }];
  });
  const inOrder = (a: DayGap, b: DayGap): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);
  return [...runsOf(missing, expected), ...runsOf(wrong.toSorted(inOrder), expected)];
};
