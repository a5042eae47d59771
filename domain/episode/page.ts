import { type CoveredService, coverageStates } from '../ledger/match.ts';
import { dayNumber } from '../time/instant.ts';
import type { Episode } from './state.ts';

/**
 * All services of one level and code, packed: the n-th places of the lists are one service, in the order of their days. Days are
 * counted from 1 January 1970. The whole ledger of a practice can be matched and summed up from these without reading a log
 * (docs/practice-ledger.md).
 */
export type ServicePage = {
  readonly levelOfCare: string;
  readonly code: string;
  readonly days: readonly number[];
  readonly units: readonly number[];
  readonly charges: readonly number[];
  /** Place of the state in `coverageStates`. */
  readonly states: readonly number[];
  readonly atStake: readonly number[];
  /** Days since 1 January 1970 of the bill; 0 for a service that has not been billed. */
  readonly billedOn: readonly number[];
};

export const servicePages = (e: Episode, matched: readonly CoveredService[]): readonly ServicePage[] => {
  const billed = new Map(e.services.map((s) => [s.serviceId, s.billed?.billedOn]));
  const groups = Map.groupBy(matched, ({ service: s }) => JSON.stringify([s.levelOfCare, s.code]));
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, list]) => {
      const [levelOfCare, code] = JSON.parse(key) as [string, string];
      return {
        levelOfCare,
        code,
        days: list.map((m) => dayNumber(m.service.on)),
        units: list.map((m) => m.service.units),
        charges: list.map((m) => m.service.charge),
        states: list.map((m) => coverageStates.indexOf(m.state)),
        atStake: list.map((m) => m.atStake),
        billedOn: list.map((m) => {
          const on = billed.get(m.service.serviceId);
          return on === undefined ? 0 : dayNumber(on);
        }),
      };
    });
};
