import { type CoverageState, spanOrder } from './match.ts';

/** A list of numbers by their place: an array, or a view on the bytes in which they came. */
export type NumberList = { readonly length: number; at(index: number): number | undefined };

/** All services of one level and code of an episode in the order of their days; the n-th places of the lists are one service. */
export type PackedServices = {
  readonly levelOfCare: string;
  readonly code: string;
  /** Counted from 1 January 1970. */
  readonly days: NumberList;
  readonly units: NumberList;
  readonly charges: NumberList;
};

export type PackedSpan = {
  readonly authorizationId: string;
  readonly levelOfCare: string;
  readonly codes: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly units?: number;
};

export type PackedPending = { readonly levelOfCare: string; readonly from: number; readonly to: number };

export type PackedEpisode = {
  readonly pages: readonly PackedServices[];
  readonly spans: readonly PackedSpan[];
  /** Asked for after the fact and not answered. */
  readonly retrospective: readonly PackedPending[];
};

export type Matched = (page: number, place: number, state: CoverageState, atStake: number) => void;

type Counted = PackedSpan & { left: number };

const takes = (s: Counted, level: string, code: string): boolean =>
  s.levelOfCare === level && (s.codes.length === 0 || s.codes.includes(code));

const causeOf = (
  day: number,
  { levelOfCare, code }: PackedServices,
  counted: readonly Counted[],
  retrospective: readonly PackedPending[],
): CoverageState => {
  if (retrospective.some((p) => p.levelOfCare === levelOfCare && p.from <= day && day <= p.to)) return 'retroPending';
  const over = counted.filter((s) => s.from <= day && day <= s.to);
  if (over.some((s) => takes(s, levelOfCare, code))) return 'unitsExhausted';
  if (over.length > 0) return 'wrongLevel';
  return counted.some((s) => s.to < day && s.levelOfCare === levelOfCare) ? 'expired' : 'noneOnFile';
};

const none = Number.POSITIVE_INFINITY;

/** Of the pages, the one whose next service comes first: by day, then by code. */
const nextPage = (pages: readonly PackedServices[], places: readonly number[]): number => {
  if (pages.length === 1) return (places[0] ?? 0) < (pages[0]?.days.length ?? 0) ? 0 : -1;
  let found = -1;
  let first = none;
  for (const [i, page] of pages.entries()) {
    const day = page.days.at(places[i] ?? 0);
    if ((places[i] ?? 0) >= page.days.length || day === undefined) continue;
    if (day < first || (day === first && page.code < (pages[found]?.code ?? ''))) {
      found = i;
      first = day;
    }
  }
  return found;
};

/**
 * Says of each service how it is covered: the same as `matchEpisode` without its proof, at a cost that allows to match the whole
 * ledger of a practice from scratch.
 */
export const matchPacked = ({ pages, spans, retrospective }: PackedEpisode, told: Matched): void => {
  const counted: Counted[] = spans.toSorted(spanOrder).map((s) => ({ ...s, left: s.units ?? none }));
  const places = pages.map(() => 0);
  for (let p = nextPage(pages, places); p >= 0; p = nextPage(pages, places)) {
    const page = pages[p];
    const place = places[p] ?? 0;
    places[p] = place + 1;
    if (!page) continue;
    const day = page.days.at(place) ?? 0;
    const units = page.units.at(place) ?? 0;
    let open = units;
    for (const s of counted) {
      if (open === 0) break;
      if (s.left === 0 || day < s.from || day > s.to || !takes(s, page.levelOfCare, page.code)) continue;
      const taken = Math.min(open, s.left);
      s.left -= taken;
      open -= taken;
    }
    if (open === 0) told(p, place, 'covered', 0);
    else {
      const charge = page.charges.at(place) ?? 0;
      told(
        p,
        place,
        causeOf(day, page, counted, retrospective),
        open === units ? charge : Math.round((charge * open) / units),
      );
    }
  }
};
