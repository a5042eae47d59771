import { addDays, type CalendarDate, daysBetween } from '../time/instant.ts';

/** First and last day of age, both included; the last band has no end. */
const bands = [
  { from: 0, to: 1 },
  { from: 2, to: 3 },
  { from: 4, to: 7 },
  { from: 8, to: 14 },
  { from: 15, to: 30 },
  { from: 31 },
] as const satisfies readonly { from: number; to?: number }[];

export type AgeBand = {
  /** Local days since the day of receipt. */
  readonly fromDays: number;
  readonly toDays?: number;
  readonly cases: number;
  /** The days of receipt that fall into it, half-open. */
  readonly received: { readonly from?: CalendarDate; readonly before?: CalendarDate };
};

/** Open cases by how many local days ago they came in. A day of receipt after `today`, from a clock set wrong, counts as today. */
export const agingBands = (
  received: readonly { readonly day: CalendarDate; readonly cases: number }[],
  today: CalendarDate,
): readonly AgeBand[] =>
  bands.map((band) => {
    const to = 'to' in band ? band.to : undefined;
    const fits = (day: CalendarDate): boolean => {
      const age = Math.max(0, daysBetween(day, today));
      return age >= band.from && (to === undefined || age <= to);
    };
    return {
      fromDays: band.from,
      ...(to === undefined ? {} : { toDays: to }),
      cases: received.filter((r) => fits(r.day)).reduce((sum, r) => sum + r.cases, 0),
      received: {
        ...(to === undefined ? {} : { from: addDays(today, -to) }),
        ...(band.from === 0 ? {} : { before: addDays(today, 1 - band.from) }),
      },
    };
  });
