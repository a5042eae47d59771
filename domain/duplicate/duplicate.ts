import type { Channel, RequestedItem, ServicePeriod } from '../case/request.ts';
import { daysBetween, type Instant, millisecondsBetween } from '../time/instant.ts';

/** What of a request is compared. Both are of the same member. */
export type Compared = {
  readonly receivedAt: Instant;
  readonly channel: Channel;
  readonly requestingNpi?: string;
  readonly requestingName: string;
  readonly items: readonly (Pick<RequestedItem, 'service' | 'period'> & { readonly category?: string })[];
};

export type Earlier = Compared & {
  readonly caseId: string;
  readonly caseNumber: string;
  /** Whether all of it has been decided. */
  readonly decided: boolean;
};

/** Points of each thing that two requests share; content, with its own versions. */
export type DuplicateRules = {
  readonly id: string;
  readonly version: string;
  readonly provenance: string;
  readonly lookBackDays: number;
  readonly nearDays: number;
  readonly soonDays: number;
  readonly threshold: number;
  readonly points: {
    readonly sameService: number;
    readonly sameCategory: number;
    readonly datesOverlap: number;
    readonly datesNear: number;
    readonly datesUnknown: number;
    readonly sameProvider: number;
    readonly askedSoon: number;
    readonly askedLately: number;
  };
};

export type DuplicateCandidate = {
  readonly caseId: string;
  readonly caseNumber: string;
  /** 0 to 100. */
  readonly score: number;
  /** In plain words, the weightiest first. */
  readonly reasons: readonly string[];
};

type Point = { readonly points: number; readonly reason: string };

const dayMs = 24 * 60 * 60 * 1000;

const channelWords: Record<Channel, string> = {
  pas: 'by FHIR',
  x12: 'by X12',
  portal: 'through the portal',
  fax: 'by fax',
  phone: 'by phone',
  mail: 'by mail',
  admissionNotice: 'as an admission notice',
};

const days = (n: number): string => (n === 0 ? 'on the same day' : n === 1 ? '1 day before' : `${n} days before`);

const endOf = (p: ServicePeriod) => p.end ?? p.start;

/** Days between two periods; 0 when they share a day. */
const gapDays = (a: ServicePeriod, b: ServicePeriod): number => {
  if (a.start <= endOf(b) && b.start <= endOf(a)) return 0;
  return a.start > endOf(b) ? daysBetween(endOf(b), a.start) : daysBetween(endOf(a), b.start);
};

type Pair = { readonly asked: Compared['items'][number]; readonly before: Compared['items'][number] };

const servicePoint = ({ asked, before }: Pair, r: DuplicateRules): Point | undefined => {
  if (asked.service.code.toUpperCase() === before.service.code.toUpperCase())
    return { points: r.points.sameService, reason: `same service ${asked.service.code}` };
  return asked.category !== undefined && asked.category === before.category
    ? { points: r.points.sameCategory, reason: `related service (${asked.category})` }
    : undefined;
};

const datesPoint = ({ asked, before }: Pair, earlier: Earlier, r: DuplicateRules): Point | undefined => {
  if (!asked.period || !before.period)
    return { points: r.points.datesUnknown, reason: 'one of them names no date of service' };
  const gap = gapDays(asked.period, before.period);
  if (gap === 0) return { points: r.points.datesOverlap, reason: 'dates overlap' };
  // What follows on an answered request is a request to go on, not the same one again.
  if (earlier.decided && asked.period.start > endOf(before.period)) return undefined;
  return gap <= r.nearDays ? { points: r.points.datesNear, reason: `dates ${gap} days apart` } : undefined;
};

const providerPoint = (asked: Compared, earlier: Earlier, r: DuplicateRules): Point | undefined =>
  asked.requestingNpi !== undefined && asked.requestingNpi === earlier.requestingNpi
    ? { points: r.points.sameProvider, reason: `same provider, ${earlier.requestingName}` }
    : undefined;

const whenPoint = (asked: Compared, earlier: Earlier, r: DuplicateRules): Point | undefined => {
  const passed = Math.abs(millisecondsBetween(earlier.receivedAt, asked.receivedAt)) / dayMs;
  if (passed > r.lookBackDays) return undefined;
  const reason = `asked ${days(Math.floor(passed))} ${channelWords[earlier.channel]}`;
  return { points: passed <= r.soonDays ? r.points.askedSoon : r.points.askedLately, reason };
};

const isPoint = (p: Point | undefined): p is Point => p !== undefined;

/** What two requests have in common; undefined when they ask for nothing alike, or too long apart. */
const compare = (asked: Compared, earlier: Earlier, r: DuplicateRules): DuplicateCandidate | undefined => {
  const when = whenPoint(asked, earlier, r);
  if (!when) return undefined;
  const pairs = asked.items.flatMap((a) => earlier.items.map((before) => ({ asked: a, before })));
  const likest = pairs
    .flatMap((pair): (readonly Point[])[] => {
      const service = servicePoint(pair, r);
      const dates = datesPoint(pair, earlier, r);
      return service && dates ? [[service, dates]] : [];
    })
    .sort((a, b) => sum(b) - sum(a))[0];
  if (!likest) return undefined;
  const points = [...likest, providerPoint(asked, earlier, r), when].filter(isPoint);
  return {
    caseId: earlier.caseId,
    caseNumber: earlier.caseNumber,
    score: Math.min(100, sum(points)),
    reasons: ['same member', ...points.map((p) => p.reason), ...(earlier.decided ? ['decided already'] : [])],
  };
};

const sum = (points: readonly Point[]): number => points.reduce((total, p) => total + p.points, 0);

/** Requests of the same member that may be the same request again, the likeliest first. */
export const possibleDuplicates = (
  asked: Compared,
  earlier: readonly Earlier[],
  rules: DuplicateRules,
): readonly DuplicateCandidate[] =>
  earlier
    .flatMap((e) => compare(asked, e, rules) ?? [])
    .filter((c) => c.score >= rules.threshold)
    .sort((a, b) => b.score - a.score || (a.caseId < b.caseId ? 1 : -1));
