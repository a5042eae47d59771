import { type CoverageState, type CoveredService, coverageStates } from './match.ts';

export type StateTotal = { readonly services: number; readonly units: number; readonly charge: number };
export type LedgerTotals = {
  /** Services by the state they are in; charge in cents. */
  readonly byState: Readonly<Record<CoverageState, StateTotal>>;
  /** Cents that nothing covers. */
  readonly atStake: number;
};

const nothing: StateTotal = { services: 0, units: 0, charge: 0 };

export const noTotals: LedgerTotals = {
  byState: Object.fromEntries(coverageStates.map((s) => [s, nothing])) as Record<CoverageState, StateTotal>,
  atStake: 0,
};

const plus = (a: StateTotal, b: StateTotal, sign: 1 | -1): StateTotal => ({
  services: a.services + sign * b.services,
  units: a.units + sign * b.units,
  charge: a.charge + sign * b.charge,
});

export const addTotals = (a: LedgerTotals, b: LedgerTotals, sign: 1 | -1 = 1): LedgerTotals => ({
  byState: Object.fromEntries(
    coverageStates.map((s) => [s, plus(a.byState[s], b.byState[s], sign)]),
  ) as LedgerTotals['byState'],
  atStake: a.atStake + sign * b.atStake,
});

export const totalsOf = (matched: readonly CoveredService[]): LedgerTotals => {
  const byState = { ...noTotals.byState };
  let atStake = 0;
  for (const { state, service, atStake: open } of matched) {
    byState[state] = plus(byState[state], { services: 1, units: service.units, charge: service.charge }, 1);
    atStake += open;
  }
  return { byState, atStake };
};

/** Share of services that were given with a valid authorization; undefined while nothing was given. Target: more than 0.98. */
export const validShare = ({ byState }: LedgerTotals): number | undefined => {
  const all = coverageStates.reduce((sum, s) => sum + byState[s].services, 0);
  return all === 0 ? undefined : byState.covered.services / all;
};
