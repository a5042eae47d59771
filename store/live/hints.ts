import { setTimeout } from 'node:timers/promises';
import type { Database } from '../connection/database.ts';

export const channel = 'openum_case';

export type Change = { readonly tenantId: string; readonly caseId: string; readonly version: number };

/** Shorter than anybody notices, long enough that hints cost next to nothing under load. */
const pauseMs = 40;

export type Hints = {
  changed(change: Change): void;
  /** Waits for those that are on their way. */
  settled(): Promise<void>;
};

/**
 * Tells other processes that cases changed. Sent after the append and outside of its transaction, because PostgreSQL lets only one
 * transaction with a notification commit at a time. What piles up for a few milliseconds goes in one batch.
 */
export const createHints = (db: Database): Hints => {
  const waiting: Change[] = [];
  let sending: Promise<void> | undefined;
  let closing = false;

  const sendAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, 500).map((c) => JSON.stringify([c.tenantId, c.caseId, c.version]));
      try {
        await db.call({
          sql: `select count(pg_notify('${channel}', p)) from unnest($1::text[]) p`,
          parameters: [batch],
        });
      } catch {
        // A lost hint costs a listener some freshness and nothing else.
      }
      if (!closing) await setTimeout(pauseMs, undefined, { ref: false });
    }
    sending = undefined;
  };

  return {
    changed: (change) => {
      waiting.push(change);
      sending ??= sendAll();
    },
    settled: async () => {
      closing = true;
      await sending;
    },
  };
};
