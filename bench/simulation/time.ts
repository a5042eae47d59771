import type { Instant } from '@openum/domain/time/instant.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const iso = (ms: number): Instant => new Date(ms).toISOString() as Instant;
