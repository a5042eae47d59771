import type { Refusal } from '../case/refusal.ts';
import type { EpisodeEvent } from './event.ts';

export type EpisodeDecided = readonly EpisodeEvent[] | Refusal;

/** The first problem, or undefined. */
export const firstOf = (...problems: readonly (Refusal | undefined)[]): Refusal | undefined =>
  problems.find((p) => p !== undefined);
