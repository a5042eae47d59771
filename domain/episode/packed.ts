import type { CoverageState } from '../ledger/match.ts';
import { matchPacked } from '../ledger/packed.ts';
import type { DeliveredService } from '../ledger/service.ts';
import { dayNumber } from '../time/instant.ts';
import { ledgerOf } from './ledger.ts';
import type { Episode } from './state.ts';

/** All services of an episode in the order of their days, with how each is covered: the n-th places of the lists are one service. */
export type PackedCoverage = {
  readonly services: readonly DeliveredService[];
  readonly states: readonly CoverageState[];
  /** Cents that nothing covers. */
  readonly atStake: readonly number[];
};

const byDay = (a: DeliveredService, b: DeliveredService): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

const match = (e: Episode): PackedCoverage => {
  const { services, authorizations, pending } = ledgerOf(e);
  const pages = [
    ...Map.groupBy(services.toSorted(byDay), (s) => JSON.stringify([s.levelOfCare, s.code])).values(),
  ].flatMap((of) => {
    const [first] = of;
    return first
      ? [
          {
            levelOfCare: first.levelOfCare,
            code: first.code,
            days: of.map((s) => dayNumber(s.on)),
            units: of.map((s) => s.units),
            charges: of.map((s) => s.charge),
            of,
          },
        ]
      : [];
  });
  const found: { services: DeliveredService[]; states: CoverageState[]; atStake: number[] } = {
    services: [],
    states: [],
    atStake: [],
  };
  const days = ({ from, to }: { readonly from: Parameters<typeof dayNumber>[0]; readonly to: typeof from }) => ({
    from: dayNumber(from),
    to: dayNumber(to),
  });
  matchPacked(
    {
      pages,
      spans: authorizations.map(({ authorizationId, levelOfCare, codes, units, ...a }) => ({
        authorizationId,
        levelOfCare,
        codes,
        ...days(a),
        ...(units === undefined ? {} : { units }),
      })),
      retrospective: pending.filter((p) => p.retrospective).map((p) => ({ levelOfCare: p.levelOfCare, ...days(p) })),
    },
    (page, place, state, atStake) => {
      const service = pages[page]?.of[place];
      if (!service) return;
      found.services.push(service);
      found.states.push(state);
      found.atStake.push(atStake);
    },
  );
  return found;
};

/** A state never changes, so that what was matched for it once stays right for as long as somebody holds it. */
const matched = new WeakMap<Episode, PackedCoverage>();

/** How every service of an episode is covered, without proof; matched once for each state of the record. */
export const packedCoverage = (e: Episode): PackedCoverage => {
  const before = matched.get(e);
  if (before) return before;
  const found = match(e);
  matched.set(e, found);
  return found;
};
