import type { ReportingLine, ReportingLines } from '@openum/casework/port/reportingLines.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

export const createReportingLines = (db: Database): ReportingLines => ({
  all: async (scope) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select user_id, supervisor_user_id, since, recorded_by from (
            select distinct on (user_id) user_id, supervisor_user_id, since, recorded_by from reporting_line
            where tenant_id = $1 order by user_id, since desc, position desc) newest
          where supervisor_user_id is not null order by user_id`,
        parameters: [scope.tenantId],
      })
    ).map(fromColumns<ReportingLine>),
  set: async (scope, { userId, supervisorUserId, since, recordedBy }) => {
    await rowsInTenant(db, scope, {
      sql: `insert into reporting_line (tenant_id, user_id, supervisor_user_id, since, recorded_by)
        values ($1, $2, $3, $4, $5)`,
      parameters: [scope.tenantId, userId, supervisorUserId ?? null, since, recordedBy],
    });
  },
});
