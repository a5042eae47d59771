import type { FourFigures } from '@openum/domain/practiceMetrics/figures.ts';

/** Figures of several practices as those of one: shares and averages from what they are made of, not from each other. */
export const addFigures = (all: readonly FourFigures[]): FourFigures => {
  const sum = (of: (f: FourFigures) => number): number => all.reduce((total, f) => total + of(f), 0);
  const services = sum((f) => f.services);
  const uncovered = sum((f) => f.uncovered);
  const lags = sum((f) => f.lags);
  const decided = sum((f) => f.decided);
  const overturned = sum((f) => f.overturned);
  return {
    ...(services > 0 ? { validShare: (services - uncovered) / services } : {}),
    services,
    uncovered,
    atStake: sum((f) => f.atStake),
    ...(lags > 0 ? { lagDays: sum((f) => (f.lagDays ?? 0) * f.lags) / lags } : {}),
    lags,
    ...(decided > 0 ? { overturnShare: overturned / decided } : {}),
    decided,
    overturned,
    recovered: sum((f) => f.recovered),
    missedTalks: sum((f) => f.missedTalks),
  };
};
