import type { Outbox, OutboxEntry } from '@openum/casework/port/outbox.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { retrying } from '../connection/error.ts';
import { fromColumns } from '../connection/names.ts';

export const createOutbox = (db: Database): Outbox => ({
  take: async (now, limit, leaseSeconds) =>
    (
      await retrying(() =>
        db.call({
          sql: 'select outbox_id, tenant_id, topic, case_id, attempts from outbox_take($1, $2, $3)',
          parameters: [now, limit, leaseSeconds],
        }),
      )
    ).map(fromColumns<OutboxEntry>),
  done: async (tenantId, outboxId) => {
    await rowsInTenant(
      db,
      { tenantId },
      {
        sql: 'delete from outbox where tenant_id = $1 and outbox_id = $2',
        parameters: [tenantId, outboxId],
      },
    );
  },
  failed: async (tenantId, outboxId, retryAt, reason) => {
    await rowsInTenant(
      db,
      { tenantId },
      {
        sql: 'update outbox set due_at = $3, last_error = $4 where tenant_id = $1 and outbox_id = $2',
        parameters: [tenantId, outboxId, retryAt, reason],
      },
    );
  },
});
