import type { DialLog } from '@openum/casework/port/dialLog.ts';
import type { RecordedDialEvent } from '@openum/domain/dial/dial.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { isUniqueViolation } from '../connection/error.ts';
import { fromColumns } from '../connection/names.ts';

export const createDialLog = (db: Database): DialLog => ({
  events: async (scope) =>
    (
      await rowsInTenant(db, scope, {
        sql: 'select type, data, by, at from dial_event where tenant_id = $1 order by sequence',
        parameters: [scope.tenantId],
      })
    ).map(fromColumns<RecordedDialEvent>),
  append: async (scope, expected, { type, data, by, at }) => {
    try {
      const rows = await rowsInTenant(db, scope, {
        sql: `insert into dial_event (tenant_id, sequence, type, data, by, at)
          select $1, $2::int + 1, $3, $4, $5, $6
          where (select count(*) from dial_event where tenant_id = $1) = $2::int
          returning sequence`,
        parameters: [scope.tenantId, expected, type, JSON.stringify(data), JSON.stringify(by), at],
      });
      return rows.length === 1;
    } catch (error) {
      // Two writers at the same instant: the second meets the first one's key.
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  },
});
