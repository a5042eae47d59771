import type { ReadEntry, ReadLog } from '@openum/casework/port/readLog.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

export const createReadLog = (db: Database): ReadLog => ({
  record: async (scope, e) => {
    await rowsInTenant(db, scope, {
      sql: `insert into read_log (tenant_id, read_id, case_id, user_id, client_id, purpose, what, resource_id, at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      parameters: [scope.tenantId, e.readId, e.caseId, e.userId, e.clientId, e.purpose, e.what, e.resourceId, e.at],
    });
  },
  openedBy: async (scope, caseId, userId) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select distinct resource_id from read_log where tenant_id = $1 and case_id = $2 and user_id = $3
          and what in ('document', 'message') and resource_id is not null order by resource_id`,
        parameters: [scope.tenantId, caseId, userId],
      })
    ).map((row) => String(row.resource_id)),
  hasOpened: async (scope, userId, resourceId, since) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select 1 from read_log where tenant_id = $1 and user_id = $2 and resource_id = $3 and at >= $4
          and what in ('document', 'message') limit 1`,
        parameters: [scope.tenantId, userId, resourceId, since],
      })
    ).length > 0,
  ofCase: async (scope, caseId, limit) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select read_id, case_id, user_id, client_id, purpose, what, resource_id, at from read_log
          where tenant_id = $1 and case_id = $2 order by at desc, read_id desc limit $3`,
        parameters: [scope.tenantId, caseId, limit],
      })
    ).map(fromColumns<ReadEntry>),
  ofUser: async (scope, userId, limit) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select read_id, case_id, user_id, client_id, purpose, what, resource_id, at from read_log
          where tenant_id = $1 and user_id = $2 order by at desc, read_id desc limit $3`,
        parameters: [scope.tenantId, userId, limit],
      })
    ).map(fromColumns<ReadEntry>),
});
