import type { Coding, Setting } from '../case/request.ts';

/** A level of inpatient or residential care: the word that a stay carries, and the day that is asked for at it. */
export type LevelOfCare = {
  readonly code: string;
  readonly label: string;
  /** One day at this level, in the service catalogue. */
  readonly service: Coding;
  readonly setting: Setting;
  /** Days that a notice stands for which names no number of days: up to the first review. */
  readonly initialDays: number;
};

export const levelOfCare = (levels: readonly LevelOfCare[], code: string): LevelOfCare | undefined =>
  levels.find((l) => l.code === code);
