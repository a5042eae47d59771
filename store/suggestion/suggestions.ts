import type { KeptAnswer, Suggestions, TakenRun } from '@openum/casework/port/suggestions.ts';
import type { SubjectKind } from '@openum/domain/suggestion/agent.ts';
import type { AnswerFigures, RunFigures } from '@openum/domain/suggestion/figures.ts';
import type { SuggestionRun } from '@openum/domain/suggestion/run.ts';
import { type Database, type Row, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

const columns = `run_id, agent, agent_version, subject_kind, subject_id, input, asked_at, asked_by, model, finished_at, outcome`;

const asRun = (row: Row): SuggestionRun => {
  const { subjectKind, subjectId, ...run } = fromColumns<
    Omit<SuggestionRun, 'subject'> & { readonly subjectKind: SubjectKind; readonly subjectId: string }
  >(row);
  return { ...run, subject: { kind: subjectKind, id: subjectId } };
};

const asTaken = (row: Row): TakenRun => asRun(row) as TakenRun;

export const createSuggestions = (db: Database): Suggestions => ({
  ask: async (scope, r) => {
    await rowsInTenant(db, scope, {
      sql: `insert into suggestion_run
          (tenant_id, run_id, agent, agent_version, subject_kind, subject_id, input, asked_at, asked_by, due_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8)`,
      parameters: [
        ...[scope.tenantId, r.runId, r.agent, r.agentVersion, r.subject.kind, r.subject.id, JSON.stringify(r.input)],
        ...[r.askedAt, r.askedBy ? JSON.stringify(r.askedBy) : null],
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
  finish: async (scope, runId, { model, finishedAt, outcome }) => {
    await rowsInTenant(db, scope, {
      sql: `update suggestion_run set model = $3, finished_at = $4, outcome = $5
        where tenant_id = $1 and run_id = $2 and outcome is null`,
      parameters: [scope.tenantId, runId, model ?? null, finishedAt, JSON.stringify(outcome)],
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
  figures: async (scope, from, before) => {
    const parameters = [scope.tenantId, from, before];
    const [runs = [], answers = []] = await db.inTenant(scope, [
      {
        sql: `select agent, agent_version, model, outcome from suggestion_run
          where tenant_id = $1 and asked_at >= $2 and asked_at < $3 order by run_id`,
        parameters,
      },
      {
        sql: `select data ->> 'agent' as agent, data ->> 'agentVersion' as agent_version, data ->> 'model' as model,
            data ->> 'verdict' as verdict from case_event
          where tenant_id = $1 and type = 'SuggestionAnswered' and recorded_at >= $2 and recorded_at < $3
          union all
          select agent, agent_version, model, verdict from suggestion_answer
          where tenant_id = $1 and at >= $2 and at < $3`,
        parameters,
      },
    ]);
    return {
      runs: runs.map((r) => fromColumns<RunFigures>(r)),
      answers: answers.map((r) => fromColumns<AnswerFigures>(r)),
    };
  },
});
