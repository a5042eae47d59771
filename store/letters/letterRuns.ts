import type { LetterRuns, RunProgress, RunTarget } from '@openum/casework/port/letterRuns.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { type Database, type Row, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

const counted = `select r.run_id, r.name, r.template, r.created_at, r.created_by, r.state,
    count(*) filter (where t.state = 'waiting')::int as waiting,
    count(*) filter (where t.state = 'done')::int as done,
    count(*) filter (where t.state = 'failed')::int as failed
  from letter_run r left join letter_run_target t on t.tenant_id = r.tenant_id and t.run_id = r.run_id`;

export const createLetterRuns = (db: Database): LetterRuns => {
  const rows = (scope: Scope, sql: string, ...more: readonly unknown[]): Promise<readonly Row[]> =>
    rowsInTenant(db, scope, { sql, parameters: [scope.tenantId, ...more] });
  return {
    create: async (scope, run, targets) => {
      await db.inTenant(scope, [
        {
          sql: `insert into letter_run (tenant_id, run_id, name, template, created_at, created_by, state)
            values ($1, $2, $3, $4, $5, $6, $7)`,
          parameters: [
            scope.tenantId,
            run.runId,
            run.name,
            JSON.stringify(run.template),
            run.createdAt,
            run.createdBy,
            run.state,
          ],
        },
        {
          sql: `insert into letter_run_target (tenant_id, run_id, case_id, case_number, state)
            select $1, $2, t.case_id, t.case_number, 'waiting'
            from unnest($3::text[], $4::text[]) as t(case_id, case_number)`,
          parameters: [scope.tenantId, run.runId, targets.map((t) => t.caseId), targets.map((t) => t.caseNumber)],
        },
      ]);
    },
    run: async (scope, runId) => {
      const [row] = await rows(
        scope,
        `${counted} where r.tenant_id = $1 and r.run_id = $2 group by r.tenant_id, r.run_id`,
        runId,
      );
      return row && fromColumns<RunProgress>(row);
    },
    list: async (scope, limit) =>
      (
        await rows(
          scope,
          `${counted} where r.tenant_id = $1 group by r.tenant_id, r.run_id
            order by r.created_at desc, r.run_id desc limit $2`,
          limit,
        )
      ).map(fromColumns<RunProgress>),
    targets: async (scope, runId, limit) =>
      (
        await rows(
          scope,
          `select case_id, case_number, state, reason, notice_id from letter_run_target
            where tenant_id = $1 and run_id = $2 order by case_number limit $3`,
          runId,
          limit,
        )
      ).map(fromColumns<RunTarget>),
    move: async (scope, runId, from, to) =>
      (
        await rows(
          scope,
          `update letter_run set state = $4 where tenant_id = $1 and run_id = $2 and state = any ($3) returning run_id`,
          runId,
          from,
          to,
        )
      ).length > 0,
    take: async (scope, now, limit, leaseSeconds) =>
      (
        await rows(
          scope,
          `with due as (
              select t.run_id, t.case_id from letter_run_target t
                join letter_run r on r.tenant_id = t.tenant_id and r.run_id = t.run_id
              where t.tenant_id = $1 and r.state = 'running' and t.state = 'waiting'
                and (t.hidden_until is null or t.hidden_until <= $2)
              order by t.run_id, t.case_number limit $3 for update of t skip locked
            ), taken as (
              update letter_run_target t set hidden_until = $2::timestamptz + make_interval(secs => $4)
              from due where t.tenant_id = $1 and t.run_id = due.run_id and t.case_id = due.case_id
              returning t.run_id, t.case_id, t.case_number, t.state
            ) select * from taken order by run_id, case_number`,
          now,
          limit,
          leaseSeconds,
        )
      ).map(fromColumns<RunTarget & { runId: string }>),
    finish: async (scope, runId, caseId, { state, reason, noticeId }) => {
      await db.inTenant(scope, [
        // One at a time: the last of several workers must see that it is the last.
        {
          sql: 'select from letter_run where tenant_id = $1 and run_id = $2 for no key update',
          parameters: [scope.tenantId, runId],
        },
        {
          sql: `update letter_run_target set state = $4, reason = $5, notice_id = $6, hidden_until = null
            where tenant_id = $1 and run_id = $2 and case_id = $3`,
          parameters: [scope.tenantId, runId, caseId, state, reason ?? null, noticeId ?? null],
        },
        {
          sql: `update letter_run set state = 'done' where tenant_id = $1 and run_id = $2 and state = 'running'
            and not exists (select from letter_run_target t
              where t.tenant_id = $1 and t.run_id = $2 and t.state = 'waiting')`,
          parameters: [scope.tenantId, runId],
        },
      ]);
    },
    retryFailed: async (scope, runId) => {
      const [again = []] = await db.inTenant(scope, [
        {
          sql: `update letter_run_target set state = 'waiting', reason = null
            where tenant_id = $1 and run_id = $2 and state = 'failed' returning case_id`,
          parameters: [scope.tenantId, runId],
        },
        {
          sql: `update letter_run set state = 'running' where tenant_id = $1 and run_id = $2
            and exists (select from letter_run_target t where t.tenant_id = $1 and t.run_id = $2 and t.state = 'waiting')
            and state = 'done'`,
          parameters: [scope.tenantId, runId],
        },
      ]);
      return again.length;
    },
  };
};
