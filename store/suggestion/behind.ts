import type { Scope } from '@openum/casework/port/scope.ts';
import { readPlace, writePlace } from '@openum/casework/port/suggestionPlace.ts';
import type {
  ListedQuestion,
  ListedSuggestion,
  QuestionListFilter,
  ShownListFilter,
  SuggestionPage,
} from '@openum/casework/port/suggestions.ts';
import type { SubjectKind } from '@openum/domain/suggestion/agent.ts';
import type { Verdict } from '@openum/domain/suggestion/run.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { type Database, type Row, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';
import { conditions } from '../report/caseFilter.ts';
import { ofQuestions } from './filter.ts';
import { asRun } from './run.ts';

const pageOf = <T extends { readonly runId: string }>(
  found: readonly T[],
  limit: number,
  positionOf: (row: T) => number,
): SuggestionPage<T> => {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return last && found.length > limit
    ? { rows, next: writePlace({ runId: last.runId, position: positionOf(last) }) }
    : { rows };
};

const caseOfRun = `left join case_row w on r.subject_kind = 'case' and w.tenant_id = r.tenant_id and w.case_id = r.subject_id`;

export const questionsBehind = async (
  db: Database,
  scope: Scope,
  { state, because, left, ...filter }: QuestionListFilter,
  after: string | undefined,
  limit: number,
): Promise<SuggestionPage<ListedQuestion>> => {
  const c = conditions([scope.tenantId, limit + 1]);
  ofQuestions(c, filter);
  if (state === 'open') c.say('r.outcome is null');
  else c.demand(state, (p) => `r.outcome ->> 'kind' = ${p}`);
  c.demand(because, (p) => `r.outcome ->> 'because' = ${p}`);
  c.demand(left, (p) => `r.outcome -> 'drops' ?| ${p}::text[]`);
  c.demand(after === undefined ? undefined : readPlace(after).runId, (p) => `r.run_id < ${p}`);
  const found = await rowsInTenant(db, scope, {
    sql: `select r.run_id, r.agent, r.agent_version, r.subject_kind, r.subject_id, r.input, r.services, r.asked_at,
        r.asked_by, r.model, r.finished_at, r.outcome, w.case_number, s.calls, s.input_tokens, s.output_tokens
      from suggestion_run r ${caseOfRun}
      cross join lateral (
        select count(*)::int as calls, coalesce(sum(p.input_tokens), 0)::int as input_tokens,
          coalesce(sum(p.output_tokens), 0)::int as output_tokens
        from model_call k left join model_reply p on p.tenant_id = k.tenant_id and p.call_id = k.call_id
        where k.tenant_id = r.tenant_id and k.run_id = r.run_id
      ) s
      where r.tenant_id = $1${c.sql()} order by r.run_id desc limit $2`,
    parameters: c.parameters,
  });
  return pageOf(
    found.map((row) => asRun(row) as ListedQuestion),
    limit,
    () => 0,
  );
};

type Answered = {
  readonly verdict?: Verdict;
  readonly reason?: string;
  readonly changedTo?: string;
  readonly by?: string;
  readonly at?: Instant;
};
type ShownRow = Omit<ListedSuggestion, 'subject' | 'answer'> &
  Answered & { readonly subjectKind: SubjectKind; readonly subjectId: string };

const asShown = (row: Row): ListedSuggestion => {
  const { subjectKind, subjectId, verdict, reason, changedTo, by, at, ...rest } = fromColumns<ShownRow>(row);
  const subject = { kind: subjectKind, id: subjectId };
  return verdict && by !== undefined && at !== undefined
    ? {
        ...rest,
        subject,
        answer: { verdict, by, at, ...(reason ? { reason } : {}), ...(changedTo ? { changedTo } : {}) },
      }
    : { ...rest, subject };
};

export const shownBehind = async (
  db: Database,
  scope: Scope,
  { verdict, quoting, ...filter }: ShownListFilter,
  after: string | undefined,
  limit: number,
): Promise<SuggestionPage<ListedSuggestion>> => {
  const c = conditions([scope.tenantId, limit + 1]);
  ofQuestions(c, filter);
  c.demand(verdict, (p) => `coalesce(a.verdict, 'none') = any(${p}::text[])`);
  if (quoting)
    c.say(`(s.suggestion ? 'citation' or jsonb_array_length(coalesce(s.suggestion -> 'citations', '[]')) > 0)`);
  if (after !== undefined) {
    const { runId, position } = readPlace(after);
    c.demand(runId, (p) => `r.run_id <= ${p}`);
    c.demand(
      [runId, String(position)],
      (p) => `(r.run_id < (${p}::text[])[1] or s.position - 1 > (${p}::text[])[2]::int)`,
    );
  }
  const found = await rowsInTenant(db, scope, {
    sql: `select r.run_id, r.agent, r.agent_version, r.subject_kind, r.subject_id, r.input, r.asked_at, r.model,
        w.case_number, (s.position - 1)::int as position, s.suggestion, a.verdict, a.reason, a.changed_to, a.by, a.at
      from suggestion_run r ${caseOfRun}
      cross join lateral jsonb_array_elements(r.outcome -> 'suggestions') with ordinality s(suggestion, position)
      left join lateral (
        select e.data ->> 'verdict' as verdict, e.data ->> 'reason' as reason, e.data ->> 'changedTo' as changed_to,
          e.actor ->> 'name' as by, e.recorded_at as at
        from case_event e
        where r.subject_kind = 'case' and e.tenant_id = r.tenant_id and e.case_id = r.subject_id
          and e.type = 'SuggestionAnswered' and e.data ->> 'runId' = r.run_id
          and (e.data ->> 'position')::int = s.position - 1
        union all
        select x.verdict, x.reason, x.changed_to, x.answered_by ->> 'name', x.at from suggestion_answer x
        where x.tenant_id = r.tenant_id and x.run_id = r.run_id and x.position = s.position - 1
      ) a on true
      where r.tenant_id = $1 and r.outcome ->> 'kind' = 'suggested'${c.sql()}
      order by r.run_id desc, s.position limit $2`,
    parameters: c.parameters,
  });
  return pageOf(found.map(asShown), limit, (r) => r.position);
};
