import type { AppealCount, AppealFilter, Appeals, ListedAppeal } from '@openum/casework/port/appeals.ts';
import { readCursor, writeCursor } from '@openum/casework/port/cursor.ts';
import { searchKey } from '@openum/casework/port/searchKey.ts';
import { appealColumns } from '../case/columns.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { columnList, fromColumns } from '../connection/names.ts';
import { prefixRange } from '../connection/prefix.ts';

const columns = columnList(appealColumns)
  .split(',')
  .map((c) => `a.${c.trim()}`)
  .join(', ');
const listed = `${columns}, r.case_id, r.case_number, r.member_name, r.member_number, r.line_of_business, r.state_of_issue`;
const joined = `case_appeal a join case_row r on (r.tenant_id, r.case_id) = (a.tenant_id, a.case_id)`;

type Where = { readonly sql: string; readonly parameters: readonly unknown[] };

/** Everything that a filter demands, with its parameters after those that are given. */
const where = (tenantId: string, f: AppealFilter): Where => {
  const parameters: unknown[] = [tenantId];
  const place = (value: unknown): string => `$${parameters.push(value)}`;
  const demands = ['a.tenant_id = $1'];
  const equals = (column: string, value: unknown): void => {
    if (value !== undefined) demands.push(`${column} = ${place(value)}`);
  };
  equals('a.open', f.open);
  equals('a.level_id', f.levelId);
  equals('r.line_of_business', f.lineOfBusiness);
  equals('a.urgency', f.urgency);
  equals('a.reviewer_user_id', f.reviewerUserId);
  if (f.status) demands.push(`a.status = any(${place(f.status)}::text[])`);
  if (f.dueBefore) demands.push(`a.due_order < ${place(f.dueBefore)}`);
  if (f.npis) demands.push(`r.requesting_provider_npi = any(${place(f.npis)}::text[])`);
  const text = f.text?.trim() ?? '';
  if (text !== '') {
    const [from, below] = prefixRange(searchKey(text));
    const numbers = place([text, text.toUpperCase()]);
    demands.push(
      `((r.member_search >= ${place(from)} and r.member_search < ${place(below)})
        or r.member_number = any(${numbers}::text[]) or r.case_number = any(${numbers}::text[])
        or a.number = any(${numbers}::text[]))`,
    );
  }
  return { sql: demands.join(' and '), parameters };
};

export const createAppeals = (db: Database): Appeals => ({
  page: async (scope, filter, after, limit) => {
    const { sql, parameters } = where(scope.tenantId, filter);
    const from = after === undefined ? undefined : readCursor(after);
    const n = parameters.length;
    // What is still to be done stands by its due moment, what is over by its receipt.
    const byDue = filter.open === true;
    const beyond = byDue
      ? `(a.due_order, a.appeal_id) > ($${n + 2}::timestamptz, $${n + 3})`
      : `(a.received_at, a.appeal_id) < ($${n + 2}::timestamptz, $${n + 3})`;
    const found = await rowsInTenant(db, scope, {
      sql: `select ${listed} from ${joined} where ${sql}${from ? ` and ${beyond}` : ''}
        order by ${byDue ? 'a.due_order, a.appeal_id' : 'a.received_at desc, a.appeal_id desc'} limit $${n + 1}`,
      parameters: [...parameters, limit + 1, ...(from ? [from.moment ?? 'infinity', from.caseId] : [])],
    });
    const rows = found.slice(0, limit).map(fromColumns<ListedAppeal>);
    const last = rows.at(-1);
    return last && found.length > limit
      ? { rows, next: writeCursor({ moment: byDue ? last.dueAt : last.receivedAt, caseId: last.appealId }) }
      : { rows };
  },

  statuses: async (scope, filter) => {
    const { sql, parameters } = where(scope.tenantId, filter);
    const found = await rowsInTenant(db, scope, {
      sql: `select a.status, count(*) as count from ${joined} where ${sql} group by a.status order by a.status`,
      parameters,
    });
    return Object.fromEntries(found.map((row) => [String(row.status), Number(row.count)]));
  },

  decided: async (scope, from, until) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select to_char(a.decided_on, 'YYYY-MM') as month, r.line_of_business, a.level_id, a.level_name, a.stage,
            a.service_code, a.reason_class, a.outcome, count(*) as count
          from ${joined}
          where a.tenant_id = $1 and a.kind = 'appeal' and a.outcome is not null and a.decided_on >= $2 and a.decided_on < $3
          group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8`,
        parameters: [scope.tenantId, from, until],
      })
    ).map(fromColumns<AppealCount>),
});
