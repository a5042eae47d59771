import type { KeptReminder, PracticeReminders, RaisedReminder } from '@openum/casework/port/practiceReminders.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { columnList, fromColumns, toColumns } from '../connection/names.ts';

const columns = [
  'reminderId',
  'episodeId',
  'key',
  'kind',
  'step',
  'round',
  'userId',
  'dueAt',
  'remindAt',
  'raisedAt',
  'late',
] as const satisfies readonly (keyof RaisedReminder)[];
const list = columnList(columns);
const of = (alias: string): string => columns.map((c) => `${alias}.${columnList([c])}`).join(', ');

export const createPracticeReminders = (db: Database): PracticeReminders => ({
  raise: async (scope, reminders) =>
    reminders.length === 0
      ? []
      : (
          await rowsInTenant(db, scope, {
            sql: `insert into practice_reminder (tenant_id, ${list})
              select $1, ${of('r')} from jsonb_populate_recordset(null::practice_reminder, $2) r
              on conflict (tenant_id, episode_id, key, step, round, user_id) do nothing returning ${list}`,
            parameters: [scope.tenantId, JSON.stringify(reminders.map((r) => toColumns(r)))],
          })
        ).map(fromColumns<RaisedReminder>),
  ofUser: async (scope, userId, limit) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select ${of('r')}, r.seen_at, e.episode_number, e.patient_name
          from practice_reminder r join episode_row e on e.tenant_id = r.tenant_id and e.episode_id = r.episode_id
          where r.tenant_id = $1 and r.user_id = $2 order by r.raised_at desc, r.reminder_id desc limit $3`,
        parameters: [scope.tenantId, userId, limit],
      })
    ).map(fromColumns<KeptReminder>),
  markSeen: async (scope, userId, ids, at) => {
    await rowsInTenant(db, scope, {
      sql: `update practice_reminder set seen_at = $4
        where tenant_id = $1 and user_id = $2 and reminder_id = any($3) and seen_at is null`,
      parameters: [scope.tenantId, userId, ids, at],
    });
  },
  takeForMail: async (scope, at, { limit, restMinutes, mostTries }) =>
    (
      await rowsInTenant(db, scope, {
        sql: `with taken as (
            update practice_reminder set mail_tries = mail_tries + 1, mail_at = $2
            where tenant_id = $1 and reminder_id in (
              select reminder_id from practice_reminder
              where tenant_id = $1 and mail is null and mail_tries < $5
                and (mail_at is null or mail_at <= $2::timestamptz - make_interval(mins => $4))
              order by raised_at, reminder_id limit $3 for update skip locked)
            returning ${list})
          select ${list} from taken order by raised_at, reminder_id`,
        parameters: [scope.tenantId, at, limit, restMinutes, mostTries],
      })
    ).map(fromColumns<RaisedReminder>),
  endMail: async (scope, ids, end, at) => {
    await rowsInTenant(db, scope, {
      sql: `update practice_reminder set mail = $3, mail_at = $4 where tenant_id = $1 and reminder_id = any($2)`,
      parameters: [scope.tenantId, ids, end, at],
    });
  },
  lastLook: async (scope) =>
    (
      await rowsInTenant(db, scope, {
        sql: 'select looked_at from practice_look where tenant_id = $1',
        parameters: [scope.tenantId],
      })
    ).map((row) => row.looked_at as Instant)[0],
  saveLook: async (scope, at) => {
    await rowsInTenant(db, scope, {
      sql: `insert into practice_look (tenant_id, looked_at) values ($1, $2)
        on conflict (tenant_id) do update set looked_at = greatest(practice_look.looked_at, excluded.looked_at)`,
      parameters: [scope.tenantId, at],
    });
  },
});
