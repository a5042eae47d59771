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
});
