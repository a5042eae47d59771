import { programmeOn } from '@openum/domain/episode/state.ts';
import { arrivalRoles } from '@openum/domain/practiceArrival/arrival.ts';
import { type CensusGap, type CensusGapKind, censusGapKinds, censusGaps } from '@openum/domain/practiceCensus/check.ts';
import { addDays, type CalendarDate } from '@openum/domain/time/instant.ts';
import type { PracticeActing } from '../acting.ts';
import { eachEpisode } from '../episode/all.ts';

/** A covered day is billed within a week at most practices. */
const usualDaysToBill = 7;
const mostArrivals = 100;

export type CensusLine = CensusGap & {
  readonly episodeId: string;
  readonly episodeNumber: string;
  readonly patientName: string;
  readonly programmeName: string;
  readonly payerName?: string;
};

type CensusAsked = { readonly from: CalendarDate };

export type CensusCheck = {
  readonly from: CalendarDate;
  /** Yesterday: what belongs to today may still be entered. */
  readonly through: CalendarDate;
  readonly daysToBill: number;
  /** The most pressing kind first; the most money first within it. */
  readonly lines: readonly CensusLine[];
  readonly sums: Readonly<
    Record<CensusGapKind, { readonly lines: number; readonly days: number; readonly amount: number }>
  >;
  /** Messages of the practice's own systems that nobody has taken up; absent for those who do not settle them. */
  readonly arrivals?: number;
};

const sumsOf = (lines: readonly CensusLine[]): CensusCheck['sums'] =>
  Object.fromEntries(
    censusGapKinds.map((kind) => {
      const own = lines.filter((l) => l.kind === kind);
      const sum = (of: (l: CensusLine) => number): number => own.reduce((total, l) => total + of(l), 0);
      return [kind, { lines: own.length, days: sum((l) => l.days), amount: sum((l) => l.amount) }];
    }),
  ) as CensusCheck['sums'];

/** Who was in, by the practice's own systems and its record, against what is authorized and what was billed. */
export const readCensusCheck = async (me: PracticeActing, { from }: CensusAsked): Promise<CensusCheck> => {
  const { casework, scope, today, actor } = me;
  const span = { from, through: addDays(today, -1), billedBefore: addDays(today, -usualDaysToBill) };
  const lines: CensusLine[] = [];
  for await (const { episodeId, episode: e } of eachEpisode(casework.episodes, scope)) {
    const payer = e.coverages.toSorted((a, b) => a.order - b.order)[0];
    for (const gap of censusGaps(e, span))
      lines.push({
        ...gap,
        episodeId,
        episodeNumber: e.episodeNumber,
        patientName: `${e.patient.family}, ${e.patient.given}`,
        programmeName: programmeOn(e, gap.from).name,
        ...(payer ? { payerName: payer.payerName } : {}),
      });
  }
  const settles = actor.roles.some((r) => arrivalRoles.includes(r));
  const waiting = settles ? await casework.practiceArrivals.waiting(scope, mostArrivals) : undefined;
  return {
    from: span.from,
    through: span.through,
    daysToBill: usualDaysToBill,
    lines: lines.toSorted(
      (a, b) =>
        censusGapKinds.indexOf(a.kind) - censusGapKinds.indexOf(b.kind) ||
        b.amount - a.amount ||
        (a.from < b.from ? -1 : 1),
    ),
    sums: sumsOf(lines),
    ...(waiting ? { arrivals: waiting.length } : {}),
  };
};

export type CensusPage = CensusCheck & { readonly total: number; readonly page: number; readonly size: number };

/** One page of it; the sums are of all kinds. */
export const readCensusPage = async (
  me: PracticeActing,
  asked: CensusAsked & { readonly kind?: CensusGapKind; readonly page: number; readonly size: number },
): Promise<CensusPage> => {
  const { page, size, kind } = asked;
  const check = await readCensusCheck(me, asked);
  const lines = kind ? check.lines.filter((l) => l.kind === kind) : check.lines;
  return { ...check, lines: lines.slice((page - 1) * size, page * size), total: lines.length, page, size };
};
