import type { Scope } from '@openum/casework/port/scope.ts';
import type { QuestionFilter, Suggestions } from '@openum/casework/port/suggestions.ts';
import type { AnswerFigures, CallFigures, RunFigures } from '@openum/domain/suggestion/figures.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';
import { conditions } from '../report/caseFilter.ts';
import { ofQuestions } from './filter.ts';

/** Everything is counted of the questions that were asked then: what is shown, taken and spent speaks of the same ones. */
export const figuresOf = async (
  db: Database,
  scope: Scope,
  filter: QuestionFilter,
): ReturnType<Suggestions['figures']> => {
  const c = conditions([scope.tenantId]);
  ofQuestions(c, filter);
  const { parameters } = c;
  const asked = `suggestion_run r where r.tenant_id = $1${c.sql()}`;
  const [runs = [], answers = [], calls = []] = await db.inTenant(scope, [
    { sql: `select r.agent, r.agent_version, r.model, r.outcome from ${asked} order by r.run_id`, parameters },
    {
      sql: `with asked as (select r.tenant_id, r.run_id, r.subject_kind, r.subject_id from ${asked})
        select e.data ->> 'agent' as agent, e.data ->> 'agentVersion' as agent_version, e.data ->> 'model' as model,
          e.data ->> 'verdict' as verdict
        from asked a join case_event e on e.tenant_id = a.tenant_id and e.case_id = a.subject_id
          and e.type = 'SuggestionAnswered' and e.data ->> 'runId' = a.run_id
        where a.subject_kind = 'case'
        union all
        select w.agent, w.agent_version, w.model, w.verdict
        from asked a join suggestion_answer w on w.tenant_id = a.tenant_id and w.run_id = a.run_id`,
      parameters,
    },
    {
      sql: `select k.agent, k.agent_version, k.model, coalesce(p.input_tokens, 0) as input_tokens,
          coalesce(p.output_tokens, 0) as output_tokens
        from (select r.tenant_id, r.run_id from ${asked}) a
        join model_call k on k.tenant_id = a.tenant_id and k.run_id = a.run_id
        left join model_reply p on p.tenant_id = k.tenant_id and p.call_id = k.call_id
        order by k.call_id`,
      parameters,
    },
  ]);
  return {
    runs: runs.map((r) => fromColumns<RunFigures>(r)),
    answers: answers.map((r) => fromColumns<AnswerFigures>(r)),
    calls: calls.map((r) => fromColumns<CallFigures>(r)),
  };
};

export const servicesAsked = async (
  db: Database,
  scope: Scope,
  days: Pick<QuestionFilter, 'from' | 'before'>,
): Promise<readonly string[]> => {
  const c = conditions([scope.tenantId]);
  ofQuestions(c, days);
  const rows = await rowsInTenant(db, scope, {
    sql: `select distinct unnest(r.services) as code from suggestion_run r where r.tenant_id = $1${c.sql()} order by code`,
    parameters: c.parameters,
  });
  return rows.map((r) => String(r.code));
};
