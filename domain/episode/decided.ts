import { type Refusal, refuse } from '../case/refusal.ts';
import type { EpisodeEvent } from './event.ts';

export type EpisodeDecided = readonly EpisodeEvent[] | Refusal;

export const required = (field: string, text: string | undefined): Refusal | undefined =>
  text === undefined || text.trim() === '' ? refuse('fieldMissing', { field }) : undefined;

export const invalid = (field: string, problem: string): Refusal => refuse('fieldInvalid', { field, problem });

/** The first problem, or undefined. */
export const firstOf = (...problems: readonly (Refusal | undefined)[]): Refusal | undefined =>
  problems.find((p) => p !== undefined);
