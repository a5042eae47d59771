import { readCursor, writeCursor } from '@openum/casework/port/cursor.ts';
import type { DueBuckets, WorkList } from '@openum/casework/port/workList.ts';
import type { CaseRow } from '@openum/casework/projection/rows.ts';
import type { ItemStatus } from '@openum/domain/case/status.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { type SqlBool, sql } from 'kysely';
import { caseColumns } from '../case/columns.ts';
import { build, compiled } from '../connection/builder.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { columnList, fromColumns } from '../connection/names.ts';
import { matches } from './filter.ts';
import { inquiryStatement } from './inquiry.ts';

const columns = columnList(caseColumns);

/** PostgreSQL's last moment of all; where a case without a due moment stands. */
const withoutDue = 'infinity';

export const createWorkList = (db: Database): WorkList => ({
  page: async (scope, filter, after, limit) => {
    const from = after === undefined ? undefined : readCursor(after);
    let query = build
      .selectFrom('caseRow')
      .select(caseColumns)
      .where((eb) => matches(eb, scope.tenantId, filter))
      .orderBy('dueOrder')
      .orderBy('caseId')
      .limit(limit + 1);
    if (from)
      query = query.where(
        sql<SqlBool>`(due_order, case_id) > (${from.moment ?? withoutDue}::timestamptz, ${from.caseId})`,
      );
    const found = await rowsInTenant(db, scope, compiled(query));
    const rows = found.slice(0, limit).map(fromColumns<CaseRow>);
    const last = rows.at(-1);
    return last && found.length > limit
      ? { rows, next: writeCursor({ moment: last.nextDueAt, caseId: last.caseId }) }
      : { rows };
  },

  buckets: async (scope, filter, now, endOfToday) => {
    const in4Hours = addElapsed(now, { hours: 4 });
    const in3Days = addElapsed(now, { hours: 72 });
    const query = build
      .selectFrom('caseRow')
      .select([
        sql<number>`count(*) filter (where next_due_at < ${now})`.as('overdue'),
        sql<number>`count(*) filter (where next_due_at >= ${now} and next_due_at <= ${in4Hours})`.as('within4Hours'),
        sql<number>`count(*) filter (where next_due_at > ${in4Hours} and next_due_at <= ${endOfToday})`.as('today'),
        sql<number>`count(*) filter (where next_due_at > greatest(${in4Hours}::timestamptz, ${endOfToday}::timestamptz)
          and next_due_at <= ${in3Days})`.as('within3Days'),
        sql<number>`count(*) filter (where next_due_at > greatest(${endOfToday}::timestamptz, ${in3Days}::timestamptz))`.as(
          'later',
        ),
      ])
      .where((eb) => matches(eb, scope.tenantId, filter))
      .where('dueOrder', '<', withoutDue);
    const [row = {}] = await rowsInTenant(db, scope, compiled(query));
    return fromColumns<DueBuckets>(row);
  },

  withOpenSteps: async (scope, stepIds) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select case_id from case_task where tenant_id = $1 and step_id = any($2)
          group by case_id order by min(due_at) nulls last, case_id`,
        parameters: [scope.tenantId, stepIds],
      })
    ).map((row) => String(row.case_id)),

  ofMember: async (scope, memberNumber, limit) =>
    (
      await rowsInTenant(db, scope, {
        prepared: 'cases_of_member',
        sql: `select ${columns} from case_row where tenant_id = $1 and member_number = $2
          order by received_at desc, case_id desc limit $3`,
        parameters: [scope.tenantId, memberNumber, limit],
      })
    ).map(fromColumns<CaseRow>),

  ofRequesters: async (scope, npis, filter, after, limit) => {
    const from = after === undefined ? undefined : readCursor(after);
    let query = build
      .selectFrom('caseRow')
      .select(caseColumns)
      .select(
        sql<readonly ItemStatus[]>`array(select i.status from case_item i
          where i.tenant_id = case_row.tenant_id and i.case_id = case_row.case_id order by i.item_sequence)`.as(
          'outcomes',
        ),
      )
      .where((eb) => matches(eb, scope.tenantId, filter))
      .where(sql<SqlBool>`requesting_provider_npi = any(${npis}::text[])`)
      .orderBy('receivedAt', 'desc')
      .orderBy('caseId', 'desc')
      .limit(limit + 1);
    if (from)
      query = query.where(
        sql<SqlBool>`(received_at, case_id) < (${from.moment ?? withoutDue}::timestamptz, ${from.caseId})`,
      );
    const found = await rowsInTenant(db, scope, compiled(query));
    const rows = found.slice(0, limit).map(({ outcomes, ...row }) => ({
      case: fromColumns<CaseRow>(row),
      outcomes: outcomes as readonly ItemStatus[],
    }));
    const last = rows.at(-1)?.case;
    return last && found.length > limit
      ? { rows, next: writeCursor({ moment: last.receivedAt, caseId: last.caseId }) }
      : { rows };
  },

  inquire: async (scope, query) =>
    (await rowsInTenant(db, scope, inquiryStatement(scope, query))).map((row) => String(row.case_id)),
});
