import type {
  AppealedRow,
  CaseReports,
  DecisionRow,
  LoadRow,
  ReceivedRow,
  TalkRow,
  VolumeRow,
} from '@openum/casework/port/caseReports.ts';
import { readCursor, writeCursor } from '@openum/casework/port/cursor.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { CaseRow } from '@openum/casework/projection/rows.ts';
import { type DecidedCounts, publishingLines } from '@openum/domain/report/publicMetrics.ts';
import { caseColumns } from '../case/columns.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { columnList, fromColumns } from '../connection/names.ts';
import { linesBehind, talksBehind } from './behind.ts';
import { conditions, eventOf, ofCaseList, ofDays, ofKind, ofMoments, openCase } from './caseFilter.ts';

const itemsOfCases = `case_item i join case_row r on r.tenant_id = i.tenant_id and r.case_id = i.case_id`;
const talkTypes = Object.values(eventOf)
  .map((t) => `'${t}'`)
  .join(', ');
const talkEnd = `case e.type ${Object.entries(eventOf)
  .map(([end, type]) => `when '${type}' then '${end}'`)
  .join(' ')} end`;

export const createCaseReports = (db: Database): CaseReports => {
  const all = async <T>(scope: Scope, sql: string, parameters: readonly unknown[]): Promise<readonly T[]> =>
    (await rowsInTenant(db, scope, { sql, parameters })).map(fromColumns<T>);

  return {
    volume: (scope, kind, received) => {
      const c = conditions([scope.tenantId]);
      ofKind(c, kind);
      ofDays(c, 'r.received_on', received);
      return all<VolumeRow>(
        scope,
        `select r.received_on as day, r.channel collate "C" as channel, count(*) as cases from case_row r where r.tenant_id = $1${c.sql()}
          group by 1, 2 order by 1, 2`,
        c.parameters,
      );
    },
    decisions: (scope, { reviewType, ...kind }, decided) => {
      const c = conditions([scope.tenantId]);
      ofKind(c, kind);
      c.demand(reviewType, (p) => `i.review_type = ${p}`);
      ofDays(c, 'i.first_decided_on', decided);
      return all<DecisionRow>(
        scope,
        `select r.line_of_business collate "C" as line_of_business, i.review_type collate "C" as review_type,
            i.first_outcome collate "C" as outcome, coalesce(i.decided_by_kind = 'rule', false) as by_rule, count(*) as lines
          from ${itemsOfCases} where i.tenant_id = $1 and i.first_outcome is not null${c.sql()}
          group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
        c.parameters,
      );
    },
    appealed: (scope, { reviewType, ...kind }, decided) => {
      const c = conditions([scope.tenantId]);
      ofKind(c, kind);
      c.demand(reviewType, (p) => `i.review_type = ${p}`);
      ofDays(c, 'i.appeal_decided_on', decided);
      return all<AppealedRow>(
        scope,
        `select r.line_of_business collate "C" as line_of_business, i.appeal_outcome collate "C" as outcome, count(*) as lines
          from ${itemsOfCases} where i.tenant_id = $1 and i.appeal_outcome is not null${c.sql()}
          group by 1, 2 order by 1, 2`,
        c.parameters,
      );
    },
    decidedByContract: async (scope, { from, before }) => {
      const seconds = 'greatest(0, extract(epoch from i.first_decided_at - i.submitted_at))';
      const lines = (condition: string) => `count(*) filter (where ${condition})`;
      return all<DecidedCounts>(
        scope,
        `select r.line_of_business collate "C" as line_of_business, coalesce(r.contract, r.plan_name) collate "C" as contract,
            r.urgency collate "C" as urgency, count(*) as decided,
            ${lines(`i.first_outcome = 'approved'`)} as approved,
            ${lines(`i.first_outcome in ('partiallyApproved', 'modified')`)} as partial,
            ${lines(`i.first_outcome = 'denied'`)} as denied,
            ${lines(`i.appeal_outcome = 'overturned'`)} as approved_after_appeal,
            ${lines(`i.extended and i.first_outcome = 'approved'`)} as approved_after_extension,
            round(avg(${seconds})) as average_seconds,
            round(percentile_cont(0.5) within group (order by ${seconds})) as median_seconds
          from ${itemsOfCases}
          where i.tenant_id = $1 and i.first_outcome <> 'notRequired' and not i.is_drug
            and i.review_type in ('prospective', 'concurrent') and r.status <> 'voided'
            and r.line_of_business = any($2::text[]) and i.first_decided_on >= $3 and i.first_decided_on < $4
          group by 1, 2, 3 order by 1, 2, 3`,
        [scope.tenantId, publishingLines, from, before],
      );
    },
    openByDay: (scope, kind) => {
      const c = conditions([scope.tenantId]);
      ofKind(c, kind);
      return all<ReceivedRow>(
        scope,
        `select r.received_on as day, count(*) as cases from case_row r
          where r.tenant_id = $1 and ${openCase}${c.sql()} group by 1 order by 1`,
        c.parameters,
      );
    },
    load: (scope, kind, now, endOfToday) => {
      const c = conditions([scope.tenantId, now, endOfToday]);
      ofKind(c, kind);
      return all<LoadRow>(
        scope,
        `select r.assignee_user_id as user_id, max(r.assignee_name) as name, count(*) as open,
            count(*) filter (where r.next_due_at < $2) as overdue,
            count(*) filter (where r.next_due_at >= $2 and r.next_due_at < $3) as due_today
          from case_row r where r.tenant_id = $1 and ${openCase}${c.sql()}
          group by r.assignee_user_id order by r.assignee_user_id is null, count(*) desc, r.assignee_user_id`,
        c.parameters,
      );
    },
    talks: (scope, kind, happened) => {
      const c = conditions([scope.tenantId]);
      ofKind(c, kind);
      ofMoments(c, 'e.occurred_at', happened);
      return all<TalkRow>(
        scope,
        `select ${talkEnd} collate "C" as "end", (e.data ->> 'outcome') collate "C" as outcome, count(*) as talks
          from case_event e join case_row r on r.tenant_id = e.tenant_id and r.case_id = e.case_id
          where e.tenant_id = $1 and e.type in (${talkTypes})${c.sql()} group by 1, 2 order by 1, 2`,
        c.parameters,
      );
    },
    lines: (scope, filter, after, limit) => linesBehind(db, scope, filter, after, limit),
    talkList: (scope, filter, after, limit) => talksBehind(db, scope, filter, after, limit),
    cases: async (scope, filter, after, limit) => {
      const from = after === undefined ? undefined : readCursor(after);
      const c = conditions([scope.tenantId, limit + 1, from?.moment ?? 'infinity', from?.caseId ?? '']);
      ofCaseList(c, filter);
      const found = await all<CaseRow>(
        scope,
        `select ${columnList(caseColumns)} from case_row r
          where r.tenant_id = $1 and (r.received_at, r.case_id) < ($3::timestamptz, $4)${c.sql()}
          order by r.received_at desc, r.case_id desc limit $2`,
        c.parameters,
      );
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      return last && found.length > limit
        ? { rows, next: writeCursor({ moment: last.receivedAt, caseId: last.caseId }) }
        : { rows };
    },
  };
};
