import { ledgerOf } from '../episode/ledger.ts';
import { type Episode, type EpisodeService, programmeOn } from '../episode/state.ts';
import { type CoveredService, matchEpisode } from '../ledger/match.ts';
import type { DeliveredService } from '../ledger/service.ts';
import { addDays, type CalendarDate, daysBetween } from '../time/instant.ts';
import type { BilledClaim, BilledLine } from './claim.ts';

/** What can be done with one claim. `blocked` is recorded only with the reason of a named person. */
const billedStandings = ['ready', 'blocked', 'problem', 'known', 'unknownPatient', 'correction'] as const;
export type BilledStanding = (typeof billedStandings)[number];

/** One day of a line of a claim, as the record has it or would have it. */
export type BilledDay = {
  readonly service: DeliveredService;
  /** `new`: the record has no attendance of it. `other`: it stands on another claim. */
  readonly was: 'new' | 'attended' | 'billed' | 'other';
  readonly covered: CoveredService['state'];
  /** Cents that nothing covers. */
  readonly atStake: number;
};

export type BilledClaimPlan = {
  readonly claimId: string;
  readonly standing: BilledStanding;
  readonly episodeId?: string;
  readonly patientName: string;
  readonly charge: number;
  readonly billedOn: CalendarDate;
  readonly days: readonly BilledDay[];
  readonly atStake: number;
  /** What keeps it out. */
  readonly problems: readonly string[];
  /** What a payer will stumble over. */
  readonly warnings: readonly string[];
};

export type ClaimRules = {
  /** Whether a claim with days that nothing covers stops, or goes with a warning. */
  readonly uncovered: 'warn' | 'block';
  /** Level that the practice's programmes give under a code. */
  readonly levelOf: (code: string) => string | undefined;
  readonly today: CalendarDate;
};

type Spread = { readonly days: readonly DeliveredService[]; readonly problem?: string };

/** A line over several days is one service for each day, where its units and its charge divide among them. */
const spread = (e: Episode, claimId: string, l: BilledLine, at: number, rules: ClaimRules): Spread => {
  const where = `Line ${at + 1} (${l.code})`;
  const count = daysBetween(l.from, l.to) + 1;
  const units = l.units / count;
  if (!Number.isInteger(units) || units < 1)
    return {
      days: [],
      problem: `${where}: ${l.units} units do not divide among ${count} days; bill each day on a line.`,
    };
  const each = Math.floor(l.charge / count);
  const days: DeliveredService[] = [];
  for (let n = 0; n < count; n += 1) {
    const on = addDays(l.from, n);
    const programme = programmeOn(e, on);
    const levelOfCare = programme.code === l.code ? programme.levelOfCare : rules.levelOf(l.code);
    if (levelOfCare === undefined)
      return { days: [], problem: `${where}: no programme of the practice bills by this code.` };
    days.push({
      serviceId: `${claimId}:${at + 1}:${on}`,
      on,
      levelOfCare,
      code: l.code,
      units,
      charge: n === count - 1 ? l.charge - each * (count - 1) : each,
    });
  }
  return { days };
};

const same = (a: DeliveredService, b: DeliveredService): boolean =>
  a.on === b.on && a.levelOfCare === b.levelOfCare && a.code === b.code;

const wasOf = (claimId: string, found: EpisodeService | undefined): BilledDay['was'] => {
  if (!found) return 'new';
  if (!found.billed) return 'attended';
  return found.billed.claimId === claimId ? 'billed' : 'other';
};

const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

const dayProblems = (
  e: Episode,
  days: readonly BilledDay[],
  found: ReadonlyMap<string, EpisodeService>,
  rules: ClaimRules,
) =>
  days.flatMap(({ service: s, was }): readonly string[] => {
    const kept = found.get(s.serviceId);
    if (was === 'other') return [`${s.on} (${s.code}) stands on claim ${kept?.billed?.claimId} already.`];
    if (was === 'attended' && kept && kept.units !== s.units)
      return [`${s.on} (${s.code}): the claim has ${s.units} units, the attendance ${kept.units}.`];
    if (s.on < e.admittedOn) return [`${s.on} (${s.code}) lies before the admission.`];
    if (e.discharge && s.on > e.discharge.on) return [`${s.on} (${s.code}) lies after the discharge.`];
    if (s.on > rules.today) return [`${s.on} (${s.code}) lies in the future.`];
    return [];
  });

/** Authorizations that cover the days and are not the one that the claim names. */
const numberWarnings = (e: Episode, c: BilledClaim, matched: readonly CoveredService[]): readonly string[] => {
  const ids = new Set(matched.flatMap((m) => m.portions.map((p) => p.authorizationId)));
  const numbers = e.authorizations.filter((a) => ids.has(a.authorizationId)).map((a) => a.number);
  if (numbers.length === 0) return [];
  const list = numbers.join(', ');
  if (c.authorizationNumber === undefined) return [`It names no authorization; its days are covered by ${list}.`];
  const named = plain(c.authorizationNumber);
  return numbers.some((n) => plain(n) === named)
    ? []
    : [`It names authorization ${c.authorizationNumber}; its days are covered by ${list}.`];
};

const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;

/** A price that is not the one of the attendance: one of them is out of date. */
const priceWarnings = (days: readonly BilledDay[], found: ReadonlyMap<string, EpisodeService>): readonly string[] => {
  const differing = days.flatMap(({ service: s, was }) => {
    const kept = was === 'attended' ? found.get(s.serviceId) : undefined;
    return kept && kept.charge !== s.charge
      ? [`of ${s.code} the claim charges ${dollars(s.charge)}, the attendance ${dollars(kept.charge)}.`]
      : [];
  });
  return [...Map.groupBy(differing, (line) => line)].map(
    ([line, { length }]) => `${length === 1 ? 'One day' : `${length} days`}: ${line}`,
  );
};

type Found = { readonly episodeId: string; readonly episode: Episode };

const head = (c: BilledClaim) => ({
  claimId: c.claimId,
  patientName: [c.patient.family, c.patient.given].filter((n) => n).join(', '),
  charge: c.charge,
  billedOn: c.billedOn,
});
const nothing = { days: [], atStake: 0, problems: [], warnings: [] };

/** What one claim means for the record: which days are new, which attended, and which of them nothing covers. */
export const planBilledClaim = (found: Found | undefined, c: BilledClaim, rules: ClaimRules): BilledClaimPlan => {
  if (!found) return { ...head(c), ...nothing, standing: 'unknownPatient' };
  const { episodeId, episode: e } = found;
  const spreads = c.lines.map((l, at) => spread(e, c.claimId, l, at, rules));
  const wanted = spreads.flatMap((s) => s.days);
  const standing = e.services.filter((s) => !s.withdrawn);
  const kept = new Map(
    wanted.flatMap((s) => {
      const x = standing.find((k) => same(k, s));
      return x ? [[s.serviceId, x] as const] : [];
    }),
  );
  const fresh = wanted.filter((s) => !kept.has(s.serviceId));
  const ledger = ledgerOf(e);
  const all = matchEpisode({ ...ledger, services: [...ledger.services, ...fresh] });
  const byId = new Map(all.map((m) => [m.service.serviceId, m]));
  const days = wanted.map((s): BilledDay => {
    const m = byId.get(kept.get(s.serviceId)?.serviceId ?? s.serviceId);
    return {
      service: s,
      was: wasOf(c.claimId, kept.get(s.serviceId)),
      covered: m?.state ?? 'noneOnFile',
      atStake: m?.atStake ?? 0,
    };
  });
  const doubled = wanted.find((s, at) => wanted.findIndex((x) => same(x, s)) < at);
  const problems = [
    ...spreads.flatMap((s) => s.problem ?? []),
    ...(c.lines.length === 0 ? ['It has no line that could be read.'] : []),
    ...(doubled ? [`${doubled.on} (${doubled.code}) stands on two lines; put its units on one.`] : []),
    ...(c.billedOn > rules.today ? ['It is dated in the future.'] : []),
    ...dayProblems(e, days, kept, rules),
  ];
  const done = days.length > 0 && days.every((d) => d.was === 'billed');
  const uncovered = days.filter((d) => d.covered !== 'covered' && d.was !== 'billed');
  const plan = {
    ...head(c),
    episodeId,
    days,
    atStake: days.reduce((sum, d) => sum + d.atStake, 0),
    problems,
    warnings: [
      ...priceWarnings(days, kept),
      ...numberWarnings(
        e,
        c,
        days.flatMap((d) => byId.get(kept.get(d.service.serviceId)?.serviceId ?? d.service.serviceId) ?? []),
      ),
    ],
  };
  if (done) return { ...plan, standing: 'known', problems: [] };
  // A replacement or a void changes what was billed before: a person compares both.
  if (c.frequency === '7' || c.frequency === '8') return { ...plan, standing: 'correction' };
  if (problems.length > 0) return { ...plan, standing: 'problem' };
  return { ...plan, standing: uncovered.length > 0 && rules.uncovered === 'block' ? 'blocked' : 'ready' };
};

/** The services of a plan as they stand or will stand in the record. */
export const servicesOf = (
  e: Episode,
  plan: BilledClaimPlan,
): { readonly fresh: readonly DeliveredService[]; readonly serviceIds: readonly string[] } => {
  const open = plan.days.filter((d) => d.was === 'new' || d.was === 'attended');
  return {
    fresh: open.filter((d) => d.was === 'new').map((d) => d.service),
    serviceIds: open.map(
      (d) => e.services.find((s) => !s.withdrawn && same(s, d.service))?.serviceId ?? d.service.serviceId,
    ),
  };
};
