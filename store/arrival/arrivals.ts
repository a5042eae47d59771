import type { ArrivalFilter, ArrivalRow, Arrivals } from '@openum/casework/port/arrivals.ts';
import { readCursor, writeCursor } from '@openum/casework/port/cursor.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { searchKey } from '@openum/casework/port/searchKey.ts';
import { type ArrivalState, completeRequestStep, settleDuplicateStep } from '@openum/domain/intake/arrivalState.ts';
import { type Database, type Row, rowsInTenant, type Statement } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';
import { prefixRange } from '../connection/prefix.ts';

const hasTask = (step: string): string => `exists (select 1 from case_task t
  where t.tenant_id = m.tenant_id and t.case_id = r.case_id and t.step_id = '${step}')`;

/** The same table as `arrivalState` of the domain; the contract suite holds one against the other. */
const state = `case
  when r.case_id is null then coalesce(s.kind, case when m.outcome = 'waiting' then 'waiting' else 'rejected' end)
  when r.status in ('withdrawn', 'voided') then 'closed'
  when ${hasTask(settleDuplicateStep)} then 'possibleDuplicate'
  when r.status = 'determined' then case when exists (select 1 from case_item i
      where i.tenant_id = m.tenant_id and i.case_id = r.case_id and i.status not in ('notRequired', 'cancelled'))
    then 'decided' else 'notRequired' end
  when ${hasTask(completeRequestStep)} then 'incomplete'
  when r.status = 'received' and r.assignee_user_id is null then 'new'
  else 'routed' end`;

const joined = `from message m
  left join case_row r on r.tenant_id = m.tenant_id and r.case_id = m.case_id
  left join arrival a on a.tenant_id = m.tenant_id and a.message_id = m.message_id
  left join arrival_settlement s on s.tenant_id = m.tenant_id and s.message_id = m.message_id`;

const columns = `m.message_id, m.channel, m.content_type, m.received_at, ${state} as state,
  coalesce(r.requesting_provider_name, a.sender_name) as sender_name,
  coalesce(r.member_number, a.member_number) as member_number,
  coalesce(r.member_name, a.member_name) as member_name,
  coalesce(r.service_summary, a.service_summary) as service_summary,
  case when r.case_id is null then coalesce(a.problems, '{}') else array(select t.title from case_task t
    where t.tenant_id = m.tenant_id and t.case_id = r.case_id
      and t.step_id in ('${settleDuplicateStep}', '${completeRequestStep}') order by t.position) end as missing,
  r.case_id, r.case_number, r.urgency, r.next_due_at, r.assignee_name as owner_name,
  s.kind as settled_kind, s.reason as settled_reason, s.case_id as settled_case_id, s.user_id as settled_user_id,
  s.user_name as settled_user_name, s.at as settled_at`;

type Flat = Omit<ArrivalRow, 'settled'> & {
  readonly settledKind?: NonNullable<ArrivalRow['settled']>['kind'];
  readonly settledReason?: string;
  readonly settledCaseId?: string;
  readonly settledUserId?: string;
  readonly settledUserName?: string;
  readonly settledAt?: NonNullable<ArrivalRow['settled']>['at'];
};

const rowOf = (row: Row): ArrivalRow => {
  const { settledKind, settledReason, settledCaseId, settledUserId, settledUserName, settledAt, ...rest } =
    fromColumns<Flat>(row);
  if (!settledKind || !settledUserId || !settledUserName || !settledAt) return rest;
  return {
    ...rest,
    settled: {
      kind: settledKind,
      ...(settledReason ? { reason: settledReason } : {}),
      ...(settledCaseId ? { caseId: settledCaseId } : {}),
      by: { userId: settledUserId, name: settledUserName },
      at: settledAt,
    },
  };
};

/** Parameters are numbered on from those that stand already. */
const demands = (scope: Scope, f: Omit<ArrivalFilter, 'state'>): { where: string; parameters: unknown[] } => {
  const parameters: unknown[] = [scope.tenantId];
  const add = (value: unknown): string => `$${parameters.push(value)}`;
  const where = ['m.tenant_id = $1'];
  if (f.channel) where.push(`m.channel = any(${add(f.channel)}::text[])`);
  if (f.receivedFrom) where.push(`m.received_at >= ${add(f.receivedFrom)}`);
  const text = f.text?.trim();
  if (text) {
    const [from, below] = prefixRange(searchKey(text)).map(add);
    const numbers = add([text, text.toUpperCase()]);
    where.push(`(r.member_search >= ${from} and r.member_search < ${below}
      or a.member_search >= ${from} and a.member_search < ${below}
      or coalesce(r.member_number, a.member_number) = any(${numbers}::text[]) or r.case_number = any(${numbers}::text[]))`);
  }
  return { where: where.join(' and '), parameters };
};

const pageStatement = (scope: Scope, f: ArrivalFilter, after: string | undefined, limit: number): Statement => {
  const { where, parameters } = demands(scope, f);
  const from = after === undefined ? undefined : readCursor(after);
  const place = from
    ? ` and (m.received_at, m.message_id) < ($${parameters.push(from.moment)}::timestamptz, $${parameters.push(from.caseId)})`
    : '';
  const states = f.state ? ` where state = any($${parameters.push(f.state)}::text[])` : '';
  return {
    sql: `select * from (select ${columns} ${joined} where ${where}${place}) x${states}
      order by received_at desc, message_id desc limit $${parameters.push(limit)}`,
    parameters,
  };
};

export const createArrivals = (db: Database): Arrivals => ({
  page: async (scope, filter, after, limit) => {
    const found = (await rowsInTenant(db, scope, pageStatement(scope, filter, after, limit + 1))).map(rowOf);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return last && found.length > limit
      ? { rows, next: writeCursor({ moment: last.receivedAt, caseId: last.messageId }) }
      : { rows };
  },
  counts: async (scope, filter) => {
    const { where, parameters } = demands(scope, filter);
    const found = await rowsInTenant(db, scope, {
      sql: `select state, count(*) as total from (select ${state} as state ${joined} where ${where}) x group by state`,
      parameters,
    });
    return Object.fromEntries(found.map((r) => [r.state as ArrivalState, Number(r.total)]));
  },
  one: async (scope, messageId) => {
    const [row] = await rowsInTenant(db, scope, {
      sql: `select ${columns} ${joined} where m.tenant_id = $1 and m.message_id = $2`,
      parameters: [scope.tenantId, messageId],
    });
    return row && rowOf(row);
  },
  settle: async (scope, s) =>
    (
      await rowsInTenant(db, scope, {
        sql: `insert into arrival_settlement (tenant_id, message_id, kind, reason, case_id, user_id, user_name, at)
          values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1`,
        parameters: [
          scope.tenantId,
          s.messageId,
          s.kind,
          s.reason ?? null,
          s.caseId ?? null,
          s.by.userId,
          s.by.name,
          s.at,
        ],
      })
    ).length > 0,
});
