import type { DialLog, ProviderHistory } from '@openum/casework/port/dialLog.ts';
import type { RecordedDialEvent } from '@openum/domain/dial/dial.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { isUniqueViolation } from '../connection/error.ts';
import { fromColumns } from '../connection/names.ts';
import { dialNumberSql } from '../report/caseFilter.ts';

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
  settled: async (scope) => {
    const number = dialNumberSql('e');
    const rows = await rowsInTenant(db, scope, {
      sql: `select ${number}::int as number, count(*)::int as lines from case_event e
        where e.tenant_id = $1 and e.type = 'ItemDetermined' and ${number} is not null group by 1 order by 1`,
      parameters: [scope.tenantId],
    });
    return new Map(rows.map((r) => [Number(r.number), Number(r.lines)]));
  },
  providerHistory: async (scope, { npi, services, from, through }) => {
    const [row] = await rowsInTenant(db, scope, {
      sql: `select count(*)::int as decided, (count(*) filter (where i.first_outcome = 'approved'))::int as approved
        from case_item i join case_row r on r.tenant_id = i.tenant_id and r.case_id = i.case_id
        where i.tenant_id = $1 and r.requesting_provider_npi = $2 and i.service_code = any($3::text[])
          and i.first_outcome in ('approved', 'denied', 'modified', 'partiallyApproved') and r.status <> 'voided'
          and i.first_decided_on between $4 and $5`,
      parameters: [scope.tenantId, npi, services, from, through],
    });
    return row ? fromColumns<ProviderHistory>(row) : { decided: 0, approved: 0 };
  },
});
