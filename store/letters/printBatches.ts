import type { PrintBatch, PrintBatches } from '@openum/casework/port/printBatches.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

const columns = 'batch_id, created_at, created_by, letters, mailed_at, mailed_by, carrier';

export const createPrintBatches = (db: Database): PrintBatches => ({
  create: async (scope, { batchId, createdAt, createdBy, letters }) => {
    await rowsInTenant(db, scope, {
      sql: 'insert into print_batch (tenant_id, batch_id, created_at, created_by, letters) values ($1, $2, $3, $4, $5)',
      parameters: [scope.tenantId, batchId, createdAt, createdBy, JSON.stringify(letters)],
    });
  },
  batch: async (scope, batchId) => {
    const [row] = await rowsInTenant(db, scope, {
      sql: `select ${columns} from print_batch where tenant_id = $1 and batch_id = $2`,
      parameters: [scope.tenantId, batchId],
    });
    return row && fromColumns<PrintBatch>(row);
  },
  list: async (scope, limit) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select ${columns} from print_batch where tenant_id = $1 order by created_at desc, batch_id desc limit $2`,
        parameters: [scope.tenantId, limit],
      })
    ).map(fromColumns<PrintBatch>),
  mailed: async (scope, batchId, { mailedAt, mailedBy, carrier }) =>
    (
      await rowsInTenant(db, scope, {
        sql: `update print_batch set mailed_at = $3, mailed_by = $4, carrier = $5
          where tenant_id = $1 and batch_id = $2 and mailed_at is null returning batch_id`,
        parameters: [scope.tenantId, batchId, mailedAt, mailedBy, carrier],
      })
    ).length > 0,
});
