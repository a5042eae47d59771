import type { Append } from '@openum/casework/port/caseStore.ts';
import type { Outbox, OutboxEntry } from '@openum/casework/port/outbox.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';
import { compareText } from './tenants.ts';

type Waiting = OutboxEntry & { readonly dueAt: Instant };

type New = { readonly outbox: Append['outbox']; readonly rows: { readonly case: { readonly changedAt: Instant } } };
export type MemoryOutbox = { readonly outbox: Outbox; readonly enqueue: (scope: Scope, append: New) => void };

export const memoryOutbox = (): MemoryOutbox => {
  const waiting = new Map<string, Waiting>();
  const keyOf = (tenantId: string, outboxId: string): string => JSON.stringify([tenantId, outboxId]);

  return {
    enqueue: (scope, append) => {
      for (const o of append.outbox)
        waiting.set(keyOf(scope.tenantId, o.outboxId), {
          ...o,
          tenantId: scope.tenantId,
          attempts: 0,
          dueAt: append.rows.case.changedAt,
        });
    },
    outbox: {
      take: async (now, limit, leaseSeconds) =>
        [...waiting.values()]
          .filter((w) => w.dueAt <= now)
          .sort((a, b) => compareText(a.dueAt, b.dueAt) || compareText(a.outboxId, b.outboxId))
          .slice(0, limit)
          .map(({ dueAt: _, ...entry }) => {
            const taken = { ...entry, attempts: entry.attempts + 1 };
            const dueAt = addElapsed(now, { seconds: leaseSeconds });
            waiting.set(keyOf(entry.tenantId, entry.outboxId), { ...taken, dueAt });
            return taken;
          }),
      done: async (tenantId, outboxId) => {
        waiting.delete(keyOf(tenantId, outboxId));
      },
      failed: async (tenantId, outboxId, retryAt) => {
        const entry = waiting.get(keyOf(tenantId, outboxId));
        if (entry) waiting.set(keyOf(tenantId, outboxId), { ...entry, dueAt: retryAt });
      },
    },
  };
};
