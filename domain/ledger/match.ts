import type { AuthorizedSpan, DeliveredService, EpisodeLedger, PendingSpan } from './service.ts';

/**
 * `expired`: an authorization of this level ended before the day. `wrongLevel`: the day is authorized, but for another level or code.
 * `unitsExhausted`: the authorization fits and its units are used up. `retroPending`: asked for after the fact, not answered.
 */
export const coverageStates = [
  'covered',
  'unitsExhausted',
  'wrongLevel',
  'expired',
  'noneOnFile',
  'retroPending',
] as const;
export type CoverageState = (typeof coverageStates)[number];

/** How one authorization stands to one service. */
const standings = ['covers', 'exhausted', 'otherLevel', 'otherCode', 'endedBefore', 'beginsAfter'] as const;
export type Standing = (typeof standings)[number];

export type CoveredService = {
  readonly service: DeliveredService;
  readonly state: CoverageState;
  /** Which authorizations its units are taken from. */
  readonly portions: readonly { readonly authorizationId: string; readonly units: number }[];
  readonly uncoveredUnits: number;
  /** Cents of charge that nothing covers. */
  readonly atStake: number;
  /** Every authorization of the episode and why it does or does not cover this day. */
  readonly proof: readonly { readonly authorizationId: string; readonly standing: Standing }[];
};

const unlimited = Number.POSITIVE_INFINITY;

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

const serviceOrder = (a: DeliveredService, b: DeliveredService): number =>
  compare(a.on, b.on) || compare(a.code, b.code) || compare(a.serviceId, b.serviceId);

/** What decides which span is used first; its days are dates, or whole numbers that count them. */
export type SpanPlace = {
  readonly authorizationId: string;
  readonly codes: readonly string[];
  readonly from: string | number;
  readonly to: string | number;
  readonly units?: number;
};

/** What costs nothing to use first; then what fits fewer codes; then what ends first, so that later days keep what lasts longer. */
export const spanOrder = <T extends SpanPlace>(a: T, b: T): number =>
  compare(a.units === undefined ? 0 : 1, b.units === undefined ? 0 : 1) ||
  compare(a.codes.length === 0 ? unlimited : a.codes.length, b.codes.length === 0 ? unlimited : b.codes.length) ||
  compare(a.to, b.to) ||
  compare(a.from, b.from) ||
  compare(a.authorizationId, b.authorizationId);

type Counted = { readonly span: AuthorizedSpan; left: number };

const standingOf = ({ span, left }: Counted, s: DeliveredService): Standing => {
  if (s.on > span.to) return 'endedBefore';
  if (s.on < span.from) return 'beginsAfter';
  if (span.levelOfCare !== s.levelOfCare) return 'otherLevel';
  if (span.codes.length > 0 && !span.codes.includes(s.code)) return 'otherCode';
  return left > 0 ? 'covers' : 'exhausted';
};

const asked = (pending: readonly PendingSpan[], s: DeliveredService): boolean =>
  pending.some((p) => p.retrospective && p.levelOfCare === s.levelOfCare && p.from <= s.on && s.on <= p.to);

/** Why units of a service have nothing to cover them, the cause nearest to coverage first. */
const causeOf = (s: DeliveredService, counted: readonly Counted[], pending: readonly PendingSpan[]): CoverageState => {
  if (asked(pending, s)) return 'retroPending';
  const now = counted.map((c) => ({ standing: standingOf(c, s), span: c.span }));
  if (now.some((n) => n.standing === 'exhausted')) return 'unitsExhausted';
  if (now.some((n) => n.standing === 'otherLevel' || n.standing === 'otherCode')) return 'wrongLevel';
  return now.some((n) => n.standing === 'endedBefore' && n.span.levelOfCare === s.levelOfCare)
    ? 'expired'
    : 'noneOnFile';
};

const cover = (s: DeliveredService, counted: readonly Counted[], pending: readonly PendingSpan[]): CoveredService => {
  const proof = counted.map((c) => ({ authorizationId: c.span.authorizationId, standing: standingOf(c, s) }));
  const portions: { authorizationId: string; units: number }[] = [];
  let open = s.units;
  for (const c of counted) {
    if (open === 0) break;
    if (standingOf(c, s) !== 'covers') continue;
    const units = Math.min(open, c.left);
    c.left -= units;
    open -= units;
    portions.push({ authorizationId: c.span.authorizationId, units });
  }
  return {
    service: s,
    state: open === 0 ? 'covered' : causeOf(s, counted, pending),
    portions,
    uncoveredUnits: open,
    atStake: open === s.units ? s.charge : Math.round((s.charge * open) / s.units),
    proof,
  };
};

/**
 * How each service of an episode is covered, with the proof. Depends on nothing but the content of its lists: the order in which
 * anything arrived makes no difference, no unit is used twice, and no unit stays unused that a service of its days could use.
 */
export const matchEpisode = ({ services, authorizations, pending }: EpisodeLedger): readonly CoveredService[] => {
  const counted = authorizations.toSorted(spanOrder).map((span) => ({ span, left: span.units ?? unlimited }));
  return services.toSorted(serviceOrder).map((s) => cover(s, counted, pending));
};
