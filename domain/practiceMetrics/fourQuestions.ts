import { type CoverageState, coverageStates } from '../ledger/match.ts';
import { type LedgerTotals, validShare } from '../ledger/totals.ts';
import { type CalendarDate, dateInZone, dayNumber, dayOfNumber, type Instant, type ZoneId } from '../time/instant.ts';
import type { CoveragePage, EpisodeFacts, EpisodeFigures } from './facts.ts';
import { type ExpiryLag, lagOf } from './lag.ts';

/** Which part of the practice, and which days, first and last included. */
export type MetricScope = {
  readonly from: CalendarDate;
  readonly through: CalendarDate;
  readonly payerId?: string;
  readonly programmeId?: string;
};

/** Targets of the four figures; the share is to be above, overturn above, the other two at most these. */
export const targets = { validShare: 0.98, lagDays: 0, overturnShare: 0.5, missedTalks: 0 } as const;

type Behind<T> = readonly ({ readonly episodeId: string } & T)[];

export type FourQuestions = {
  readonly validAuthorization: {
    readonly share?: number;
    readonly totals: LedgerTotals;
    /** Services that nothing covers. */
    readonly open: Behind<{
      readonly on: CalendarDate;
      readonly code: string;
      readonly state: CoverageState;
      readonly atStake: number;
    }>;
  };
  readonly expiryLag: { readonly averageDays?: number; readonly lags: Behind<ExpiryLag> };
  readonly overturn: {
    readonly share?: number;
    readonly decided: number;
    readonly overturned: number;
    readonly recovered: number;
    readonly appeals: Behind<{
      readonly appealId: string;
      readonly outcome: string;
      readonly answeredOn: CalendarDate;
    }>;
  };
  readonly missedPeerToPeer: {
    readonly count: number;
    readonly talks: Behind<{ readonly offerId: string; readonly closesAt: Instant; readonly reason: string }>;
  };
};

type Moment = { readonly now: Instant; readonly zone: ZoneId };

/** The same with its days counted, so that a service is held against numbers. */
type Counted = Pick<MetricScope, 'payerId' | 'programmeId'> & { readonly first: number; readonly last: number };

type Prepared = EpisodeFigures & {
  readonly expired: readonly { readonly on: number; readonly lag: ExpiryLag }[];
  readonly missed: readonly {
    readonly on: number;
    readonly offerId: string;
    readonly closesAt: Instant;
    readonly reason: string;
  }[];
};

/** The payer that is asked first; a change of payer is a coverage of its own with its days. */
const paidBy = ({ payers }: EpisodeFacts, day: number): string | undefined =>
  payers.find((c) => (c.from === undefined || c.from <= day) && (c.to === undefined || day <= c.to))?.payerId;

const programmeOn = ({ programmes }: EpisodeFacts, day: number): string | undefined =>
  (programmes.findLast((l) => l.from <= day) ?? programmes[0])?.programmeId;

const inScope = (facts: EpisodeFacts, scope: Counted, day: number): boolean =>
  scope.first <= day &&
  day <= scope.last &&
  (scope.payerId === undefined || paidBy(facts, day) === scope.payerId) &&
  (scope.programmeId === undefined || programmeOn(facts, day) === scope.programmeId);

const share = (part: number, whole: number): { readonly share?: number } =>
  whole === 0 ? {} : { share: part / whole };

const touches = ({ days }: CoveragePage, { first, last }: Counted): boolean =>
  (days.at(0) ?? 0) <= last && (days.at(days.length - 1) ?? 0) >= first;

type Open = { episodeId: string; on: CalendarDate; code: string; state: CoverageState; atStake: number };

const byDay = (a: { readonly on: CalendarDate }, b: { readonly on: CalendarDate }): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : 0;

const valid = (known: readonly EpisodeFigures[], scope: Counted): FourQuestions['validAuthorization'] => {
  const open: Open[] = [];
  const dates = new Map<number, CalendarDate>();
  const dateOf = (day: number): CalendarDate => {
    const date = dates.get(day) ?? dayOfNumber(day);
    dates.set(day, date);
    return date;
  };
  const sums = coverageStates.map((state) => ({ state, services: 0, units: 0, charge: 0 }));
  let uncovered = 0;
  for (const { episodeId, facts, pages } of known) {
    const from = open.length;
    for (const page of pages) {
      if (!touches(page, scope)) continue;
      for (let i = 0; i < page.days.length; i++) {
        const day = page.days.at(i) ?? 0;
        const sum = sums[page.states.at(i) ?? 0];
        if (!sum || !inScope(facts, scope, day)) continue;
        sum.services += 1;
        sum.units += page.units.at(i) ?? 0;
        sum.charge += page.charges.at(i) ?? 0;
        if (sum.state === 'covered') continue;
        const atStake = page.atStake.at(i) ?? 0;
        uncovered += atStake;
        open.push({ episodeId, on: dateOf(day), code: page.code, state: sum.state, atStake });
      }
    }
    if (pages.length > 1) open.push(...open.splice(from).toSorted(byDay));
  }
  const byState = Object.fromEntries(
    sums.map(({ state, ...sum }) => [state, sum]),
  ) as FourQuestions['validAuthorization']['totals']['byState'];
  const totals = { byState, atStake: uncovered };
  const found = validShare(totals);
  return { ...(found === undefined ? {} : { share: found }), totals, open };
};

const lag = (known: readonly Prepared[], scope: Counted): FourQuestions['expiryLag'] => {
  const lags = known.flatMap(({ episodeId, facts, expired }) =>
    expired.filter((x) => inScope(facts, scope, x.on)).map((x) => ({ episodeId, ...x.lag })),
  );
  return {
    ...(lags.length === 0 ? {} : { averageDays: lags.reduce((sum, l) => sum + l.days, 0) / lags.length }),
    lags,
  };
};

const overturn = (known: readonly EpisodeFigures[], scope: Counted): FourQuestions['overturn'] => {
  const decided = known.flatMap(({ episodeId, facts }) =>
    facts.appeals.filter((a) => inScope(facts, scope, a.answeredOn)).map((a) => ({ episodeId, ...a })),
  );
  const won = decided.filter((a) => a.outcome !== 'upheld');
  return {
    ...share(won.length, decided.length),
    decided: decided.length,
    overturned: won.length,
    recovered: decided.reduce((sum, a) => sum + a.recovered, 0),
    appeals: decided.map(({ episodeId, appealId, outcome, answeredOn }) => ({
      episodeId,
      appealId,
      outcome,
      answeredOn: dayOfNumber(answeredOn),
    })),
  };
};

const missed = (known: readonly Prepared[], scope: Counted): FourQuestions['missedPeerToPeer'] => {
  const talks = known.flatMap(({ episodeId, facts, missed: list }) =>
    list.filter((t) => inScope(facts, scope, t.on)).map(({ on: _, ...t }) => ({ episodeId, ...t })),
  );
  return { count: talks.length, talks };
};

/** What depends on the moment and the zone, worked out once however many parts are asked for. */
const prepared = (known: EpisodeFigures, { now, zone }: Moment, today: number): Prepared => ({
  ...known,
  expired: known.facts.expiries.filter((x) => x.to < today).map((x) => ({ on: x.to, lag: lagOf(x, today, zone) })),
  // A window that closed without a talk is as missed as one that somebody wrote down as missed.
  missed: known.facts.talks
    .filter((t) => t.missed !== undefined || t.closesAt < now)
    .map(({ offerId, closesAt, missed: reason }) => ({
      on: dayNumber(dateInZone(closesAt, zone)),
      offerId,
      closesAt,
      reason: reason ?? 'The window closed and nothing was recorded.',
    })),
});

/**
 * The four figures an owner asks for, each with the list behind it, for one part of the practice after the other. For a past date give
 * what was known of each episode by then, and that moment as `now`.
 */
export const askingOf = (known: readonly EpisodeFigures[], moment: Moment): ((scope: MetricScope) => FourQuestions) => {
  const today = dayNumber(dateInZone(moment.now, moment.zone));
  const ready = known.map((k) => prepared(k, moment, today));
  return ({ from, through, ...part }) => {
    const scope = { ...part, first: dayNumber(from), last: dayNumber(through) };
    return {
      validAuthorization: valid(ready, scope),
      expiryLag: lag(ready, scope),
      overturn: overturn(ready, scope),
      missedPeerToPeer: missed(ready, scope),
    };
  };
};

export const fourQuestions = (known: readonly EpisodeFigures[], scope: MetricScope, moment: Moment): FourQuestions =>
  askingOf(known, moment)(scope);
