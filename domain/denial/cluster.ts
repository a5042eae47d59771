import type { DenialCause } from '../episode/record.ts';
import { type Episode, programmeOn } from '../episode/state.ts';
import type { CalendarDate } from '../time/instant.ts';
import { type CauseContext, standingCause } from './cause.ts';

export type DenialRow = {
  readonly episodeId: string;
  readonly denialId: string;
  readonly receivedOn: CalendarDate;
  readonly payerId: string;
  readonly payerName: string;
  readonly programmeId: string;
  readonly programmeName: string;
  readonly cause: DenialCause;
  /** By a person, not by the rules. */
  readonly assigned: boolean;
  /** Cents. */
  readonly amount: number;
  readonly recovered: number;
};

/** Every denial of an episode with its cause and what came back of its money. */
export const denialRows = (episodeId: string, e: Episode, context: CauseContext): readonly DenialRow[] =>
  e.denials.map((d) => {
    const coverage = e.coverages.find((c) => c.coverageId === d.coverageId);
    const programme = programmeOn(e, d.from);
    const appeals = e.appeals.filter((a) => a.denialId === d.denialId);
    return {
      episodeId,
      denialId: d.denialId,
      receivedOn: d.receivedOn,
      payerId: coverage?.payerId ?? '',
      payerName: coverage?.payerName ?? '',
      programmeId: programme.programmeId,
      programmeName: programme.name,
      cause: standingCause(e, d, context),
      assigned: d.cause !== undefined,
      amount: d.amount,
      recovered: appeals.reduce((sum, a) => sum + (a.answered?.recovered ?? 0), 0),
    };
  });

/** What one cause costs. */
export type CauseTotal = {
  readonly cause: DenialCause;
  readonly count: number;
  /** Cents. */
  readonly amount: number;
  readonly recovered: number;
};

/** Denials by cause, the most money first. */
export const causeTotals = (rows: readonly DenialRow[]): readonly CauseTotal[] =>
  [...Map.groupBy(rows, (r) => r.cause)]
    .map(([cause, list]) => ({
      cause,
      count: list.length,
      amount: list.reduce((sum, r) => sum + r.amount, 0),
      recovered: list.reduce((sum, r) => sum + r.recovered, 0),
    }))
    .toSorted((a, b) => b.amount - a.amount || (a.cause < b.cause ? -1 : 1));

export type DenialCluster = {
  readonly payerId: string;
  readonly payerName: string;
  readonly programmeId: string;
  readonly programmeName: string;
  readonly cause: DenialCause;
  readonly count: number;
  readonly amount: number;
  readonly recovered: number;
  readonly denials: readonly { readonly episodeId: string; readonly denialId: string }[];
};

/** Denials that have payer, programme and cause in common, the most money first. */
export const clustersOf = (rows: readonly DenialRow[]): readonly DenialCluster[] =>
  [...Map.groupBy(rows, (r) => JSON.stringify([r.payerId, r.programmeId, r.cause])).values()]
    .flatMap((list): readonly DenialCluster[] => {
      const [first] = list;
      if (!first) return [];
      const { payerId, payerName, programmeId, programmeName, cause } = first;
      const sum = (of: (r: DenialRow) => number) => list.reduce((total, r) => total + of(r), 0);
      return [
        {
          payerId,
          payerName,
          programmeId,
          programmeName,
          cause,
          count: list.length,
          amount: sum((r) => r.amount),
          recovered: sum((r) => r.recovered),
          denials: list.map(({ episodeId, denialId }) => ({ episodeId, denialId })),
        },
      ];
    })
    .toSorted((a, b) => b.amount - a.amount || (a.cause < b.cause ? -1 : 1));
