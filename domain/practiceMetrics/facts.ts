import type { AppealAnswer, PracticeAppealOutcome } from '../episode/record.ts';
import type { Episode } from '../episode/state.ts';
import type { NumberList, PackedServices } from '../ledger/packed.ts';
import { talkEnd } from '../practiceTalk/standing.ts';
import { addDays, dateInZone, dayNumber, type Instant, zoneId } from '../time/instant.ts';
import { type Expiry, expiriesOf } from './lag.ts';

/** From a day to a day, both included; without one on that side open. Days are counted from 1 January 1970. */
type Span = { readonly from?: number; readonly to?: number };

/**
 * What the four questions must know of an episode beside its services: a function of the record alone, so that it is stored with the
 * episode, and read for any day, zone, payer and programme. Days are counted from 1 January 1970.
 */
export type EpisodeFacts = {
  /** In the order in which they are asked. */
  readonly payers: readonly (Span & { readonly payerId: string; readonly name: string })[];
  readonly programmes: readonly { readonly programmeId: string; readonly name: string; readonly from: number }[];
  readonly expiries: readonly Expiry[];
  /** Appeals that the payer has decided. */
  readonly appeals: readonly {
    readonly appealId: string;
    readonly outcome: PracticeAppealOutcome;
    readonly answeredOn: number;
    readonly recovered: number;
  }[];
  /** Offers that nobody held or declined; with the reason where it is known that it was missed. */
  readonly talks: readonly { readonly offerId: string; readonly closesAt: Instant; readonly missed?: string }[];
  /** Days on which denials came. */
  readonly deniedOn: readonly number[];
};

/** Services of one level and code with how each is covered: `states` are places in `coverageStates`. */
export type CoveragePage = PackedServices & { readonly states: NumberList; readonly atStake: NumberList };

/** An episode as the four questions read it. */
export type EpisodeFigures = {
  readonly episodeId: string;
  readonly episodeNumber: string;
  /** `Family, Given`. */
  readonly patientName: string;
  readonly facts: EpisodeFacts;
  readonly pages: readonly CoveragePage[];
};

/** One that was taken back or dismissed was not decided. */
const onMerits = ({ outcome }: AppealAnswer): boolean => outcome !== 'withdrawn' && outcome !== 'dismissed';

export const factsOf = (e: Episode): EpisodeFacts => ({
  payers: e.coverages.map(({ payerId, payerName, from, to }) => ({
    payerId,
    name: payerName,
    ...(from === undefined ? {} : { from: dayNumber(from) }),
    ...(to === undefined ? {} : { to: dayNumber(to) }),
  })),
  programmes: e.levels.map(({ programme: { programmeId, name }, from }) => ({
    programmeId,
    name,
    from: dayNumber(from),
  })),
  expiries: expiriesOf(e),
  appeals: e.appeals.flatMap(({ appealId, answered }) =>
    answered && onMerits(answered)
      ? [
          {
            appealId,
            outcome: answered.outcome,
            answeredOn: dayNumber(answered.answeredOn),
            recovered: answered.recovered ?? 0,
          },
        ]
      : [],
  ),
  talks: e.talks.flatMap((t) => {
    const end = talkEnd(t)?.end;
    if (end === 'held' || end === 'declined') return [];
    const { offerId, closesAt, missed } = t;
    return [
      {
        offerId,
        closesAt,
        ...(end === 'missed' ? { missed: missed?.reason ?? 'The payer says that it was missed.' } : {}),
      },
    ];
  }),
  deniedOn: e.denials.map((d) => dayNumber(d.receivedOn)),
});

const utc = zoneId('UTC');

/**
 * First and last day that anything of an episode can be counted on; undefined where there is nothing to count. A window that closes
 * may fall on the day before or after in the zone of the practice.
 */
export const countedDays = (
  facts: EpisodeFacts,
  pages: readonly CoveragePage[],
): { readonly first: number; readonly last: number } | undefined => {
  const days = [
    ...pages.flatMap((p) => [p.days.at(0), p.days.at(p.days.length - 1)]),
    ...facts.expiries.map((x) => x.to),
    ...facts.appeals.map((a) => a.answeredOn),
    ...facts.talks.flatMap((t) => [-1, 1].map((n) => dayNumber(addDays(dateInZone(t.closesAt, utc), n)))),
    ...facts.deniedOn,
  ].filter((d) => d !== undefined);
  return days.length === 0
    ? undefined
    : { first: days.reduce((a, b) => Math.min(a, b)), last: days.reduce((a, b) => Math.max(a, b)) };
};
