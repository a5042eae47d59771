import { createHash } from 'node:crypto';
import type { Environment } from '@openum/casework/port/environment.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';
import { receivedAt } from './request.ts';

export type FixedEnvironment = Environment & {
  /** Moves the clock; it stands still otherwise. */
  readonly pass: (time: { hours?: number; minutes?: number; seconds?: number }) => Instant;
};

/** A clock that stands, and identifiers that count up. */
export const fixedEnvironment = (start: Instant = receivedAt): FixedEnvironment => {
  let at = start;
  let ids = 0;
  let numbers = 0;
  return {
    now: () => at,
    newId: () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`,
    newNumber: (prefix) => `${prefix}-${String(++numbers).padStart(3, '0')}`,
    sha256Hex: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    pass: (time) => {
      at = addElapsed(at, time);
      return at;
    },
  };
};
