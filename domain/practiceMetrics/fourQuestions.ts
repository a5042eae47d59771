import { packedCoverage } from '../episode/packed.ts';
import type { AppealAnswer } from '../episode/record.ts';
import { type Episode, type EpisodeTalk, programmeOn } from '../episode/state.ts';
import { type CoverageState, coverageStates } from '../ledger/match.ts';
import { type LedgerTotals, validShare } from '../ledger/totals.ts';
import { talkEnd, wasMissed } from '../practiceTalk/standing.ts';
import { type CalendarDate, dateInZone, type Instant, type ZoneId } from '../time/instant.ts';
import { type ExpiryLag, expiryLags } from './lag.ts';

export type KnownEpisode = { readonly episodeId: string; readonly episode: Episode };

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
      readonly serviceId: string;
      readonly on: CalendarDate;
      readonly state: string;
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

const within = (scope: MetricScope, on: CalendarDate): boolean => scope.from <= on && on <= scope.through;

/** The payer that is asked first; a change of payer is a coverage of its own with its days. */
const paidBy = (e: Episode, on: CalendarDate): string | undefined =>
  e.coverages.find((c) => (c.from === undefined || c.from <= on) && (c.to === undefined || on <= c.to))?.payerId;

const inScope = (e: Episode, scope: MetricScope, on: CalendarDate): boolean =>
  within(scope, on) &&
  (scope.payerId === undefined || paidBy(e, on) === scope.payerId) &&
  (scope.programmeId === undefined || programmeOn(e, on).programmeId === scope.programmeId);

const share = (part: number, whole: number): { readonly share?: number } =>
  whole === 0 ? {} : { share: part / whole };

const valid = (known: readonly KnownEpisode[], scope: MetricScope): FourQuestions['validAuthorization'] => {
  const open: { episodeId: string; serviceId: string; on: CalendarDate; state: string; atStake: number }[] = [];
  const states = Object.fromEntries(coverageStates.map((s) => [s, { services: 0, units: 0, charge: 0 }])) as Record<
    CoverageState,
    { services: number; units: number; charge: number }
  >;
  let uncovered = 0;
  for (const { episodeId, episode } of known) {
    const packed = packedCoverage(episode);
    for (const [i, { serviceId, on, units, charge }] of packed.services.entries()) {
      const state = packed.states[i];
      const atStake = packed.atStake[i] ?? 0;
      if (state === undefined || !inScope(episode, scope, on)) continue;
      const sum = states[state];
      sum.services += 1;
      sum.units += units;
      sum.charge += charge;
      uncovered += atStake;
      if (state !== 'covered') open.push({ episodeId, serviceId, on, state, atStake });
    }
  }
  const totals = { byState: states, atStake: uncovered };
  const found = validShare(totals);
  return { ...(found === undefined ? {} : { share: found }), totals, open };
};

const lag = (known: readonly KnownEpisode[], scope: MetricScope, { now, zone }: Moment): FourQuestions['expiryLag'] => {
  const today = dateInZone(now, zone);
  const lags = known.flatMap(({ episodeId, episode }) =>
    expiryLags(episode, today, zone)
      .filter((l) => inScope(episode, scope, l.expiredOn))
      .map((l) => ({ episodeId, ...l })),
  );
  return {
    ...(lags.length === 0 ? {} : { averageDays: lags.reduce((sum, l) => sum + l.days, 0) / lags.length }),
    lags,
  };
};

/** One that was taken back or dismissed was not decided. */
const onMerits = ({ outcome }: AppealAnswer): boolean => outcome !== 'withdrawn' && outcome !== 'dismissed';

const overturn = (known: readonly KnownEpisode[], scope: MetricScope): FourQuestions['overturn'] => {
  const decided = known.flatMap(({ episodeId, episode }) =>
    episode.appeals.flatMap(({ appealId, answered }) =>
      answered && onMerits(answered) && inScope(episode, scope, answered.answeredOn)
        ? [{ episodeId, appealId, ...answered }]
        : [],
    ),
  );
  const won = decided.filter((a) => a.outcome !== 'upheld');
  return {
    ...share(won.length, decided.length),
    decided: decided.length,
    overturned: won.length,
    recovered: decided.reduce((sum, a) => sum + (a.recovered ?? 0), 0),
    appeals: decided.map(({ episodeId, appealId, outcome, answeredOn }) => ({
      episodeId,
      appealId,
      outcome,
      answeredOn,
    })),
  };
};

/** A window that closed without a talk is as missed as one that somebody wrote down as missed. */
const missedReason = (t: EpisodeTalk, now: Instant): string | undefined => {
  if (!wasMissed(t, now)) return undefined;
  if (t.missed) return t.missed.reason;
  return talkEnd(t) ? 'The payer says that it was missed.' : 'The window closed and nothing was recorded.';
};

const missed = (
  known: readonly KnownEpisode[],
  scope: MetricScope,
  { now, zone }: Moment,
): FourQuestions['missedPeerToPeer'] => {
  const talks = known.flatMap(({ episodeId, episode }) =>
    episode.talks.flatMap((t) => {
      const reason = missedReason(t, now);
      return reason !== undefined && inScope(episode, scope, dateInZone(t.closesAt, zone))
        ? [{ episodeId, offerId: t.offerId, closesAt: t.closesAt, reason }]
        : [];
    }),
  );
  return { count: talks.length, talks };
};

/**
 * The four figures an owner asks for, each with the list behind it. For a past date give episodes folded from the events that were
 * written down by then, and that moment as `now`.
 */
export const fourQuestions = (known: readonly KnownEpisode[], scope: MetricScope, moment: Moment): FourQuestions => ({
  validAuthorization: valid(known, scope),
  expiryLag: lag(known, scope, moment),
  overturn: overturn(known, scope),
  missedPeerToPeer: missed(known, scope, moment),
});
