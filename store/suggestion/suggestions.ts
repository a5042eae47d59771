import type { KeptAnswer, Suggestions, TakenRun } from '@openum/casework/port/suggestions.ts';
import { type Database, type Row, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';
import { questionsBehind, shownBehind } from './behind.ts';
import { figuresOf, servicesAsked } from './figures.ts';
import { asRun, columns } from './run.ts';

const asTaken = (row: Row): TakenRun => asRun(row) as TakenRun;

export const createSuggestions = (db: Database): Suggestions => ({
  ask: async (scope, r) => {
    await rowsInTenant(db, scope, {
      sql: `insert into suggestion_run
          (tenant_id, run_id, agent, agent_version, subject_kind, subject_id, input, asked_at, asked_by, services, due_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $8)`,
      parameters: [
        ...[scope.tenantId, r.runId, r.agent, r.agentVersion, r.subject.kind, r.subject.id, JSON.stringify(r.input)],
        ...[r.askedAt, r.askedBy ? JSON.stringify(r.askedBy) : null, r.services],
      ],
    });
  },
  run: async (scope, runId) => {
    const [row] = await rowsInTenant(db, scope, {
      sql: `select ${columns} from suggestion_run where tenant_id = $1 and run_id = $2`,
      parameters: [scope.tenantId, runId],
    });
    return row && asRun(row);
  },
  ofSubject: async (scope, { kind, id }) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select ${columns} from suggestion_run
          where tenant_id = $1 and subject_kind = $2 and subject_id = $3 order by run_id desc`,
        parameters: [scope.tenantId, kind, id],
      })
    ).map(asRun),
  take: async (scope, now, limit, leaseSeconds) =>
    (
      await rowsInTenant(db, scope, {
        sql: `with due as (
            select run_id, due_at as was_due from suggestion_run where tenant_id = $1 and outcome is null and due_at <= $2
            order by due_at, run_id limit $3 for update skip locked
          ), taken as (
            update suggestion_run r set attempts = r.attempts + 1, due_at = $2::timestamptz + make_interval(secs => $4)
            from due where r.tenant_id = $1 and r.run_id = due.run_id
            returning r.*, due.was_due
          )
          select ${columns}, attempts from taken order by was_due, run_id`,
        parameters: [scope.tenantId, now, limit, leaseSeconds],
      })
    ).map(asTaken),
  finish: async (scope, runId, { model, finishedAt, outcome, services }) => {
    await rowsInTenant(db, scope, {
      sql: `update suggestion_run set model = $3, finished_at = $4, outcome = $5, services = coalesce($6, services)
        where tenant_id = $1 and run_id = $2 and outcome is null`,
      parameters: [scope.tenantId, runId, model ?? null, finishedAt, JSON.stringify(outcome), services ?? null],
    });
  },
  answer: async (scope, a) =>
    (
      await rowsInTenant(db, scope, {
        sql: `insert into suggestion_answer
            (tenant_id, run_id, position, agent, agent_version, model, verdict, reason, changed_to, answered_by, at)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning 1`,
        parameters: [
          ...[scope.tenantId, a.runId, a.position, a.agent, a.agentVersion, a.model, a.verdict],
          ...[a.reason ?? null, a.changedTo ?? null, JSON.stringify(a.by), a.at],
        ],
      })
    ).length > 0,
  answersTo: async (scope, runId) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select run_id, position, agent, agent_version, model, verdict, reason, changed_to, answered_by as by, at
          from suggestion_answer where tenant_id = $1 and run_id = $2 order by position`,
        parameters: [scope.tenantId, runId],
      })
    ).map((r) => fromColumns<KeptAnswer>(r)),
  figures: (scope, filter) => figuresOf(db, scope, filter),
  services: (scope, days) => servicesAsked(db, scope, days),
  questions: (scope, filter, after, limit) => questionsBehind(db, scope, filter, after, limit),
  shown: (scope, filter, after, limit) => shownBehind(db, scope, filter, after, limit),
});
