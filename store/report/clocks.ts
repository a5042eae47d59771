import { readCursor, writeCursor } from '@openum/casework/port/cursor.ts';
import type { ClockFilter, ClockListFilter, ReportedClock, ReportedClockPage } from '@openum/casework/port/reports.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { clockColumns } from '../case/columns.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { columnList, fromColumns } from '../connection/names.ts';
import { clockConditions, outcomeSql } from './clockFilter.ts';

const columns = columnList(clockColumns).replaceAll(/\b[a-z_]+\b/g, 'k.$&');

const placeOf = (after: string): readonly [dueAt: string | undefined, caseId: string, clockId: string] => {
  const { moment, caseId: place } = readCursor(after);
  const [caseId = '', clockId = ''] = place.split(' ');
  return [moment, caseId, clockId];
};

export const reportedClocks = async (
  db: Database,
  scope: Scope,
  filter: ClockListFilter,
  now: Instant,
  after: string | undefined,
  limit: number,
): Promise<ReportedClockPage> => {
  const where = clockConditions(filter, 6);
  const from = after === undefined ? undefined : placeOf(after);
  const nextPlace = 6 + where.parameters.length;
  const found = (
    await rowsInTenant(db, scope, {
      sql: `select * from (select ${columns}, k.case_id, r.case_number, r.assignee_name, ${outcomeSql('$2')} as outcome,
            r.status = 'determined' as decided
          from case_clock k join case_row r on r.tenant_id = k.tenant_id and r.case_id = k.case_id
          where k.tenant_id = $1 and ${where.sql}) k
        where ($3::text[] is null or outcome = any($3)) and ($4::boolean is null or decided = $4)
          ${from ? `and (due_at, case_id, clock_id) > ($${nextPlace}::timestamptz, $${nextPlace + 1}, $${nextPlace + 2})` : ''}
        order by due_at, case_id, clock_id limit $5`,
      parameters: [
        scope.tenantId,
        now,
        filter.outcome ?? null,
        filter.decided ?? null,
        limit + 1,
        ...where.parameters,
        ...(from ?? []),
      ],
    })
  ).map(fromColumns<ReportedClock>);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return last && found.length > limit
    ? { rows, next: writeCursor({ moment: last.dueAt, caseId: `${last.caseId} ${last.clockId}` }) }
    : { rows };
};

export const lateLetters = async (db: Database, scope: Scope, filter: ClockFilter, now: Instant): Promise<number> => {
  const where = clockConditions(filter, 3);
  const [row] = await rowsInTenant(db, scope, {
    sql: `select count(*) as letters from case_clock k join case_row r on r.tenant_id = k.tenant_id and r.case_id = k.case_id
      where k.tenant_id = $1 and k.hard and not k.superseded and k.met_at is null and k.due_at < $2
        and r.status = 'determined' and ${where.sql}`,
    parameters: [scope.tenantId, now, ...where.parameters],
  });
  return Number(row?.letters ?? 0);
};
