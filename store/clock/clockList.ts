import type { ClockList, ListedClock } from '@openum/casework/port/clockList.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

const open = 'hard and not superseded and met_at is null';

export const createClockList = (db: Database): ClockList => ({
  missed: async (scope, now, limit) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select case_id, clock_id, due_at from case_clock c
          where tenant_id = $1 and ${open} and due_at < $2 and not exists (
            select 1 from case_event e where e.tenant_id = c.tenant_id and e.case_id = c.case_id
              and e.type = 'DeadlineMissed' and e.data ->> 'clockId' = c.clock_id)
          order by due_at, case_id, clock_id limit $3`,
        parameters: [scope.tenantId, now, limit],
      })
    ).map(fromColumns<ListedClock>),
  alarming: async (scope, marks, now, limit) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select c.case_id from case_clock c
            cross join jsonb_to_recordset($2::jsonb) as m(id text, share float8, "hoursBefore" float8)
            cross join lateral (select coalesce(
              c.started_at + m.share * (c.due_at - c.started_at), c.due_at - m."hoursBefore" * interval '1 hour') as at) a
          where c.tenant_id = $1 and ${open} and a.at <= $3 and a.at > c.started_at and not exists (
            select 1 from clock_alarm r where r.tenant_id = c.tenant_id and r.case_id = c.case_id
              and r.clock_id = c.clock_id and r.step_id = m.id)
          group by c.case_id order by min(a.at), c.case_id limit $4`,
        parameters: [scope.tenantId, JSON.stringify(marks), now, limit],
      })
    ).map((row) => String(row.case_id)),
});
