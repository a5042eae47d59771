import type { Load, Routing, SavedRoutingPlan } from '@openum/casework/port/routing.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { type Database, type Row, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

type Flat = Omit<SavedRoutingPlan, 'savedBy'> & { readonly userId: string; readonly userName: string };

const savedOf = (row: Row): SavedRoutingPlan => {
  const { userId, userName, ...rest } = fromColumns<Flat>(row);
  return { ...rest, savedBy: { userId, name: userName } };
};

export const createRouting = (db: Database): Routing => ({
  current: async (scope) => {
    const [row] = await rowsInTenant(db, scope, {
      prepared: 'routing_plan_current',
      sql: `select version, plan, saved_at, user_id, user_name, reason from routing_plan
        where tenant_id = $1 order by version desc limit 1`,
      parameters: [scope.tenantId],
    });
    return row && savedOf(row);
  },
  history: async (scope, limit) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select version, saved_at, user_id, user_name, reason from routing_plan
          where tenant_id = $1 order by version desc limit $2`,
        parameters: [scope.tenantId, limit],
      })
    ).map(savedOf),
  save: async (scope, { version, plan, savedAt, savedBy, reason }) =>
    (
      await rowsInTenant(db, scope, {
        sql: `insert into routing_plan (tenant_id, version, plan, saved_at, user_id, user_name, reason)
          select $1, $2::int, $3, $4, $5, $6, $7
          where $2::int = 1 + coalesce((select max(version) from routing_plan where tenant_id = $1), 0)
          on conflict do nothing returning 1`,
        parameters: [scope.tenantId, version, JSON.stringify(plan), savedAt, savedBy.userId, savedBy.name, reason],
      })
    ).length > 0,
  loads: async (scope, now) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select assignee_user_id as user_id, count(*) as open,
            sum(case when next_due_at < $2::timestamptz then 3 when next_due_at < $3::timestamptz then 2 else 1 end) as load
          from case_row where tenant_id = $1 and queue = 'clinical' and queue <> 'none' and assignee_user_id is not null
          group by assignee_user_id order by assignee_user_id`,
        parameters: [scope.tenantId, addElapsed(now, { hours: 24 }), addElapsed(now, { hours: 72 })],
      })
    ).map(fromColumns<Load>),
  strays: async (scope, ownerIds, limit) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select case_id from case_row where tenant_id = $1 and queue = 'clinical' and queue <> 'none'
            and (assignee_user_id is null or assignee_user_id = any($2::text[]))
          order by due_order, case_id limit $3`,
        parameters: [scope.tenantId, ownerIds, limit],
      })
    ).map((row) => String(row.case_id)),
});
