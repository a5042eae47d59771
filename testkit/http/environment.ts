import { createHash } from 'node:crypto';
import type { Environment } from '@openum/casework/port/environment.ts';
import { addElapsed, type Instant, millisecondsBetween } from '@openum/domain/time/instant.ts';

const epoch = '1970-01-01T00:00:00.000Z' as Instant;

/** A clock that stands still until it is moved, and ids that count up: UUIDs of version 7, ascending. */
export const testEnvironment = (start: Instant) => {
  let at = start;
  let made = 0;
  const next = (): string => (++made).toString(16).padStart(12, '0');
  const environment: Environment = {
    now: () => at,
    newId: () => {
      const ms = millisecondsBetween(epoch, at).toString(16).padStart(12, '0');
      return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-${next()}`;
    },
    newNumber: (prefix) => `${prefix}-${next().slice(-6).toUpperCase()}`,
    sha256Hex: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  };
  return {
    environment,
    pass(time: { readonly hours?: number; readonly minutes?: number; readonly seconds?: number }): void {
      at = addElapsed(at, time);
    },
  };
};
