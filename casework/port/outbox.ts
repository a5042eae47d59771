import type { Instant } from '@openum/domain/time/instant.ts';
import type { OutboxTopic } from './caseStore.ts';

export type OutboxEntry = {
  readonly outboxId: string;
  readonly tenantId: string;
  readonly topic: OutboxTopic;
  readonly caseId: string;
  readonly attempts: number;
};

/** Work written with the events and done after them, at least once. Taken across tenants by the worker's own database role. */
export type Outbox = {
  /** Up to `limit` entries that are due at `now`, oldest first, hidden from others for `leaseSeconds`. */
  take(now: Instant, limit: number, leaseSeconds: number): Promise<readonly OutboxEntry[]>;
  done(tenantId: string, outboxId: string): Promise<void>;
  /** Puts it back for `retryAt`, with the reason (no health information in it). */
  failed(tenantId: string, outboxId: string, retryAt: Instant, reason: string): Promise<void>;
};

/** Tells who listens that a case changed; a hint only, correctness comes from rows. */
export type LiveFeed = {
  subscribe(
    listener: (change: { readonly tenantId: string; readonly caseId: string; readonly version: number }) => void,
  ): () => void;
};
