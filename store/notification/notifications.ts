import type { Notification, Notifications } from '@openum/casework/port/notifications.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { columnList, fromColumns, toColumns } from '../connection/names.ts';

const columns = columnList([
  'notificationId',
  'caseId',
  'clockId',
  'stepId',
  'ruleId',
  'dueAt',
  'alarmAt',
  'raisedAt',
  'late',
  'readAt',
] satisfies readonly (keyof Notification)[]);

export const createNotifications = (db: Database): Notifications => ({
  raise: async (scope, alarm, to) => {
    const [row] = await rowsInTenant(db, scope, {
      sql: `with raised as (
          insert into clock_alarm (tenant_id, case_id, clock_id, step_id, raised_at)
          values ($1, $2, $3, $4, $5) on conflict do nothing returning tenant_id
        ), told as (
          insert into notification
            (tenant_id, notification_id, user_id, case_id, clock_id, step_id, rule_id, due_at, alarm_at, raised_at, late)
          select r.tenant_id, t.notification_id, t.user_id, $2, $3, $4, $6, $7, $8, $5, $9
          from raised r cross join jsonb_to_recordset($10::jsonb) as t(notification_id text, user_id text)
          returning 1
        ) select count(*)::int as raised from raised`,
      parameters: [
        scope.tenantId,
        alarm.caseId,
        alarm.clockId,
        alarm.stepId,
        alarm.raisedAt,
        alarm.ruleId,
        alarm.dueAt,
        alarm.alarmAt,
        alarm.late,
        JSON.stringify(to.map(toColumns)),
      ],
    });
    return row?.raised === 1;
  },
  raisedOf: async (scope, caseId) =>
    (
      await rowsInTenant(db, scope, {
        sql: 'select clock_id, step_id from clock_alarm where tenant_id = $1 and case_id = $2 order by clock_id, step_id',
        parameters: [scope.tenantId, caseId],
      })
    ).map(fromColumns<{ clockId: string; stepId: string }>),
  ofUser: async (scope, userId, limit) => {
    const [rows = [], [count] = []] = await db.inTenant(scope, [
      {
        sql: `select ${columns}, (select r.case_number from case_row r
            where r.tenant_id = n.tenant_id and r.case_id = n.case_id) as case_number
          from notification n where tenant_id = $1 and user_id = $2
          order by raised_at desc, notification_id desc limit $3`,
        parameters: [scope.tenantId, userId, limit],
      },
      {
        sql: `select count(*)::int as unread from notification where tenant_id = $1 and user_id = $2 and read_at is null`,
        parameters: [scope.tenantId, userId],
      },
    ]);
    return { rows: rows.map(fromColumns<Notification>), unread: Number(count?.unread ?? 0) };
  },
  markRead: async (scope, userId, notificationIds, at) => {
    await rowsInTenant(db, scope, {
      sql: `update notification set read_at = $4
        where tenant_id = $1 and user_id = $2 and notification_id = any($3::text[]) and read_at is null`,
      parameters: [scope.tenantId, userId, notificationIds, at],
    });
  },
});
