import type { OutboxTopic } from '@openum/casework/port/caseStore.ts';
import type { Outbox, OutboxEntry } from '@openum/casework/port/outbox.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';

/** Long work does a bounded piece of itself and says when it goes on, so that the rest of the outbox does not wait for it. */
export type Handled = { readonly againAt: Instant } | undefined;

export type OutboxHandlers = Record<OutboxTopic, (entry: OutboxEntry) => Promise<Handled>>;

const leaseSeconds = 60;
const batch = 10;
const longestWaitSeconds = 3600;

/** Twice as long after each failure, up to an hour. An entry is never given up: it is work that the law wants done. */
const waitSeconds = (attempts: number): number => Math.min(longestWaitSeconds, 2 ** Math.min(attempts, 12));

/** The reason without its text, which might quote a record: the kind of error is enough to find it in the log. */
const reasonOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Does what is due now, oldest first, each entry at least once. Returns how many were taken. */
export const drainOutbox = async (
  outbox: Outbox,
  handlers: OutboxHandlers,
  now: () => Instant,
  onFailure: (entry: OutboxEntry, error: unknown) => void,
): Promise<number> => {
  const entries = await outbox.take(now(), batch, leaseSeconds);
  for (const entry of entries) {
    try {
      const handled = await handlers[entry.topic](entry);
      if (handled) await outbox.failed(entry.tenantId, entry.outboxId, handled.againAt, 'not finished');
      else await outbox.done(entry.tenantId, entry.outboxId);
    } catch (error) {
      onFailure(entry, error);
      const retryAt = addElapsed(now(), { seconds: waitSeconds(entry.attempts) });
      await outbox.failed(entry.tenantId, entry.outboxId, retryAt, reasonOf(error));
    }
  }
  return entries.length;
};
